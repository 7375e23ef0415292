"""``restorer analyze``: what a photo needs, in words."""

import argparse

from restorer import paths
from restorer.app.diagnosis import diagnose
from restorer.app.findings import Diagnosis
from restorer.cli.terminal import Terminal
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import open_photo
from restorer.restoration.recipe import name_of
from restorer.restoration.rendition import Rendition


def analyze_photo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Look at a photo, print what was found and what would help, and return the exit status."""
    engine = Engine(options.device)
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    with terminal.progress() as progress:
        photo = open_photo(options.photo, progress=progress.part(0.0, 0.1))
        found = diagnose(Rendition(photo), engine, catalog, progress=progress.part(0.1, 0.9))
    engine.close()
    if terminal.json:
        terminal.result_json(_in_json(found))
        return 0
    rows = [(it.subject.value, f"{100 * it.sure:.0f} %", it.sentence) for it in found.findings]
    terminal.result_table(("about", "how sure", "what was found"), rows)
    for sentence in found.unknown:
        terminal.say(sentence)
    terminal.result(found.statement)
    for offer in found.offers:
        if offer.step is not None:
            terminal.say(f"On request: {_OPTIONS[name_of(offer.step)]} ({offer.sentence.rstrip('.')}).")
    return 0


_OPTIONS = {
    "watermark": "--remove-watermark, for pictures of your own",
    "damage": "--repair-damage",
    "denoise": "--denoise",
    "general": "--general",
    "colorize": "--colorize",
}


def _in_json(found: Diagnosis) -> dict[str, object]:
    return {
        "statement": found.statement,
        "needs_nothing": found.needs_nothing,
        "in_doubt": found.in_doubt,
        "look": found.look,
        "findings": [
            {
                "about": it.subject.value,
                "there": it.there,
                "sure": round(it.sure, 3),
                "amount": round(it.amount, 3),
                "sentence": it.sentence,
                "step": name_of(it.step) if it.step else None,
                "suggested": it.suggested,
            }
            for it in found.findings
        ],
        "recipe": found.recipe.to_object(),
        "unknown": list(found.unknown),
    }
