"""Writes the manual page from what the command line says about itself: ``python manual.py FILE DATE``."""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = """\
.SH FILES
.TP
.I $XDG_CONFIG_HOME/restorer/settings.json
settings (usually below ~/.config)
.TP
.I $XDG_DATA_HOME/restorer/models
your own models (usually below ~/.local/share)
.TP
.I $XDG_DATA_HOME/restorer/packs
the packs that you added
.TP
.I $XDG_STATE_HOME/restorer/log
logs and crash reports; they are never sent anywhere (usually below ~/.local/state)
.SH ENVIRONMENT
.TP
.B RESTORER_HOME
a folder for all of the above, for use from a stick
"""


def main() -> None:
    """Write the page for the program in this checkout."""
    sys.path.insert(0, str(ROOT))
    from restorer import __version__
    from restorer.cli.parser import build_parser

    Path(sys.argv[1]).write_text(page(build_parser(), __version__, sys.argv[2]), encoding="utf-8")


def page(parser: argparse.ArgumentParser, version: str, date: str) -> str:
    """Return the manual page (section 1) of the program with this parser, in roff."""
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    summaries = {action.dest: action.help or "" for action in commands._choices_actions}
    parts = [
        f'.TH RESTORER 1 "{date}" "Restorer {version}" "User Commands"',
        ".SH NAME\nrestorer \\- restore old and damaged photographs, offline",
        ".SH SYNOPSIS\n.B restorer\n.RI [ PHOTO ...]\n.br\n.B restorer\n.I COMMAND\n.RI [ OPTIONS ]",
        f".SH DESCRIPTION\n{plain(parser.description or '')}",
        ".SH COMMANDS",
    ]
    for name, command in commands.choices.items():
        parts.append(f".SS {plain(name)}\n{plain(command.description or summaries[name] + '.')}")
        parts += [
            option(action) for action in command._actions if not isinstance(action, argparse._HelpAction)
        ]
        parts += [f".PP\n{plain(command.epilog)}"] if command.epilog else []
    for title, text in sections(parser.epilog or ""):
        parts.append(f".SH {title.upper()}\n.nf\n{plain(text)}\n.fi")
    return "\n".join([*parts, FILES])


def option(action: argparse.Action) -> str:
    """Return the paragraph about an option or argument."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    if not action.option_strings:
        head = f"\\fI{plain(str(value or action.dest))}\\fR"
    else:
        head = ", ".join(f"\\fB{plain(name)}\\fR" for name in action.option_strings)
        head += f" \\fI{plain(str(value))}\\fR" if action.nargs != 0 and value else ""
    return f".TP\n{head}\n{plain((action.help or '') % {'default': action.default})}"


def sections(epilog: str) -> list[tuple[str, str]]:
    """Split the end of the help into its titled blocks."""
    blocks = [block.strip("\n") for block in epilog.split("\n\n")]
    return [(title.rstrip(":"), text) for title, _, text in (block.partition("\n") for block in blocks)]


def plain(text: str) -> str:
    """Return the text so that roff takes none of it for a request."""
    text = text.strip("\n").replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in text.split("\n"))


if __name__ == "__main__":
    main()
