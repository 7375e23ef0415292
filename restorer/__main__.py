"""The program's doors: a window, the command line, and (in a child process) training."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or carry out a command if the first argument names one. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.platform == "win32":
        # With Qt loaded first, onnxruntime's library may fail to load there (onnxruntime issue 16116).
        import restorer.inference.engine  # noqa: F401
    from restorer.cli.parser import is_command

    if is_command(given):
        from restorer.cli.main import run

        return run(given)
    from restorer.gui.application import run as open_window

    return open_window(given)


if __name__ == "__main__":
    sys.exit(main())
