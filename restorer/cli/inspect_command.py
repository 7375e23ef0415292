"""``restorer inspect``: lists the photos and places of a folder that do not belong."""

import argparse
from typing import Any

from restorer import paths
from restorer.app.inspection import Inspection, detector, inspect_photos
from restorer.cli.status import DONE
from restorer.cli.terminal import Terminal
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Box


def inspect(options: argparse.Namespace, terminal: Terminal) -> int:
    """Inspect the folder, print what was found, and return the exit status."""
    model = detector(Catalog([paths.bundled_models(), paths.user_models()]), options.model)
    engine = Engine(options.device)
    try:
        with terminal.progress() as progress:
            found = inspect_photos(options.folder, model, engine, progress=progress)
    finally:
        engine.close()
    if not found.findings:
        raise PhotoError(
            f"None of the photos in “{options.folder}” can be read.", "Name a folder of sound photos."
        )
    if options.json:
        terminal.result_json(_facts(found))
    else:
        _print(found, terminal)
    return DONE


def _print(found: Inspection, terminal: Terminal) -> None:
    for spot in found.same_spots:
        terminal.result(
            f"The same spot is damaged in {spot.count} of {spot.scans} scans, at {_where(spot.box)}: "
            "clean the scanner’s glass there."
        )
    rows = [
        (str(it.path), "unlike the others" if it.unlike else "", str(len(it.places)),
         ", ".join(_where(place.box) for place in it.places[:3]))
        for it in found.findings if it.worth_a_look
    ]  # fmt: skip
    if rows:
        terminal.result_table(("photo", "as a whole", "places", "the surest"), rows)
    if not rows and not found.same_spots:
        terminal.result("Everything belongs: nothing unusual was found.")
    for path in found.unreadable:
        terminal.say(f"Could not be read: {path}")


def _where(box: Box) -> str:
    return f"{box.left}, {box.top} ({box.width} × {box.height})"


def _facts(found: Inspection) -> dict[str, Any]:
    def box(of: Box) -> list[int]:
        return [of.top, of.left, of.bottom, of.right]

    return {
        "model": found.model,
        "same_spots": [{"box": box(it.box), "count": it.count, "scans": it.scans} for it in found.same_spots],
        "photos": [
            {
                "path": str(it.path),
                "deviation": round(it.deviation, 4),
                "unlike": it.unlike,
                "places": [{"box": box(at.box), "chance": round(at.chance, 3)} for at in it.places],
            }
            for it in found.findings
        ],
        "unreadable": [str(path) for path in found.unreadable],
    }
