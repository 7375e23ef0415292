"""What may be asked on the command line, and the help that teaches it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from restorer import __version__
from restorer.cli.train_options import add_train

_COMMANDS = ("restore", "batch", "train", "models", "devices", "evaluate", "self-check")

_PEERS = ("non-local-means", "wavelet", "wavelet-blind", "total-variation", "bm3d")

_DESCRIPTION = """\
Gives old and damaged photographs back to the people who love them.
Works offline; never writes to an original.
Without a command, the window opens; with photos as arguments, it opens them.
"""

_EXAMPLES = """\
examples:
  restorer                                          open the window
  restorer scan.tif                                 open a photo in the window
  restorer restore scan.tif --denoise               write "scan restored.tif" beside it
  restorer restore scan.tif -o clean.png --denoise --strength 70
  restorer restore scan.tif -o clean.tif --recipe portrait.json --json
  restorer batch scans -o restored --recursive --auto
                                                    restore a folder of photos, each as it needs
  restorer batch scans -o restored --undo           take that back
  restorer models                                   list the models and what each is for
  restorer self-check                               prove that this installation computes rightly

exit status:
  0  done
  1  a photo could not be restored, a batch had to stop, or a check failed
  2  the command was not understood
  3  a model or device that was asked for is missing
  130  stopped with Ctrl+C
"""


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether the arguments are for the command line rather than for the window."""
    return bool(arguments) and (arguments[0] in _COMMANDS or arguments[0] in ("-h", "--help", "--version"))


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="restorer",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"restorer {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_restore(commands)
    _add_batch(commands)
    add_train(commands)
    models = commands.add_parser("models", help="list the models and what each is for")
    models.add_argument("--json", action="store_true", help="print the whole cards as JSON")
    models.add_argument("--add", type=Path, metavar="FILE", help="take in a model that somebody shared")
    models.add_argument("--share", metavar="ID", help="write a model as one file (see -o)")
    models.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to share a model as")
    models.add_argument("--remove", metavar="ID", help="remove one of your own models")
    devices = commands.add_parser("devices", help="list what can compute here, the preferred first")
    devices.add_argument("--json", action="store_true", help="print JSON")
    _add_evaluate(commands)
    check = commands.add_parser(
        "self-check",
        help="prove that this installation computes rightly",
        description="Checks every model's checksum, that it computes here what it computed when it was made, "
        "every device against the processor, and that settings and results can be written.",
    )
    check.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_restore(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    restore = commands.add_parser(
        "restore",
        help="restore a photo into a new file",
        description="Restores a photo into a new file. Depth, size, colours, transparency and metadata stay.",
        epilog="Say at least one step, or give a recipe.",
    )
    restore.add_argument("photo", type=Path, metavar="PHOTO", help="the photo; it is only ever read")
    restore.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help='where to write; its ending decides the format (default: "NAME restored" beside the photo)',
    )
    restore.add_argument(
        "--overwrite", action="store_true", help="replace an existing FILE (never the photo itself)"
    )
    _add_steps(restore)
    _add_result(restore)
    run = restore.add_argument_group("running")
    _add_running(run)


def _add_batch(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    batch = commands.add_parser(
        "batch",
        help="restore whole folders, resumably",
        description="Restores photos and folders of photos into another folder, whose tree mirrors theirs. "
        "Say the same again to go on after an interruption: what is done is not done twice.",
        epilog="What happened is written to report.json beside the results.",
    )
    batch.add_argument(
        "photos", type=Path, nargs="*", metavar="FOLDER", help="folders or photos; they are only ever read"
    )
    batch.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the folder for the results"
    )
    batch.add_argument("-r", "--recursive", action="store_true", help="take the photos of sub-folders too")
    batch.add_argument("--dry-run", action="store_true", help="only show the plan")
    batch.add_argument("--retry-failed", action="store_true", help="try again what failed in an earlier run")
    batch.add_argument(
        "--undo", action="store_true", help="move the results in OUT to the trash, unless they were changed"
    )
    steps = _add_steps(batch)
    steps.add_argument("--auto", action="store_true", help="give each photo what it needs, and say why")
    _add_result(batch)
    run = batch.add_argument_group("running")
    run.add_argument("--watch", action="store_true", help="go on waiting for new photos, until Ctrl+C")
    run.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="work on the Dask cluster with this scheduler (tcp://host:8786); only in a network you trust",
    )
    _add_running(run)


def _add_steps(command: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    steps = command.add_argument_group("steps")
    steps.add_argument("--denoise", action="store_true", help="remove noise, film grain and JPEG artefacts")
    steps.add_argument(
        "--strength",
        type=_percent,
        default=100.0,
        metavar="0..100",
        help="how much of the change to take, in percent (default: 100)",
    )
    steps.add_argument(
        "--model", default="denoise", metavar="ID", help="the model to use (see: restorer models)"
    )
    steps.add_argument(
        "--recipe", type=Path, metavar="FILE", help="take the steps from a recipe file instead"
    )
    return steps


def _add_result(command: argparse.ArgumentParser) -> None:
    output = command.add_argument_group("result")
    output.add_argument(
        "--quality", type=_quality, default=95, metavar="1..100", help="for formats that lose (default: 95)"
    )
    output.add_argument("--bits", type=int, choices=(8, 16), help="bits per channel (default: as the photo)")
    output.add_argument(
        "--strip-private", action="store_true", help="leave place, owner and serial numbers out of the result"
    )


def _add_running(run: "argparse._ArgumentGroup") -> None:
    run.add_argument(
        "--device", default="auto", metavar="ID", help="what computes: auto, cpu, … (see: restorer devices)"
    )
    run.add_argument("--json", action="store_true", help="print what was done as JSON")
    run.add_argument("-q", "--quiet", action="store_true", help="no progress")


def _add_evaluate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluate = commands.add_parser(
        "evaluate",
        help="measure a model on a folder of photos, with classical methods beside it",
        description="Adds noise or compression to clean photos, restores them and prints how near the result "
        "is to the truth (PSNR, in dB; more is better). Only sharp, clean photos make sense here.",
    )
    evaluate.add_argument("photos", type=Path, metavar="FOLDER", help="the clean photos")
    evaluate.add_argument("--model", default="denoise", metavar="ID", help="the model (see: restorer models)")
    evaluate.add_argument(
        "--sigma",
        type=float,
        nargs="*",
        default=[15.0, 25.0, 50.0],
        metavar="S",
        help="standard deviations of Gaussian noise, of 255 (default: 15 25 50)",
    )
    evaluate.add_argument("--jpeg", type=_quality, nargs="*", default=[], metavar="Q", help="JPEG qualities")
    evaluate.add_argument("--clean", action="store_true", help="also see how much a clean photo is changed")
    evaluate.add_argument(
        "--pairs",
        action="store_true",
        help="FOLDER holds pairs: NAME_real.* (noisy), NAME_mean.* (clean)",
    )
    evaluate.add_argument(
        "--peers",
        nargs="*",
        choices=_PEERS,
        metavar="NAME",
        help=f"measure classical methods too: {', '.join(_PEERS)} (default: all; bm3d takes minutes a photo)",
    )
    evaluate.add_argument("--limit", type=int, metavar="N", help="only the first N photos")
    evaluate.add_argument(
        "--device", default="auto", metavar="ID", help="what computes (see: restorer devices)"
    )
    evaluate.add_argument("--json", action="store_true", help="print JSON")


def _percent(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 100")
    return value


def _quality(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 100")
    return value
