"""``restorer verify``: what a result was made from, and whether it can be made again."""

import argparse

from restorer import paths
from restorer.app.provenance import summary
from restorer.app.sidecar import find_sidecar, read_sidecar
from restorer.app.verifying import redo, verify
from restorer.cli.status import DONE, FAILED
from restorer.cli.terminal import Terminal
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine


def verify_result(options: argparse.Namespace, terminal: Terminal) -> int:
    """Check a sidecar, print what holds, and return the exit status."""
    path = find_sidecar(options.file)
    sidecar = read_sidecar(path)
    folder = path.absolute().parent
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    asked = options.file if options.file != path and options.file.is_file() else None
    verdicts = list(verify(sidecar, folder, catalog, result=asked))
    if options.redo:
        engine = Engine(options.device)
        with terminal.progress() as progress:
            verdicts.append(redo(sidecar, folder, engine, catalog, progress=progress)[0])
        engine.close()
    holds = all(verdict.holds for verdict in verdicts)
    if terminal.json:
        checks = [{"holds": it.holds, "sentence": it.sentence} for it in verdicts]
        terminal.result_json({"sidecar": str(path), "holds": holds, "checks": checks})
    else:
        terminal.say(summary(sidecar.recipe))
        for verdict in verdicts:
            terminal.result(f"{'yes' if verdict.holds else 'NO '}  {verdict.sentence}")
    return DONE if holds else FAILED
