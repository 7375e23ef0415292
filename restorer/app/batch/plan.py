"""Decides, before anything runs, what a batch will do: which photos, under which names, at what cost."""

import os
from dataclasses import dataclass
from pathlib import Path

from restorer.app.batch.gather import Found, Gathering
from restorer.app.batch.items import Item, Refused, State, Treatment, sha256_of
from restorer.app.batch.journal import Journal, Row
from restorer.app.batch.naming import Names, Wanted
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.pace import Span
from restorer.errors import PhotoError
from restorer.photo import READABLE, Facts, probe
from restorer.progress import Progress

_KEPT_SHARE = {"JPEG": 0.3, "WEBP": 0.25, "AVIF": 0.25, "PNG": 0.75, "TIFF": 1.0}
"""Of the bytes of the pixels: what a photo takes on the disk at most, as a rule."""

_PHOTO_NAMES = frozenset(suffix for suffixes in READABLE.values() for suffix in suffixes)


@dataclass(frozen=True)
class BatchPlan:
    """What a batch will do.

    ``done`` photos have their results already, or were found to need none; ``failed`` ones cannot be read, or
    failed before and have not changed since; ``skipped`` files are no photos. ``disk_free`` is in bytes, now.
    """

    output: Path
    treatment: Treatment
    key: str
    items: tuple[Item, ...]
    done: tuple[Refused, ...]
    failed: tuple[Refused, ...]
    skipped: tuple[Refused, ...]
    disk_free: int

    @property
    def megapixels(self) -> float:
        """Millions of pixels of all photos to be restored."""
        return sum(item.facts.megapixels for item in self.items)

    @property
    def disk_needed(self) -> int:
        """The bytes that the results will take at most, as a rule."""
        return sum(bytes_needed(item, self.treatment.save.bits) for item in self.items)

    def duration(self, pace: Span) -> Span:
        """Return how long it will take at so many seconds per megapixel."""
        return Span(pace.low * self.megapixels, pace.high * self.megapixels)


def bytes_needed(item: Item, bits: int | None = None) -> int:
    """Return how much room an item's result will take at most, as a rule."""
    suffix = item.target.suffix.lower()
    kind = next((kind for kind, suffixes in READABLE.items() if suffix in suffixes), "TIFF")
    depth = bits or item.facts.bits
    if kind in ("JPEG", "WEBP", "AVIF"):
        depth = 8
    pixels = item.facts.width * item.facts.height * item.facts.channels * depth // 8
    return max(int(pixels * _KEPT_SHARE[kind]), item.size if kind == item.facts.kind else 0) + 4096


def plan_batch(
    gathering: Gathering,
    output: OutputFolder,
    treatment: Treatment,
    key: str,
    journal: Journal,
    *,
    retry_failed: bool = False,
    under_way: bool = False,
    progress: Progress | None = None,
) -> BatchPlan:
    """Plan a batch; ``key`` is the treatment's. Writes nothing but the new names of photos that were moved.

    If the batch is ``under_way``, what the journal says is planned or running will come without this plan.

    Raises:
        PhotoError: a folder of photos vanished meanwhile.
        Cancelled: somebody asked to stop.
    """
    planner = _Planner(output, key, journal.rows(), retry_failed, under_way)
    progress = progress or Progress()
    for index, found in enumerate(gathering.found):
        progress(index / len(gathering.found), f"Looking at “{found.source.name}”")
        planner.take(found)
    return BatchPlan(
        output.path,
        treatment,
        key,
        tuple(planner.items(journal)),
        tuple(planner.done),
        tuple(planner.failed),
        (*gathering.refused, *planner.skipped),
        output.free_bytes(),
    )


class _Planner:
    def __init__(
        self, output: OutputFolder, key: str, rows: list[Row], retry_failed: bool, under_way: bool
    ) -> None:
        self._output = output
        self._retry = retry_failed
        coming = [row for row in rows if under_way and row.state in (State.PLANNED, State.RUNNING)]
        self._coming = {row.source for row in coming}
        self._taken = [row.target for row in coming if row.target]
        self._rows = {row.source: row for row in rows if row.treatment == key}  # the latest counts
        self._results = {row.target: row for row in rows if row.treatment == key and row.state == State.DONE}
        self._wanted: list[tuple[Found, Facts]] = []
        self._moved: list[tuple[Row, Found]] = []
        self.done: list[Refused] = []
        self.failed: list[Refused] = []
        self.skipped: list[Refused] = []

    def take(self, found: Found) -> None:
        if found.source in self._coming:
            return
        row = self._rows.get(found.source) or self._moved_row(found)
        if row and row.state == State.DONE and self._is_done(row, found):
            reason = f"It has been restored already: {row.target}."
            self.done.append(Refused(found.source, reason, found.size, found.modified))
            return
        if row and row.state == State.SKIPPED and row.input_hash and _unchanged(row, found):
            self.done.append(Refused(found.source, row.reason, found.size, found.modified))
            return
        if row and row.state == State.FAILED and not self._retry and _unchanged(row, found):
            self.failed.append(Refused(found.source, row.reason, found.size, found.modified))
            return
        try:
            self._wanted.append((found, probe(found.source)))
        except PhotoError as error:
            if not found.root.is_dir():
                raise PhotoError(f"The folder “{found.root}” has vanished.", "Connect it again.") from error
            # What is called a photo but is none should worry somebody; a text file among photos should not.
            is_called_photo = found.source.suffix.lower() in _PHOTO_NAMES
            refused = Refused(found.source, error.message, found.size, found.modified)
            (self.failed if is_called_photo else self.skipped).append(refused)

    def items(self, journal: Journal) -> list[Item]:
        """Name the photos that were taken, and return them."""
        for known, moved in self._moved:
            journal.seen_again(known.id, moved.source, moved.size, moved.modified)
        names = Names(self._output.path, self._taken)
        targets = names.assign([Wanted(found.relative, facts) for found, facts in self._wanted])
        return [
            Item(
                found.source,
                found.root,
                target,
                facts,
                found.size,
                found.modified,
                interrupted=row.interrupted if (row := self._rows.get(found.source)) else 0,
            )
            for (found, facts), target in zip(self._wanted, targets, strict=True)
        ]

    def _is_done(self, row: Row, found: Found) -> bool:
        """Whether the result is there, and is that of this very photo."""
        if row.target is None or not os.path.lexists(self._output.path / row.target):
            return False
        if row.source == found.source and _unchanged(row, found):
            return True
        try:
            if row.size != found.size or sha256_of(found.source) != row.input_hash:
                return False
        except OSError:
            return False
        self._moved.append((row, found))
        return True

    def _moved_row(self, found: Found) -> Row | None:
        """Return the row of a photo whose folder has another name now: the results' tree is the same."""
        row = self._results.get(found.relative)
        return row if row and not row.source.exists() else None


def _unchanged(row: Row, found: Found) -> bool:
    return row.size == found.size and row.modified == found.modified
