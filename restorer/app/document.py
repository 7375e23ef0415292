"""A photo being worked on: what it was, the recipe, what the networks made of it, and the way back.

A `Document` never changes: each change returns the next one, which shares the pixels. Only the pixels of a
running restoration fill up while they are shown (`Rendition`), part by part.
"""

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine, RunReport
from restorer.photo import Box, Photo, open_photo
from restorer.photo.buffers import allocate
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid
from restorer.progress import Progress
from restorer.restoration.denoise import NoiseEstimate, blend, estimate_noise, run_denoiser
from restorer.restoration.recipe import Recipe

_UNDO_LIMIT = 10_000
_SCRATCH_LIMIT = 1 << 30
_STRIP_ROWS = 256


class Rendition:
    """What a network made of a photo at full strength, at every zoom level; filled part by part.

    Where nothing has been computed yet it holds the photo's own pixels.
    """

    def __init__(self, photo: Photo, model_id: str) -> None:
        pixels = allocate(photo.pixels.shape, photo.pixels.dtype, memory_limit=_SCRATCH_LIMIT)
        pixels[...] = photo.pixels
        self.model_id = model_id
        self.pyramid = Pyramid.build(pixels)
        self.complete = False
        self.report: RunReport | None = None
        self._lock = threading.Lock()

    def write(self, box: Box, pixels: Pixels) -> None:
        """Take the network's answer for a part of the photo."""
        with self._lock:  # the coarser levels of two parts share pixels
            self.pyramid.levels[0][box.slices] = pixels
            self.pyramid.update(box)


@dataclass(frozen=True)
class _Change:
    """A step of the history: what the recipe was before it, and the sentence that names it."""

    recipe: Recipe
    name: str


@dataclass(frozen=True, eq=False)
class Document:
    """A photo, its recipe and its history. ``before`` holds the photo at every zoom level."""

    photo: Photo
    before: Pyramid
    recipe: Recipe = field(default_factory=Recipe)
    rendition: Rendition | None = None
    estimate: NoiseEstimate | None = None
    saved_recipe: Recipe = field(default_factory=Recipe)
    _past: tuple[_Change, ...] = field(default=())
    _future: tuple[_Change, ...] = field(default=())

    @property
    def unsaved(self) -> bool:
        """Whether the result differs from what was last saved (an untouched photo needs no saving)."""
        return self.recipe != self.saved_recipe

    @property
    def undo_name(self) -> str | None:
        """What `undo` would take back, or None."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> str | None:
        """What `redo` would do again, or None."""
        return self._future[-1].name if self._future else None

    def with_recipe(self, recipe: Recipe, name: str, *, continued: bool = False) -> Self:
        """Return the document with another recipe. ``name`` is shown by undo.

        ``continued`` joins the change to the one before if that has the same name: a slider
        that is being dragged is one change, however many values it passes.
        """
        if recipe == self.recipe:
            return self
        joined = continued and self._past and self._past[-1].name == name
        past = self._past if joined else (*self._past, _Change(self.recipe, name))[-_UNDO_LIMIT:]
        return dataclasses.replace(self, recipe=recipe, _past=past, _future=())

    def undo(self) -> Self:
        """Return the document as it was before the last change; itself if there is none."""
        if not self._past:
            return self
        last = self._past[-1]
        future = (*self._future, _Change(self.recipe, last.name))
        return dataclasses.replace(self, recipe=last.recipe, _past=self._past[:-1], _future=future)

    def redo(self) -> Self:
        """Return the document with the last undone change done again; itself if there is none."""
        if not self._future:
            return self
        last = self._future[-1]
        past = (*self._past, _Change(self.recipe, last.name))
        return dataclasses.replace(self, recipe=last.recipe, _past=past, _future=self._future[:-1])

    def with_rendition(self, rendition: Rendition | None) -> Self:
        """Return the document with another network result."""
        return dataclasses.replace(self, rendition=rendition)

    def with_estimate(self, estimate: NoiseEstimate) -> Self:
        """Return the document with a noise estimate."""
        return dataclasses.replace(self, estimate=estimate)

    def as_saved(self) -> Self:
        """Return the document marked as saved."""
        return dataclasses.replace(self, saved_recipe=self.recipe)

    def after_pixels(self, level: int, box: Box) -> Pixels:
        """Return the restored pixels of ``box`` at a zoom level (0 is full size), in the photo's own depth.

        Quick enough for a slider: the networks' results are blended, never computed again.
        """
        before = self.before.read(level, box)
        step = self.recipe.denoise
        if step is None or self.rendition is None:
            return before
        return blend(before, self.rendition.pyramid.read(level, box), step.strength)

    def result(self) -> Photo:
        """Return the photo with the recipe carried out, as `restoration.restore` would; what is saved."""
        step = self.recipe.denoise
        if step is None or self.rendition is None:
            return self.photo
        before, full = self.photo.pixels, self.rendition.pyramid.levels[0]
        pixels = allocate(before.shape, before.dtype, memory_limit=_SCRATCH_LIMIT)
        for top in range(
            0, len(before), _STRIP_ROWS
        ):  # blending takes several times the memory of its pixels
            rows = slice(top, top + _STRIP_ROWS)
            pixels[rows] = blend(before[rows], full[rows], step.strength)
        return dataclasses.replace(self.photo, pixels=pixels)


def open_document(path: Path, *, progress: Progress | None = None) -> Document:
    """Open a photo to work on it.

    Raises:
        PhotoError: the file cannot be read.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    return document_of(open_photo(path, progress=progress.part(0.0, 0.6)), progress=progress.part(0.6, 0.4))


def document_of(photo: Photo, *, progress: Progress | None = None) -> Document:
    """Start work on a photo that is in memory (opened before, or pasted)."""
    return Document(photo, Pyramid.build(photo.pixels, progress))


def estimate(
    document: Document, engine: Engine, catalog: Catalog, model_id: str, *, progress: Progress | None = None
) -> NoiseEstimate:
    """Estimate the noise of a document's photo with the named model. Raises as `restore_document`."""
    return estimate_noise(document.photo, catalog.find(model_id), engine, progress=progress)


def restore_document(
    document: Document,
    rendition: Rendition,
    engine: Engine,
    catalog: Catalog,
    *,
    first: Box | None = None,
    on_part: Callable[[Box], None] | None = None,
    progress: Progress | None = None,
) -> Rendition:
    """Fill ``rendition``: the visible area ``first``, then the whole photo.

    ``on_part`` hears, in the calling thread, of every part that has become ready.

    Raises:
        ModelError: the model is missing, damaged or does not fit.
        DeviceError: no device can run it.
        Cancelled: somebody asked to stop; what is ready stays in the rendition.
    """
    progress = progress or Progress()
    photo, model = document.photo, catalog.find(rendition.model_id)

    def write(box: Box, pixels: Pixels) -> None:
        rendition.write(box, pixels)
        if on_part:
            on_part(box)

    share = 0.0
    whole = Box.of(photo.pixels)
    visible = first.intersect(whole) if first else whole
    if not visible.empty and visible != whole:
        share = visible.height * visible.width / (whole.height * whole.width + visible.height * visible.width)
        run_denoiser(photo, model, engine, write, area=visible, progress=progress.part(0.0, share))
    report = run_denoiser(photo, model, engine, write, progress=progress.part(share, 1 - share))
    rendition.report, rendition.complete = report.run, True
    return rendition
