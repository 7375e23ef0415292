"""Visible watermarks: lettering, logos, patterns and date stamps laid over a picture, with exact opacity."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from restorer.training.ageing.emblems import date_stamp, emblem
from restorer.training.ageing.fields import Pixels, blurred, clouds, coordinates, smooth_step
from restorer.training.ageing.lettering import Fonts, lettered, words

_VISIBLE = 0.03


@dataclass(frozen=True)
class Watermarked:
    """A marked picture: ``pixels = (1 − opacity) · clean + opacity · colour``.

    ``opacity`` (H, W) and ``mask`` (H, W), 0 or 1, say where; ``colour`` is (H, W, 3).
    """

    pixels: Pixels
    mask: Pixels
    opacity: Pixels
    colour: Pixels


def watermarked(
    clean: Pixels,
    fonts: Fonts,
    random: np.random.Generator,
    room: float = 1.0,
    kinds: Sequence[str] = (),
) -> Watermarked:
    """Lay one or two marks over the picture, of any kind or one of those named in ``kinds`` (`MARKS`).

    A picture that is cut from a larger one bears parts of that one's marks: they are drawn for a picture
    ``room`` times as large each way, of which this is a window with some of each mark in it.
    """
    shape = clean.shape[:2]
    whole = (round(shape[0] * room), round(shape[1] * room))
    opacity, colour = np.zeros(shape, np.float32), np.zeros((*shape, 3), np.float32)
    drawn, shares = ([MARKS[name] for name in kinds], None) if kinds else (_KINDS, _SHARES)
    for _ in range(1 if random.random() < 0.75 else 2):
        kind = drawn[random.choice(len(drawn), p=shares)]
        mark, ink = _window(*kind(whole, fonts, random), shape, random)
        strength = np.full(shape, random.uniform(0.15, 0.95), np.float32)
        if random.random() < 0.2:  # stronger on one side than on the other
            strength = strength * smooth_step(clouds(shape, 2.0 * max(shape), random, 1), -2.5, 1.0)
        mark = (blurred(mark, random.uniform(0, 0.8)) * strength).astype(np.float32)
        share = mark / np.maximum(mark + opacity * (1 - mark), 1e-6)
        colour = colour * (1 - share[..., None]) + ink * share[..., None]
        opacity = mark + opacity * (1 - mark)
    pixels = clean * (1 - opacity[..., None]) + colour * opacity[..., None]
    mask = ((opacity > _VISIBLE) & _changed(pixels, clean)).astype(np.float32)
    return Watermarked(pixels.astype(np.float32), mask, opacity, colour.astype(np.float32))


def own_mark(clean: Pixels, mark: Pixels, random: np.random.Generator) -> Watermarked:
    """Lay a known mark (h, w, 4), colour and opacity in 0..1, over the picture: anywhere, any size."""
    shape = clean.shape[:2]
    scale = random.uniform(0.6, 1.4) * min(1.0, 0.9 * min(shape) / max(mark.shape[:2]))
    size = [max(4, round(side * scale)) for side in mark.shape[:2]]
    layers = np.stack([_resized(mark[..., channel], size) for channel in range(4)], axis=-1)
    places = [random.uniform(min(-0.2 * own, room - own), max(room - 0.8 * own, 0.0)) for own, room in
              zip(size, shape, strict=True)]  # fmt: skip
    spread = np.stack([_laid(layers[..., channel], shape, places) for channel in range(4)], axis=-1)
    opacity = spread[..., 3] * np.float32(random.uniform(0.6, 1.0))
    pixels = clean * (1 - opacity[..., None]) + spread[..., :3] * opacity[..., None]
    mask = ((opacity > _VISIBLE) & _changed(pixels, clean)).astype(np.float32)
    return Watermarked(pixels.astype(np.float32), mask, opacity, spread[..., :3])


def _changed(pixels: NDArray[np.floating], clean: Pixels) -> NDArray[np.bool_]:
    """Return ``(H, W)`` where any channel differs by more than two of 255."""
    red, green, blue = np.moveaxis(np.abs(pixels - clean) > 2 / 255, -1, 0)
    return np.asarray(red | green | blue)  # ten times as fast as asking for any along so short an axis


Mark = tuple[Pixels, Pixels]


def _window(mark: Pixels, ink: Pixels, shape: tuple[int, int], random: np.random.Generator) -> Mark:
    """Cut a window with some of the mark out of the field that it was drawn on."""
    marked = np.flatnonzero(mark > _VISIBLE)
    if mark.shape == shape or not len(marked):
        return mark[: shape[0], : shape[1]], ink[: shape[0], : shape[1]]
    place = divmod(int(marked[random.integers(len(marked))]), mark.shape[1])
    top, left = (
        int(np.clip(at - random.integers(side), 0, room - side))
        for at, side, room in zip(place, shape, mark.shape, strict=True)
    )
    window = np.s_[top : top + shape[0], left : left + shape[1]]
    return mark[window], ink[window]


def line_of_text(shape: tuple[int, int], fonts: Fonts, random: np.random.Generator) -> Mark:
    """One text, level or tilted, anywhere; a third has a shadow, some are hollow."""
    size = max(8, int(random.uniform(0.05, 0.28) * min(shape)))
    outline = int(random.integers(1, 4)) if random.random() < 0.2 else 0
    stamp = _turned(lettered(words(random), size, fonts, random, outline), _tilt(random))
    mark = _placed(stamp, shape, random)
    ink = _ink(random)
    if random.random() < 0.3:
        return _with_shadow(mark, ink, random)
    return mark, np.broadcast_to(ink, (*shape, 3))


def logo(shape: tuple[int, int], fonts: Fonts, random: np.random.Generator) -> Mark:
    """One logo."""
    side = max(16, int(random.uniform(0.15, 0.6) * min(shape)))
    mark = _placed(_turned(emblem(side, fonts, random), _tilt(random)), shape, random)
    return mark, np.broadcast_to(_ink(random), (*shape, 3))


def tiled(shape: tuple[int, int], fonts: Fonts, random: np.random.Generator) -> Mark:
    """A text or logo again and again over the whole picture, at an angle."""
    size = max(8, int(random.uniform(0.04, 0.12) * min(shape)))
    stamp = (
        emblem(2 * size, fonts, random)
        if random.random() < 0.35
        else lettered(words(random), size, fonts, random)
    )
    gaps = [max(4, int(side * random.uniform(0.3, 2.0))) for side in (stamp.shape[0] + size, stamp.shape[1])]
    cell = np.pad(stamp, ((0, gaps[0]), (0, gaps[1])))
    room = int(np.hypot(*shape)) + 2
    repeats = [room // side + 2 for side in cell.shape]
    rows = [
        np.roll(np.tile(cell, (1, repeats[1])), index % 2 * cell.shape[1] // 2, axis=1)
        for index in range(repeats[0])
    ]
    field = np.concatenate(rows)[: room + cell.shape[0], : room + cell.shape[1]]
    turned = Image.fromarray(field).rotate(random.uniform(-60, 60), Image.Resampling.BICUBIC)
    top, left = (turned.height - shape[0]) // 2, (turned.width - shape[1]) // 2
    mark = np.asarray(turned)[top : top + shape[0], left : left + shape[1]]
    return np.clip(_fitted(mark, shape), 0, 1), np.broadcast_to(_ink(random), (*shape, 3))


def camera_date(shape: tuple[int, int], _fonts: Fonts, random: np.random.Generator) -> Mark:
    """The date that a camera burnt in: orange, glowing, near a corner."""
    stamp = date_stamp(max(9, int(random.uniform(0.05, 0.14) * min(shape))), random)
    mark = _placed(stamp, shape, random)
    glow = blurred(mark, random.uniform(0.8, 2.5))
    warm = np.array([1.0, random.uniform(0.35, 0.75), random.uniform(0.0, 0.25)], np.float32)
    return np.clip(np.maximum(mark, 0.8 * glow), 0, 1), np.broadcast_to(warm, (*shape, 3))


def strip(shape: tuple[int, int], fonts: Fonts, random: np.random.Generator) -> Mark:
    """A band across the picture with a text on it."""
    height = max(10, int(random.uniform(0.06, 0.16) * shape[0]))
    top = int(random.choice([0, shape[0] - height, int(random.integers(shape[0] - height + 1))]))
    band = np.zeros(shape, np.float32)
    band[top : top + height] = random.uniform(0.4, 1.0)
    text = _placed(
        lettered(words(random), max(7, int(0.6 * height)), fonts, random), (height, shape[1]), random
    )
    inks = (0.0, 1.0) if random.random() < 0.5 else (1.0, 0.0)
    colour = np.full((*shape, 3), inks[0], np.float32)
    colour[top : top + height] += text[..., None] * np.float32(inks[1] - inks[0])
    band[top : top + height] = np.maximum(band[top : top + height], text)
    return band, colour


def guilloche(shape: tuple[int, int], _fonts: Fonts, random: np.random.Generator) -> Mark:
    """Bundles of fine waves, as on banknotes and proofs."""
    rows, columns = coordinates(shape)
    turn = random.uniform(0, np.pi)
    along = np.cos(turn) * columns + np.sin(turn) * rows
    across = np.cos(turn) * rows - np.sin(turn) * columns
    pitch = random.uniform(6, 24)
    swing = random.uniform(0.5, 3) * pitch * np.sin(2 * np.pi * along / random.uniform(40, 150))
    distance = np.abs((across + swing) % pitch - pitch / 2)
    mark = np.clip(random.uniform(0.5, 1.4) + 0.5 - distance, 0, 1)
    return mark.astype(np.float32), np.broadcast_to(_ink(random), (*shape, 3))


_KINDS = (line_of_text, logo, tiled, camera_date, strip, guilloche)
_SHARES = (0.36, 0.2, 0.2, 0.12, 0.06, 0.06)
MARKS = dict(zip(("text", "logo", "tiled", "date", "strip", "guilloche"), _KINDS, strict=True))


def _ink(random: np.random.Generator) -> Pixels:
    if random.random() < 0.65:
        return np.full(3, random.choice([1.0, 0.95, 0.8, 0.5, 0.1, 0.0]), np.float32)
    return random.random(3, np.float32)


def _tilt(random: np.random.Generator) -> float:
    return 0.0 if random.random() < 0.5 else float(random.uniform(-60, 60))


def _turned(stamp: Pixels, degrees: float) -> Pixels:
    if degrees == 0.0:
        return stamp
    image = Image.fromarray(stamp).rotate(degrees, Image.Resampling.BICUBIC, expand=True)
    return np.asarray(np.clip(np.asarray(image), 0, 1), np.float32)


def _placed(stamp: Pixels, shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    """Put a stamp somewhere on an empty field; part of it may hang over the border."""
    ends = []
    for room, size in zip(shape, stamp.shape, strict=True):
        overhang = 0.4 * min(size, room)
        ends.append(random.uniform(min(-overhang, room - size), max(room - size + overhang, 0)))
    return _laid(stamp, shape, ends)


def _laid(stamp: Pixels, shape: tuple[int, int], place: Sequence[float]) -> Pixels:
    """Put a stamp on an empty field, its corner at ``place``, which may lie outside."""
    field = np.zeros(shape, np.float32)
    top, left = map(int, place)
    inside = stamp[max(0, -top) : shape[0] - top, max(0, -left) : shape[1] - left]
    field[max(0, top) : max(0, top) + inside.shape[0], max(0, left) : max(0, left) + inside.shape[1]] = inside
    return field


def _resized(field: Pixels, size: Sequence[int]) -> Pixels:
    image = Image.fromarray(field).resize((size[1], size[0]), Image.Resampling.BICUBIC)
    return np.asarray(np.clip(np.asarray(image), 0, 1), np.float32)


def _fitted(field: Pixels, shape: tuple[int, int]) -> Pixels:
    missing = [(0, max(0, room - size)) for room, size in zip(shape, field.shape, strict=True)]
    return np.pad(field, missing)


def _with_shadow(mark: Pixels, ink: Pixels, random: np.random.Generator) -> Mark:
    shift = int(random.integers(1, 4))
    shadow = 0.6 * blurred(np.roll(mark, (shift, shift), axis=(0, 1)), random.uniform(0.3, 1.2))
    opacity = np.maximum(mark, shadow)
    share = (mark / np.maximum(opacity, 1e-6))[..., None]
    dark = np.zeros(3, np.float32) if ink.mean() > 0.3 else np.ones(3, np.float32)
    return opacity.astype(np.float32), (ink * share + dark * (1 - share)).astype(np.float32)
