"""Carries a command out and turns what happens into an exit status."""

import argparse
import errno
import importlib
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

from restorer import paths
from restorer.cli.parser import build_parser
from restorer.cli.status import FAILED, MISSING, STOPPED, WRONG_USE
from restorer.cli.terminal import Terminal, write
from restorer.errors import Cancelled, DeviceError, ModelError, RestorerError
from restorer.progress import CancelToken

Command = Callable[[argparse.Namespace, Terminal], int]

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "restore": ("reading_ahead", "restore_photo"),
    "analyze": ("analyze_command", "analyze_photo"),
    "verify": ("verify_command", "verify_result"),
    "batch": ("batch_command", "restore_batch"),
    "inspect": ("inspect_command", "inspect"),
    "train": ("train_command", "train"),
    "models": ("list_commands", "list_models"),
    "devices": ("list_commands", "list_devices"),
    "sheet": ("sheet_command", "draw_sheet"),
    "evaluate": ("evaluate_command", "evaluate_model"),
    "pack": ("pack_command", "manage_packs"),
    "self-check": ("check_command", "self_check"),
}
"""The module of each command, and the function in it."""

_ASKING = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that ask to stop; not every system has all of them."""


def run(arguments: Sequence[str]) -> int:
    """Carry out the command that ``arguments`` name and return the exit status (see `parser`)."""
    _open_what_is_closed()
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as end:  # argparse has said what it wants to say
        write("")  # now, while it does no harm if nobody reads on
        return end.code if isinstance(end.code, int) else WRONG_USE
    logging.basicConfig(level=logging.ERROR, format="%(message)s")  # what users should know is in the reports
    terminal = Terminal(quiet=getattr(options, "quiet", False), json=getattr(options, "json", False))
    restore_handler = _cancel_when_asked(terminal.token)
    try:
        _require_device(getattr(options, "device", "auto"))
        return _command(options.command)(options, terminal)
    except Cancelled:
        terminal.say("Stopped.")
        return STOPPED
    except (ModelError, DeviceError) as error:
        terminal.complain(error)
        return MISSING
    except RestorerError as error:
        terminal.complain(error)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the border of the program
        terminal.complain(_disk_full(error) or _report(error))
        return FAILED
    finally:
        restore_handler()


def _open_what_is_closed() -> None:
    """Let what is printed vanish where the program was started without such an output.

    Otherwise the next file that is opened would take its number, and be printed into.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end


def _disk_full(error: Exception) -> RestorerError | None:
    """Return a sentence about a full disk, onto which results may be printed too; None about other errors."""
    if not isinstance(error, OSError) or error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return None
    return RestorerError("The disk is full; not all could be written.", "Free some space or choose another.")


def _require_device(wanted: str) -> None:
    """Refuse a device that was asked for by name and is not here; only "auto" may settle for another.

    Raises:
        DeviceError: there is no such device, or this installation cannot use it.
    """
    if wanted == "auto":
        return
    from restorer.inference.devices import available_devices

    here = [device.id for device in available_devices()]
    if wanted not in here:
        raise DeviceError(
            f"The device “{wanted}” is not available in this installation.",
            f"Choose auto or one of: {', '.join(here)}.",
        )


def _report(error: Exception) -> RestorerError:
    """Keep what a developer needs in a file, and return what a user needs."""
    file = paths.logs() / "unexpected.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        hint = f"This is a mistake in the program. What happened is written in {file}, on this computer only."
    except OSError:
        hint = "This is a mistake in the program."
    return RestorerError(f"Something unexpected happened: {type(error).__name__}: {error}", hint)


def _command(name: str) -> Command:
    """Return what carries a command out; no other command's modules are loaded, for that takes a while."""
    module, function = _COMMANDS[name]
    command: Command = getattr(importlib.import_module(f"restorer.cli.{module}"), function)
    return command


def _cancel_when_asked(token: CancelToken) -> Callable[[], None]:
    """Let Ctrl+C, a terminal that closes or a computer that shuts down ask politely first, so that nothing is
    left behind, and end the program at once the second time."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        if token.cancelled:
            sys.exit(STOPPED)
        token.cancel()

    asking = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
    # Whoever starts a program with "nohup" wants it to go on without its terminal.
    asking = [it for it in asking if it == signal.SIGINT or signal.getsignal(it) != signal.SIG_IGN]
    try:
        before = {it: signal.signal(it, interrupt) for it in asking}
    except ValueError:  # not in the main thread, as when a test calls: there is no Ctrl+C to listen to
        return lambda: None

    def listen_as_before() -> None:
        for it, handler in before.items():
            signal.signal(it, handler)

    return listen_as_before
