"""``restorer sheet``: many photos before and after on one picture, to look at."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from restorer import paths
from restorer.app.contact_sheet import Entry, contact_sheet, entries
from restorer.cli.status import DONE, FAILED
from restorer.cli.steps import wanted_recipe
from restorer.cli.terminal import Terminal
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import READABLE, Photo, check_target, save_photo


def draw_sheet(options: argparse.Namespace, terminal: Terminal) -> int:
    """Restore the photos, write the sheet, and return the exit status."""
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    recipe = wanted_recipe(options, catalog, terminal.say)
    photos = _photos(options.photos)
    _check(options.output, photos, overwrite=options.overwrite)
    engine = Engine(options.device)
    try:
        with terminal.progress() as progress:
            shown = list(
                entries(
                    photos[: options.limit],
                    recipe,
                    engine,
                    catalog,
                    side=options.side,
                    progress=progress.part(0.0, 0.95),
                )
            )
            sheet = Photo(contact_sheet(shown, options.across))
            save_photo(sheet, options.output, overwrite=options.overwrite, progress=progress.part(0.95, 0.05))
    finally:
        engine.close()
    _report(shown, options.output, terminal)
    return DONE if all(entry.pictures for entry in shown) else FAILED


def _photos(named: Sequence[Path]) -> list[Path]:
    """Return the photos that are named, and those in folders that are.

    Raises:
        PhotoError: there are none.
    """
    endings = {ending for kind in READABLE.values() for ending in kind}
    found: list[Path] = []
    for path in named:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [it for it in inside if it == path or it.suffix.lower() in endings]
    if not found:
        raise PhotoError("There are no photos there.", hint="Name photos, or a folder of photos.")
    return found


def _check(target: Path, photos: Sequence[Path], *, overwrite: bool) -> None:
    """Refuse before the work what could not be written after it.

    Raises:
        PhotoError: the target is one of the photos, exists, or is of a kind that cannot be written.
    """
    if any(target.exists() and path.exists() and target.samefile(path) for path in photos):
        raise PhotoError(f"{target} is one of the photos.", hint="Give the sheet another name.")
    check_target(Photo(np.zeros((1, 1, 3), np.uint8)), target, overwrite=overwrite)


def _report(shown: Sequence[Entry], target: Path, terminal: Terminal) -> None:
    if terminal.json:
        content = [{"photo": it.name, "shown": list(it.pictures), "sentence": it.sentence} for it in shown]
        terminal.result_json({"result": str(target), "photos": content})
        return
    for entry in shown:
        if not entry.pictures:
            terminal.say(f"{entry.name}: {entry.sentence}")
    terminal.result(str(target))
