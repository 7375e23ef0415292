"""Gives every result a name of its own before anything runs.

Two names count as the same if any usual file system takes them for one: without regard to case or to how
accents are composed.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from restorer.paths import LONGEST_NAME
from restorer.photo import MOST_BITS, WRITABLE, Facts


@dataclass(frozen=True)
class Wanted:
    """A photo that needs a name: its place in the tree of the results, and what kind of file it is."""

    relative: Path
    facts: Facts


class Names:
    """The names that are taken in an output folder: by files that are there, and by results to come."""

    def __init__(self, output: Path, taken: Iterable[Path] = ()) -> None:
        self._output = output
        self._taken = {_key(path) for path in taken}
        self._listed: set[Path] = set()

    def assign(self, wanted: Sequence[Wanted]) -> list[Path]:
        """Return a free target, relative to the output folder, for each photo, and take it.

        Photos that keep their format come first: ``a.png`` keeps its name whatever ``a.heic`` becomes.
        """
        for one in wanted:  # a folder to come must not find a file in its place
            self._taken.update(_key(parent) for parent in one.relative.parents if parent.name)
        targets: dict[int, Path] = {}
        order = sorted(range(len(wanted)), key=lambda at: _suffix(wanted[at]) != wanted[at].relative.suffix)
        for index in order:
            targets[index] = self.free(wanted[index])
        return [targets[index] for index in range(len(wanted))]

    def free(self, wanted: Wanted) -> Path:
        """Return the first of a photo's possible names that is free, and take it."""
        target = next(target for target in _candidates(wanted) if not self._is_taken(target))
        self._taken.add(_key(target))
        return target

    def _is_taken(self, target: Path) -> bool:
        if target.parent not in self._listed:
            self._listed.add(target.parent)
            try:
                there = [path.name for path in (self._output / target.parent).iterdir()]
            except OSError:  # the folder is not there yet
                there = []
            self._taken.update(_key(target.parent / name) for name in there)
        return _key(target) in self._taken


def ending(own: str, kind: str | None, bits: int) -> str:
    """Return the ending of a result: the photo's own where that can be written and is true.

    ``kind`` and ``bits`` (per channel) are those of the photo's file.
    """
    if kind is not None and bits <= MOST_BITS.get(kind, 0):  # else it could not be written as deep
        return own if own.lower() in WRITABLE[kind] else WRITABLE[kind][0]  # a PNG file that is called .jpg
    return ".tif" if bits > 8 else ".png"


def _suffix(wanted: Wanted) -> str:
    return ending(wanted.relative.suffix, wanted.facts.kind, wanted.facts.bits)


def _candidates(wanted: Wanted) -> Iterator[Path]:
    own, suffix = wanted.relative.suffix, _suffix(wanted)
    stem = wanted.relative.name.removesuffix(own)
    yield wanted.relative.with_name(_fitted(stem, "", suffix))
    if own.lower() != suffix.lower() and own:
        yield wanted.relative.with_name(_fitted(stem, f" ({own[1:].lower()})", suffix))
    number = 2
    while True:
        yield wanted.relative.with_name(_fitted(stem, f" ({number})", suffix))
        number += 1


def _fitted(stem: str, addition: str, suffix: str) -> str:
    """Return a name that is not too long; what is cut off is the end of the stem."""
    while len(os.fsencode(stem + addition + suffix)) > LONGEST_NAME:
        stem = stem[:-1]
    return stem + addition + suffix


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()
