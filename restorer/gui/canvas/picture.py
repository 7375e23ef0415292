"""What the canvas can show: anything that gives pixels of a box at a zoom level."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid

Read = Callable[[int, Box], Pixels]
"""Gives the pixels ``(H, W, C)`` of a box, in pixels of the given level (0 is full size), in native depth."""


@dataclass(frozen=True)
class Picture:
    """A picture at several zoom levels, each half the one before, as `Pyramid` makes them.

    ``size`` is the height and width of level 0. ``read`` and ``read_alpha`` are called by several worker
    threads at once; alpha comes as ``(H, W, 1)``. ``profile`` is the ICC profile of the pixels, None for
    sRGB.
    """

    size: tuple[int, int]
    level_count: int
    read: Read
    profile: bytes | None = None
    read_alpha: Read | None = None

    @classmethod
    def of(cls, pyramid: Pyramid, profile: bytes | None = None, alpha: Pyramid | None = None) -> Self:
        """Return the picture that lies in a pyramid."""
        return cls(pyramid.size, pyramid.level_count, pyramid.read, profile, alpha.read if alpha else None)
