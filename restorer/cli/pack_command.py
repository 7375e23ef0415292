"""``restorer pack``: installs, lists and removes the packs of this release."""

import argparse
import dataclasses
from pathlib import Path

from restorer.app.packs.shelf import PackState, Shelf, users_shelf
from restorer.cli.status import DONE, WRONG_USE
from restorer.cli.terminal import Terminal
from restorer.errors import RestorerError

_STATES = {
    PackState.MISSING: "not installed",
    PackState.OUTDATED: "of another version: install it again",
    PackState.INSTALLED: "installed",
}


def manage_packs(options: argparse.Namespace, terminal: Terminal) -> int:
    """List, install, download or remove packs, as the options say; return the exit status.

    Raises:
        PackError, NetworkError: what was wanted could not be done.
    """
    shelf = users_shelf()
    if options.action == "list":
        _show(shelf, options, terminal)
        return DONE
    if not options.which:
        terminal.complain(
            RestorerError(f"Say which pack to {options.action}.", "They are listed by: restorer pack list")
        )
        return WRONG_USE
    {"install": _install, "download": _download, "remove": _remove}[options.action](
        shelf, options.which, terminal
    )
    return DONE


def _show(shelf: Shelf, options: argparse.Namespace, terminal: Terminal) -> None:
    if options.json:
        packs = [{**dataclasses.asdict(pack), "state": shelf.state(pack)} for pack in shelf.packs]
        terminal.result_json({"folder": str(shelf.folder), "packs": packs})
    elif not shelf.packs:
        terminal.say("This copy has no packs; in a checkout, what they hold is installed with pip.")
    else:
        rows = [
            (pack.id, _STATES[shelf.state(pack)], f"{pack.size / 1e6:.0f} MB", pack.purpose, pack.file)
            for pack in shelf.packs
        ]
        terminal.result_table(("id", "state", "size", "for", "file"), rows)


def _install(shelf: Shelf, which: str, terminal: Terminal) -> None:
    with terminal.progress() as progress:
        pack = shelf.install(Path(which), progress)
    terminal.result(f"{pack.name} installed in {shelf.folder / pack.id}.")


def _download(shelf: Shelf, which: str, terminal: Terminal) -> None:
    from restorer.app.network import Internet
    from restorer.app.packs.installing import install_from_network

    with terminal.progress() as progress:
        pack = install_from_network(shelf, which, Internet(), progress)
    terminal.result(f"{pack.name} installed in {shelf.folder / pack.id}.")


def _remove(shelf: Shelf, which: str, terminal: Terminal) -> None:
    shelf.remove(which)
    terminal.result(f"{shelf.find(which).name} is not installed any more.")
