"""What may be asked on the command line, and the help that teaches it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from restorer import __version__
from restorer.cli.evaluate_options import add_evaluate
from restorer.cli.numbers import count, number, quality, whole_number
from restorer.cli.pack_options import add_pack
from restorer.cli.train_options import add_inspect, add_train

_COMMANDS = (
    *(
        "restore",
        "analyze",
        "batch",
        "verify",
        "train",
        "inspect",
        "models",
        "devices",
        "sheet",
        "evaluate",
        "pack",
        "self-check",
    ),
)

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
  restorer analyze scan.tif                         say what it needs
  restorer restore scan.tif --auto                  do what it needs, and say why
  restorer restore scan.tif -o clean.png --denoise --strength 70
  restorer restore scan.tif --repair-damage --mask-out found.png
                                                    find scratches and dust, fill them, show where
  restorer restore scan.tif --repair-damage --mask mine.png
                                                    fill what is white in a mask of your own
  restorer restore scan.tif --colorize --hints colours.json --sidecar
                                                    give it colours, some of them known
  restorer restore other.tif --recipe portrait.json use a preset, or the sidecar of another result
  restorer verify "scan restored.tif" --redo        prove how it was made, and make it again
  restorer batch scans -o restored --recursive --auto
                                                    restore a folder of photos, each as it needs
  restorer batch scans -o restored --undo           take that back
  restorer models                                   list the models and what each is for
  restorer self-check                               prove that this installation computes rightly

exit status:
  0  done
  1  a photo could not be restored, a file not written, a batch had to stop, or a check failed
  2  the command was not understood
  3  a model or device that was asked for is missing
  130  stopped with Ctrl+C, or because the terminal or the system ended
"""


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether the arguments are for the command line rather than for the window, which has no options.

    So a command that is misspelt is not taken for a photo, if it has options as most do.
    """
    options = [word for word in arguments if word.startswith("--") and word != "--"]
    return bool(options) or (bool(arguments) and arguments[0] in (*_COMMANDS, "-h"))


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
    _add_analyze(commands)
    _add_batch(commands)
    add_train(commands)
    add_inspect(commands)
    _add_verify(commands)
    _add_models(commands)
    devices = commands.add_parser("devices", help="list what can compute here, the preferred first")
    devices.add_argument("--json", action="store_true", help="print JSON")
    _add_sheet(commands)
    add_evaluate(commands)
    add_pack(commands)
    check = commands.add_parser(
        "self-check",
        help="prove that this installation computes rightly",
        description="Checks every model's checksum, that it computes here what it computed when it was made, "
        "every device against the processor, and that settings and results can be written.",
    )
    check.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_models(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    models = commands.add_parser("models", help="list the models and what each is for")
    models.add_argument("--json", action="store_true", help="print the whole cards as JSON")
    change = models.add_mutually_exclusive_group()
    change.add_argument(
        "--add",
        type=Path,
        metavar="FILE",
        help="take in a model that somebody shared, or a fitting ONNX denoiser",
    )
    change.add_argument("--share", metavar="ID", help="write a model as one file (see -o)")
    change.add_argument("--remove", metavar="ID", help="remove one of your own models")
    models.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to share a model as")
    models.add_argument("--overwrite", action="store_true", help="replace an existing FILE")


def _add_restore(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    restore = commands.add_parser(
        "restore",
        help="restore a photo into a new file",
        description="Restores a photo into a new file. Depth, size, colours, transparency and metadata stay.",
        epilog="Say at least one step, or --auto, or give a recipe. The steps always run in this order: "
        "watermark, damage, noise, general, colour.",
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
    _add_places(restore)
    output = _add_result(restore)
    output.add_argument(
        "--sidecar",
        action="store_true",
        help="write a small file beside the result that says how to make it again (see: restorer verify)",
    )
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
    _add_steps(batch)
    _add_result(batch)
    run = batch.add_argument_group("running")
    run.add_argument("--watch", action="store_true", help="go on waiting for new photos, until Ctrl+C")
    run.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="work on the Dask cluster with this scheduler (tcp://host:8786); only in a network you trust",
    )
    _add_running(run)


def _add_sheet(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sheet = commands.add_parser(
        "sheet",
        help="show many photos before and after on one picture",
        description="Restores photos and draws them small, before and after, with maps: what changed (the "
        "lighter, the more), what was repaired, and which colours are a guess. Nothing else is written.",
    )
    sheet.add_argument(
        "photos", type=Path, nargs="+", metavar="FOLDER", help="folders or photos; they are only ever read"
    )
    sheet.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the picture to write"
    )
    sheet.add_argument("--overwrite", action="store_true", help="replace an existing FILE")
    sheet.add_argument("--limit", type=count, metavar="N", help="only the first N photos")
    sheet.add_argument(
        "--side",
        type=whole_number(64, 1024),
        default=288,
        metavar="64..1024",
        help="the longer side of each small picture, in pixels (default: 288)",
    )
    sheet.add_argument(
        "--across",
        type=whole_number(1, 50),
        metavar="1..50",
        help="how many photos stand beside each other (default: what makes a sheet a little wider than high)",
    )
    _add_steps(sheet)
    _add_running(sheet.add_argument_group("running"))


def _add_analyze(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    analyze = commands.add_parser(
        "analyze",
        help="say what a photo needs",
        description="Looks for noise, compression, fading, casts, damage, watermarks and missing colour, "
        "says how sure each is, and what would help. Changes nothing.",
    )
    analyze.add_argument("photo", type=Path, metavar="PHOTO", help="the photo; it is only ever read")
    _add_running(analyze.add_argument_group("running"))


def _add_verify(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verify = commands.add_parser(
        "verify",
        help="prove how a result was made",
        description="Reads the sidecar of a result and checks that original, result and models are those "
        "that it names, wherever they were moved near by.",
    )
    verify.add_argument("file", type=Path, metavar="FILE", help="a result, or its sidecar (….restore.json)")
    verify.add_argument(
        "--redo", action="store_true", help="make the result again in memory, and compare it to the bit"
    )
    _add_running(verify.add_argument_group("running"))


def _add_steps(command: argparse.ArgumentParser) -> None:
    steps = command.add_argument_group("steps")
    steps.add_argument("--auto", action="store_true", help="do what the photo needs, and say why")
    steps.add_argument(
        "--general", action="store_true", help="restore a worn print: softness, paper, fading and casts"
    )
    steps.add_argument("--denoise", action="store_true", help="remove noise, film grain and JPEG artefacts")
    steps.add_argument(
        "--repair-damage", action="store_true", help="find scratches, dust, folds and stains, and fill them"
    )
    steps.add_argument(
        "--remove-watermark",
        action="store_true",
        help="remove watermarks, lettering and date stamps; for pictures of your own",
    )
    steps.add_argument("--colorize", action="store_true", help="give a grey photo colours that may be true")
    steps.add_argument(
        "--recipe", type=Path, metavar="FILE", help="take the steps from a recipe, preset or sidecar"
    )
    settings = command.add_argument_group("settings of the steps")
    settings.add_argument(
        "--strength",
        type=number(0, 100),
        metavar="0..100",
        help="how much of each step's change to take, in percent (default: 100)",
    )
    settings.add_argument(
        "--coarse",
        action="store_const",
        const=True,
        help="with --general: also thick grain, paper and printing dots of several pixels",
    )
    settings.add_argument(
        "--spare-faces",
        action=argparse.BooleanOptionalAction,
        help="do half of --denoise and --general where faces are so small or blurred that more would change "
        "them (default: yes)",
    )
    settings.add_argument(
        "--model", metavar="ID", help="the model to use, if one step is named (see: restorer models)"
    )
    settings.add_argument(
        "--wrong-repairs",
        type=number(0.01, 100),
        metavar="N",
        help="how sensitively to look for damage and watermarks: so that about N repairs in a photo are "
        "wrong (0.01..100, default: 1)",
    )
    settings.add_argument(
        "--vividness",
        type=number(0, 100),
        metavar="0..100",
        help="colours: 0 draws back to grey what is a guess, 100 takes the likeliest colour (default: 50)",
    )
    settings.add_argument(
        "--saturation", type=number(0, 200), metavar="0..200", help="colours (default: 100)"
    )
    settings.add_argument(
        "--warmth", type=number(-100, 100), metavar="-100..100", help="colours (default: 0)"
    )


def _add_places(command: argparse.ArgumentParser) -> None:
    places = command.add_argument_group("places in this photo")
    places.add_argument(
        "--mask",
        type=Path,
        metavar="FILE",
        help="repair what is white in this picture, and look for nothing else",
    )
    places.add_argument(
        "--mask-out", type=Path, metavar="FILE", help="write what was repaired as an 8-bit mask (white)"
    )
    places.add_argument(
        "--hints",
        type=Path,
        metavar="FILE",
        help='colours that are known: [{"row": 120, "column": 80, "colour": "#3a5fcd", "radius": 10}, …]',
    )


def _add_result(command: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    output = command.add_argument_group("result")
    output.add_argument(
        "--quality", type=quality, default=95, metavar="1..100", help="for formats that lose (default: 95)"
    )
    output.add_argument("--bits", type=int, choices=(8, 16), help="bits per channel (default: as the photo)")
    output.add_argument(
        "--strip-private", action="store_true", help="leave place, owner and serial numbers out of the result"
    )
    return output


def _add_running(run: "argparse._ArgumentGroup") -> None:
    run.add_argument(
        "--device", default="auto", metavar="ID", help="what computes: auto, cpu, … (see: restorer devices)"
    )
    run.add_argument("--json", action="store_true", help="print what was done as JSON")
    run.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="no progress, and only words about what fails or cannot be kept",
    )
