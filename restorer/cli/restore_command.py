"""``restorer restore``: a photo in, a restored one out."""

import argparse
import os
from pathlib import Path

from restorer import paths
from restorer.cli.terminal import Terminal
from restorer.errors import InvalidRecipe, PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import WRITABLE, Photo, SaveOptions, check_target, losses, open_photo, save_photo
from restorer.restoration.recipe import Recipe, load_recipe, name_of
from restorer.restoration.restore import Restoration, restore
from restorer.restoration.stages import StepReport
from restorer.restoration.steps import Denoise


def restore_photo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Restore one photo and return the exit status."""
    recipe = recipe_of(options)
    engine = Engine(options.device)
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    with terminal.progress() as progress:
        photo = open_photo(options.photo, progress=progress.part(0.0, 0.05))
        target = options.output or _beside(photo, options.photo)
        save_options = SaveOptions(options.quality, options.bits, options.strip_private)
        _check_target(target, photo, overwrite=options.overwrite)
        for sentence in (*photo.notes, *losses(photo, target, save_options)):
            terminal.say(sentence)
        restoration = restore(photo, recipe, engine, catalog, progress=progress.part(0.05, 0.85))
        engine.close()  # the result may need the memory
        save_photo(
            restoration.photo,
            target,
            save_options,
            overwrite=options.overwrite,
            progress=progress.part(0.9, 0.1),
        )
    _report(restoration, options.photo, target, terminal)
    return 0


def recipe_of(options: argparse.Namespace) -> Recipe:
    """Return the recipe that the options say.

    Raises:
        InvalidRecipe: they say none, or its file is no recipe.
    """
    if options.recipe is not None:
        return load_recipe(options.recipe)
    if not options.denoise:
        raise InvalidRecipe(
            "There is nothing to do.", hint="Say a step, for instance --denoise, or give --recipe."
        )
    return Recipe((Denoise(options.strength / 100, options.model),))


def _beside(photo: Photo, source: Path) -> Path:
    """Return "NAME restored.ext" in the source's folder, in a format that can be written."""
    endings = {ending for kind in WRITABLE.values() for ending in kind}
    suffix = source.suffix if source.suffix.lower() in endings else (".tif" if photo.bits > 8 else ".png")
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
                "steps": [
                    {
                        "step": name_of(report.step),
                        "strength": report.step.strength,
                        "model": report.model,
                        "version": report.version,
                        "sha256": report.sha256,
                        "device": report.run.device.id,
                        "tiles": report.run.tiles,
                        "seconds": round(report.run.seconds, 3),
                        **_found(report),
                        "notices": list(report.run.notices),
                    }
                    for report in restoration.steps
                ],
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


def _found(report: StepReport) -> dict[str, object]:
    found: dict[str, object] = {}
    if report.estimate is not None:
        found["noise"] = round(report.estimate.noise, 2)
        found["compression"] = round(report.estimate.compression, 2)
    if report.repairs is not None:
        found["repairs"] = report.repairs
    return found
