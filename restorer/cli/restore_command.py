"""``restorer restore``: a photo in, a restored one out."""

import argparse
import contextlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from restorer import paths
from restorer.app.batch.naming import ending
from restorer.app.diagnosis import diagnose
from restorer.app.findings import Diagnosis
from restorer.app.provenance import with_provenance
from restorer.app.sidecar import check_sidecar, write_sidecar
from restorer.cli.steps import for_photo, wanted_recipe, write_mask
from restorer.cli.terminal import Terminal
from restorer.errors import PhotoError, RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo, SaveOptions, check_target, losses, save_photo
from restorer.photo.probing import probe
from restorer.progress import Progress
from restorer.restoration.recipe import Recipe, name_of
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import Restoration, restore
from restorer.restoration.stages import Deed, StepReport, stages


def restore_photo(options: argparse.Namespace, terminal: Terminal, opened: Callable[[], Photo]) -> int:
    """Restore one photo, which ``opened`` returns as soon as it is read, and return the exit status."""
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    wanted = wanted_recipe(options, catalog, terminal.warn)
    engine = Engine(options.device)
    with terminal.progress() as progress, ThreadPoolExecutor(1, "prepare") as aside:
        aside.submit(_prepare, engine, catalog, wanted, options.photo)
        progress(0.0, "Opening")
        photo = opened()
        target = options.output or _beside(photo, options.photo)
        save_options = SaveOptions(options.quality, options.bits, options.strip_private)
        _check_target(target, photo, overwrite=options.overwrite)
        if options.mask_out is not None and options.mask_out.absolute() == target.absolute():
            raise PhotoError("The mask and the result cannot be one file.", "Give one of them another name.")
        if options.sidecar:
            check_sidecar(target, options.photo, overwrite=options.overwrite)
        rendition = Rendition(photo)
        recipe, share = wanted, 0.05
        if wanted is None:
            found = diagnose(rendition, engine, catalog, progress=progress.part(0.05, 0.35))
            _tell(found, terminal)
            recipe, share = found.recipe, 0.4
        recipe = for_photo(recipe or Recipe(), options, photo)
        if not recipe.active:
            return _nothing_to_do(options.photo, terminal)
        for sentence in (*photo.notes, *losses(photo, target, save_options)):
            terminal.warn(sentence)

        def save(restored: Photo, deeds: Sequence[Deed]) -> None:
            if options.mask_out is not None:
                write_mask(options.mask_out, rendition, recipe, overwrite=options.overwrite)
            told = with_provenance(restored, recipe, deeds)
            stoppable = Progress(token=progress.token)
            save_photo(told, target, save_options, overwrite=options.overwrite, progress=stoppable)

        part = progress.part(share, 1.0 - share)
        restoration = restore(photo, recipe, engine, catalog, rendition=rendition, save=save, progress=part)
        device = engine.device.id
    if options.sidecar:
        write_sidecar(rendition, recipe, options.photo, target, restoration.photo, save_options, device)
    _report(restoration, options.photo, target, terminal)
    return 0


def _nothing_to_do(photo: Path, terminal: Terminal) -> int:
    terminal.say("Nothing was written.")
    if terminal.json:
        terminal.result_json({"source": str(photo), "result": None, "unchanged": 1.0, "steps": []})
    return 0


def _tell(diagnosis: Diagnosis, terminal: Terminal) -> None:
    for finding in diagnosis.findings:
        terminal.say(finding.sentence)
    for sentence in diagnosis.unknown:
        terminal.say(sentence)
    terminal.say(diagnosis.statement)


def _prepare(engine: Engine, catalog: Catalog, recipe: Recipe | None, path: Path) -> None:
    """Let the engine get ready, for the first stage above all; what is wrong is said when its turn comes."""
    recipe = recipe or Recipe()
    with contextlib.suppress(RestorerError):
        for stage in stages(recipe)[:1]:
            facts = probe(path)
            engine.prepare(catalog.find(stage.model), (facts.height, facts.width))
        for name in recipe.models:
            engine.load(catalog.find(name))


def _beside(photo: Photo, source: Path) -> Path:
    """Return "NAME restored.ext" in the source's folder, in a format that can be written and holds it all."""
    suffix = ending(source.suffix, photo.format, photo.bits)
    return source.with_name(f"{source.stem} restored{suffix}")


def _check_target(target: Path, photo: Photo, *, overwrite: bool) -> None:
    """Refuse before minutes of work what saving would refuse after them.

    Raises:
        PhotoError: the target is the original or exists, its folder takes no files, or its format cannot
            hold the photo.
    """
    check_target(photo, target, overwrite=True)
    if os.path.lexists(target) and not overwrite:
        raise PhotoError(f"{target} exists already.", hint="Give another name with -o, or add --overwrite.")


def _report(restoration: Restoration, source: Path, target: Path, terminal: Terminal) -> None:
    if terminal.json:
        terminal.result_json(
            {
                "source": str(source),
                "result": str(target),
                "unchanged": restoration.unchanged,
                "steps": [_of_step(report) for report in restoration.steps],
            }
        )
        return
    for report in restoration.steps:
        for notice in report.run.notices:
            terminal.say(notice)
        did = f"{report.finding}, " if report.finding else ""
        did += f"{report.run.seconds:.1f} s"
        terminal.say(f"{report.model} {report.version} on {report.run.device.name}: {did}")
    terminal.say(f"{100 * restoration.unchanged:.1f} % of the pixels are unchanged to the bit.")
    terminal.result(str(target))


def _of_step(report: StepReport) -> dict[str, object]:
    content: dict[str, object] = {
        "step": name_of(report.step),
        "strength": report.step.strength,
        "model": report.model,
        "version": report.version,
        "sha256": report.sha256,
        "device": report.run.device.id,
        "tiles": report.run.tiles,
        "seconds": round(report.run.seconds, 3),
        "notices": list(report.run.notices),
    }
    if report.estimate is not None:
        content["noise"] = round(report.estimate.noise, 2)
        content["compression"] = round(report.estimate.compression, 2)
    if report.repairs is not None:
        content["repairs"] = report.repairs
    return content
