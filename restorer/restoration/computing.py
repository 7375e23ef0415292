"""Runs the networks that a recipe needs and a rendition lacks; see docs/decisions/005 for what is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from restorer.errors import InvalidRecipe
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.colorize import find_colours
from restorer.restoration.denoise import run_denoiser
from restorer.restoration.detail import run_coarse, run_detail
from restorer.restoration.layers import CELL, Layer, near_each_other
from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.looking import coarse_wear_of, know_faces, look, tones_of
from restorer.restoration.mark_groups import mark_groups, overlays_of, same_marks
from restorer.restoration.masking import Lift, Weights, fill, laid_over, lifting, seen_share
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import tile_box
from restorer.restoration.planes import Read, Write, evened
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Key, Rendition, changes
from restorer.restoration.stages import (
    Kind,
    Stage,
    StepReport,
    colour_step,
    filler_of,
    lets_shine_through,
    mask_steps,
    models_of,
    stages,
)
from restorer.restoration.steps import Colorize, MaskStep, Step
from restorer.restoration.tones import tone

_CELLS_SHARE = 0.15
"""Of the photo: how much is taken to hold repairs, before anybody knows."""

_COARSE_COST = 0.25  # at half the size
_SMALL_COST = 0.2  # megapixels' worth of work for a network that looks at a small copy


def compute(
    rendition: Rendition,
    recipe: Recipe,
    engine: Engine,
    catalog: Catalog,
    *,
    first: Box | None = None,
    on_part: Callable[[Box], None] | None = None,
    progress: Progress | None = None,
) -> tuple[StepReport, ...]:
    """Fill ``rendition`` with all that ``recipe`` needs, the area ``first`` before the rest.

    ``on_part`` hears, in the calling thread, of every part that looks different now. Returns a report for
    each network, also for those that had run before.

    Raises:
        ModelError: a model is missing, damaged or for another task.
        DeviceError: no device can run one.
        Cancelled: somebody asked to stop; what is ready stays.
    """
    models = models_of(recipe, catalog)
    _check_places(rendition, recipe)
    rendition.cards.update({model.card.id: model.card for model in models.values()})
    work = _Work(rendition, recipe, engine, models, on_part or (lambda _: None))
    progress = progress or Progress()
    known = know_faces(rendition, recipe, engine, catalog, progress=progress.part(0.0, 0.0))
    if known and rendition.spared(recipe):
        work.redraw()
    todo = work.todo(first)
    total = sum(task.cost for task in todo) or 1.0
    done = 0.0
    for task in todo:
        task.run(progress.part(done / total, task.cost / total))
        done += task.cost
    progress(1.0)
    rendition.forget(recipe)
    return rendition.reports_of(recipe)


def _check_places(rendition: Rendition, recipe: Recipe) -> None:
    """Refuse what was painted on a photo of another size, or judged there.

    Raises:
        InvalidRecipe: so it was.
    """
    whole = Box(0, 0, *rendition.size)
    for step in mask_steps(recipe):
        judged = [Box(row, column, row + 1, column + 1) for row, column in (*step.accepted, *step.rejected)]
        strange = step.judged_on not in (None, rendition.size)
        if judged and (strange or any(place.intersect(whole) != place for place in judged)):
            raise InvalidRecipe(
                "The recipe accepts or rejects repairs of a photo of another size.",
                hint="Use it for that photo, or save it as a preset, without them.",
            )
        if step.edits is not None and step.edits.added.size != rendition.size:
            height, width = step.edits.added.size
            raise InvalidRecipe(
                f"The recipe's mask was painted on a photo of {width} × {height} pixels.",
                hint="Use it for that photo, or save it as a preset, without the mask.",
            )


@dataclass(frozen=True)
class _Task:
    """A piece of work and what it costs, in multiply-adds of a network, roughly."""

    cost: float
    run: Callable[[Progress], None]


class _Work:
    def __init__(
        self,
        rendition: Rendition,
        recipe: Recipe,
        engine: Engine,
        models: dict[str, Model],
        on_part: Callable[[Box], None],
    ) -> None:
        self._rendition, self._recipe, self._engine, self._models = rendition, recipe, engine, models
        self._on_part = on_part
        self._photo = rendition.photo
        self._all = Box(0, 0, *rendition.size)
        self._stages = stages(recipe)
        self._masks = mask_steps(recipe)
        self._keys = rendition.whole_keys(recipe)
        self._mended_keys = rendition.mended_keys(recipe) if self._masks else []
        self._edits = tuple(step.edits for step in self._masks)
        self._changed: dict[tuple[Edits | None, ...], list[Box]] = {}
        """Where things are other than when these strokes were all that was painted."""

    def redraw(self) -> None:
        """Say that all may look different now."""
        self._on_part(self._all)

    def todo(self, first: Box | None) -> list[_Task]:
        """Return what is missing, in order."""
        tasks = []
        visible = first.intersect(self._all) if first else self._all
        if not visible.empty and visible != self._all:
            tasks += [self._stage_task(index, visible) for index in self._missing_stages()]
        unseen = [step for step in self._masks if step.finding and self._rendition.repairs(step) is None]
        picture = self._rendition.frame.picture
        for step in unseen:
            share = seen_share(self._models[step.model].card, picture, self._rendition.softness)
            cost = self._cost(step.model, share)
            tasks.append(_Task(cost, lambda progress, step=step: self._find(step, progress)))  # type: ignore[misc]
        tasks += [self._stage_task(index, self._all) for index in self._missing_stages()]
        if self._masks and not self._rendition.mended_for(self._recipe):
            tasks.append(_Task(self._mending_cost(), self._mend))
        colours = colour_step(self._recipe)
        if colours is not None and self._rendition.colouring(colours) is None:
            cost = self._cost(colours.model, _SMALL_COST / self._photo.megapixels)
            tasks.append(_Task(cost, lambda progress: self._colour(colours, progress)))
        return tasks

    def _cost(self, model: str, share: float) -> float:
        return (self._models[model].card.kilo_macs_per_pixel or 1.0) * share

    def _mending_cost(self) -> float:
        names = [filler_of(step) for step in self._masks] + [stage.model for stage in self._stages]
        return sum(self._cost(name, _CELLS_SHARE) for name in names)

    def _report(
        self,
        key: Key,
        step: Step,
        model: str,
        run: RunReport,
        *,
        estimate: NoiseEstimate | None = None,
        framed: bool = False,
    ) -> None:
        card = self._models[model].card
        report = StepReport(step, card.name, card.version, card.sha256, run, estimate, framed=framed)
        self._rendition.reports[key] = report

    # The whole photo

    def _missing_stages(self) -> list[int]:
        layers = [self._rendition.whole.get(key) for key in self._keys]
        return [index for index, layer in enumerate(layers) if layer is None or not layer.complete]

    def _stage_task(self, index: int, area: Box) -> _Task:
        share = area.height * area.width / (self._all.height * self._all.width)
        kind = self._stages[index].kind
        share *= {Kind.TONES: _SMALL_COST, Kind.COARSE: _COARSE_COST}.get(kind, 1.0)
        cost = self._cost(self._stages[index].model, share)
        return _Task(cost, lambda progress: self._run_stage(index, area, progress))

    def _run_stage(self, index: int, area: Box, progress: Progress) -> None:
        key = self._keys[index]
        layer = self._rendition.layer(key)

        def write(box: Box, pixels: Pixels) -> None:
            layer.write(box, pixels)
            self._on_part(box)

        before = self._rendition.whole[self._keys[index - 1]].pixels if index else self._photo.pixels
        self._run(self._stages[index], key, lambda box: before[box.slices], write, area, progress)
        layer.cover(area)
        if area == self._all:
            layer.finish()

    def _run(
        self, stage: Stage, key: Key | None, read: Read, write: Write, area: Box, progress: Progress
    ) -> None:
        """Run a stage over an area; report it under ``key`` if that is given."""
        model, size = self._models[stage.model], self._rendition.size
        estimate, framed = None, False
        if self._rendition.grey_in_colour:
            write = _in_grey(write)
        if stage.kind == Kind.DENOISE:
            done = run_denoiser(read, size, model, self._engine, write, area=area, progress=progress)
            run, estimate = done.run, done.estimate
        elif stage.kind == Kind.COARSE:
            wear = coarse_wear_of(self._rendition, model, self._engine, progress=progress.part(0.0, 0.1))
            rest = progress.part(0.1, 0.9)
            run = run_coarse(read, size, wear.scale, model, self._engine, write, area=area, progress=rest)
        elif stage.kind == Kind.DETAIL:
            run = run_detail(read, size, model, self._engine, write, area=area, progress=progress)
        else:
            toning = tones_of(self._rendition, model, self._engine, progress=progress.part(0.0, 0.3))
            tone(toning, read, write, area=area, progress=progress.part(0.3, 0.7))
            run, framed = toning.run, not toning.frame.empty
        if key is not None:
            self._report(key, stage.step, stage.model, run, estimate=estimate, framed=framed)

    def _colour(self, step: Colorize, progress: Progress) -> None:
        model = self._models[step.model]
        pixels, frame = self._photo.pixels, self._rendition.frame
        colouring = find_colours(pixels, model, self._engine, step.hints, frame, progress=progress)
        self._rendition.colourings[model.card.sha256, step.hints] = colouring
        framed = not colouring.frame.empty
        self._report(("colour", model.card.sha256), step, step.model, colouring.run, framed=framed)
        self._on_part(self._all)

    # Repairs

    def _find(self, step: MaskStep, progress: Progress) -> None:
        look(self._rendition, step, self._models[step.model], self._engine, progress=progress)

    def _mend(self, progress: Progress) -> None:
        """Bring the cells that hold repairs up to date, step by step and stage by stage."""
        cells = sorted(self._touched())
        parts = len(self._mended_keys)
        pixels = self._photo.pixels
        read: Read = lambda box: pixels[box.slices]  # noqa: E731 - the first of a row
        reach = 0
        for index, key in enumerate(self._mended_keys):
            layer = self._rendition.layer(key, mended=True)
            part = progress.part(index / parts, 1 / parts)
            if index < len(self._masks):
                step = self._masks[index]
                reach += self._reach(filler_of(step), self._rendition.softness)
                self._fill_cells(step, layer, read, self._stale(layer, cells, reach), part)
                base = pixels
            else:
                stage = self._stages[index - len(self._masks)]
                wear = self._rendition.looks.wear.get(self._models[stage.model].card.sha256)
                coarse = wear is not None and stage.kind == Kind.COARSE
                reach += self._reach(stage.model, wear.scale if wear and coarse else 1)
                self._stage_cells(stage, layer, read, self._stale(layer, cells, reach), part)
                base = self._rendition.whole[self._keys[index - len(self._masks)]].pixels
            read = laid_over(base, layer, cells)
        self._rendition.settled[self._mended_keys[-1]] = self._edits
        for cell in cells:
            self._on_part(cell)

    def _reach(self, model: str, scale: int) -> int:
        """Return how far a pixel sees: farther in a reduced photo, and from there on to its neighbours."""
        radius = self._models[model].card.receptive_radius or 0
        return scale * (radius + 2) if scale > 1 else radius

    def _touched(self) -> set[Box]:
        """Return the cells in which anything may be repaired."""
        touched: set[Box] = set()
        for step in self._masks:
            if (repairs := self._rendition.repairs(step)) is not None:
                touched |= repairs.touched(repairs.from_score(self._rendition.possible(step)))
            touched |= self._painted_cells(step.edits)
        return touched

    def _painted_cells(self, edits: Edits | None) -> set[Box]:
        return {tile_box(place).intersect(self._all) for place in edits.added.tiles} if edits else set()

    def _stale(self, layer: Layer, cells: Sequence[Box], reach: int) -> list[Box]:
        """Return the cells that were not computed yet, or before something was painted within reach."""
        stale = []
        for cell in cells:
            painted = layer.painted.get(cell)
            if painted is None:
                stale.append(cell)
                continue
            if painted not in self._changed:
                boxes = changes(painted, self._edits)
                self._changed[painted] = boxes + self._retold(painted, cells, boxes)
            around = cell.grow(reach)
            if any(not box.intersect(around).empty for box in self._changed[painted]):
                stale.append(cell)
            else:
                layer.painted[cell] = self._edits
        return stale

    def _lift(self, step: MaskStep, weights: Weights, cells: Sequence[Box]) -> Lift | None:
        """Return what tells, in ``cells``, what shines through marks; None if nothing does."""
        repeating = self._rendition.overlay(step)
        if repeating is not None:
            return lifting([repeating], _added(step.edits))
        if not lets_shine_through(step):
            return None
        marks = mark_groups(self._rendition.size, weights, sorted(self._touched()))
        return lifting(overlays_of(self._photo.pixels, weights, marks, cells))

    def _retold(
        self, painted: Sequence[Edits | None], cells: Sequence[Box], boxes: Sequence[Box]
    ) -> list[Box]:
        """Return where marks tell something else of themselves, now that something changed in ``boxes``.

        Also what is no longer painted lay beside what is left of its mark, and so near it.
        """
        found = []
        for step, before in zip(self._masks, painted, strict=True):
            if lets_shine_through(step) and before is not step.edits and not self._rendition.overlay(step):
                found += same_marks(mark_groups(self._rendition.size, self._weights(step), cells), boxes)
        return found

    def _fill_cells(
        self, step: MaskStep, layer: Layer, read: Read, cells: Sequence[Box], progress: Progress
    ) -> None:
        model = self._models[filler_of(step)]
        size, scale = self._rendition.size, self._rendition.softness
        weights = self._weights(step)
        holes = weights if step.filler else _added(step.edits)
        lift = self._lift(step, weights, cells)
        runs = []
        groups = near_each_other(cells, scale * CELL)
        for index, (area, members) in enumerate(groups):
            part = progress.part(index / len(groups), 1 / len(groups))
            pixels, run = fill(
                read, size, scale, weights, holes, model, self._engine, area, lift=lift, progress=part
            )
            pixels = evened(pixels) if self._rendition.grey_in_colour else pixels
            for cell in members:
                layer.write(cell, pixels[cell.within(area).slices])
                layer.painted[cell] = self._edits
            runs.append(run)
        if runs:
            self._report(("fill", model.card.sha256), step, filler_of(step), _together(runs))

    def _stage_cells(
        self, stage: Stage, layer: Layer, read: Read, cells: Sequence[Box], progress: Progress
    ) -> None:
        for index, cell in enumerate(cells):
            part = progress.part(index / len(cells), 1 / len(cells))
            self._run(stage, None, read, layer.write, cell, part)
            layer.cover(cell)
            layer.painted[cell] = self._edits

    def _weights(self, step: MaskStep) -> Callable[[Box], NDArray[np.uint8]]:
        """Return how much of each pixel's filling is taken, with all repairs made that may be wanted."""
        repairs, added = self._rendition.repairs(step), _added(step.edits)
        if repairs is None:
            return added
        counting = repairs.from_score(self._rendition.possible(step))
        return lambda box: np.maximum(repairs.weights(box, counting), added(box))


def _in_grey(write: Write) -> Write:
    return lambda box, pixels: write(box, evened(pixels))


def _added(edits: Edits | None) -> Callable[[Box], NDArray[np.uint8]]:
    """Return where something was painted, as 0 or 255: how hard the brush was is up to the mask."""
    if edits is None:
        return lambda box: np.zeros((box.height, box.width), np.uint8)
    return lambda box: np.where(edits.added.read(0, box) > 0, np.uint8(255), np.uint8(0))


def _together(runs: Sequence[RunReport]) -> RunReport:
    last = runs[-1]
    return replace(last, tiles=sum(run.tiles for run in runs), seconds=sum(run.seconds for run in runs))
