"""``restorer models`` and ``restorer devices``: what is here."""

import argparse
import dataclasses
from pathlib import Path

from restorer import paths
from restorer.cli.terminal import Terminal
from restorer.errors import RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.devices import available_devices


def list_models(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the bundled models and the user's own; return the exit status."""
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    if options.add or options.share or options.remove:
        return _change(options, terminal, catalog)
    if options.output:
        raise RestorerError("-o names the file to share a model as.", "Say which model with --share ID.")
    models = catalog.models()
    if options.json:
        terminal.result_json(
            [{**dataclasses.asdict(model.card), "folder": str(model.folder)} for model in models]
        )
    else:
        terminal.result_table(
            ("id", "for", "version", "size", "description"),
            [
                (
                    model.card.id,
                    model.card.task,
                    model.card.version,
                    f"{model.file.stat().st_size / 1e6:.1f} MB" if model.file.exists() else "missing",
                    model.card.description,
                )
                for model in models
            ],
        )
    for problem in catalog.problems:
        terminal.say(problem)
    return 1 if catalog.problems else 0


def _change(options: argparse.Namespace, terminal: Terminal, catalog: Catalog) -> int:
    """Take in, share or remove a model."""
    from restorer.app.model_files import remove, share, take_in

    if options.add:
        model = take_in(options.add, catalog, paths.user_models())
        terminal.result(f"“{model.card.name}” was checked and added as {model.card.id}.")
    elif options.share:
        model = catalog.find(options.share)
        target = options.output or Path(model.card.id)
        if target.is_dir() and options.output:
            raise RestorerError(f"“{target}” is a folder.", "Give the file a name with -o.")
        terminal.result(str(share(model, target, overwrite=options.overwrite)))
    else:
        model = catalog.find(options.remove)
        remove(model, paths.user_models())
        terminal.result(f"“{model.card.name}” was removed.")
    return 0


def list_devices(options: argparse.Namespace, terminal: Terminal) -> int:
    """List what can compute here, the preferred one first; return the exit status."""
    devices = available_devices()
    if options.json:
        terminal.result_json([dataclasses.asdict(device) for device in devices])
    else:
        terminal.result_table(
            ("id", "name", "provider"), [(device.id, device.name, device.provider) for device in devices]
        )
    return 0
