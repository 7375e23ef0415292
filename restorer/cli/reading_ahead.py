"""Begins to read a command's photo while the command is still being loaded: either takes a while."""

import argparse
import importlib
from concurrent.futures import ThreadPoolExecutor

from restorer.cli.terminal import Terminal
from restorer.photo import open_photo
from restorer.progress import Progress


def restore_photo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Restore one photo and return the exit status; see `restore_command`."""
    with ThreadPoolExecutor(1, "open") as reader:
        opening = reader.submit(open_photo, options.photo, progress=Progress(token=terminal.token))
        try:
            command = importlib.import_module("restorer.cli.restore_command")
            status: int = command.restore_photo(options, terminal, opening.result)
        except BaseException:
            terminal.token.cancel()  # nobody wants what may still be being read
            raise
    return status
