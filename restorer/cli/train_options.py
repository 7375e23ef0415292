"""What may be asked of ``restorer train`` and ``inspect``, with help that explains the controls."""

import argparse
from pathlib import Path

from restorer.cli.numbers import count, number, whole_number

_TASKS = ("scanner", "grain", "colours", "watermark", "intact", "restore")
_WAYS = ("clean", "pairs", "alone")
_LOSSES = ("robust", "squared", "cross-entropy")

DEFAULT_MINUTES, DEFAULT_SEED = 10.0, 1
SETTLED = (
    "report_only", "way", "clean", "mark", "start_from", "code_size", "layers", "width", "loss", "crop",
    "minutes", "steps", "seed",
)  # fmt: skip
"""The options that a training begins with; one that goes on has its own."""

_MOST_MINUTES = 30 * 24 * 60
_LARGEST_SEED = (1 << 32) - 1

_EPILOG = """\
tasks:
  scanner    the noise of this scanner: grain and bands, measured on the scans themselves
  grain      the grain of this film
  colours    the colours of this album
  watermark  the watermark of your own archive (show it with --mark)
  intact     what intact photos look like, to find damage (see: restorer inspect)
  restore    photos like these, made old, restored

Ctrl+C keeps what has been learnt; --resume goes on. The model is offered only if it beats the built-in one on
photos that it has not seen.
"""


def add_train(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    train = commands.add_parser(
        "train",
        help="teach a model on a folder of yours: your scanner, film or album",
        description="Learns from the photos of a folder, in a process of its own at low priority. Photos are "
        "only ever read, and nothing leaves this computer.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    train.add_argument("folder", type=Path, metavar="FOLDER", help="the photos to learn from")
    train.add_argument("--task", choices=_TASKS, required=True, help="what to learn (see below)")
    train.add_argument("--name", metavar="NAME", help="what to call the model")
    train.add_argument(
        "--report-only", action="store_true", help="only look at the folder and say if it helps"
    )
    train.add_argument(
        "--resume", action="store_true", help="go on with the training that was left, as it was begun"
    )
    _add_material(train)
    _add_network(train)
    run = train.add_argument_group("running")
    run.add_argument(
        "--minutes",
        type=number(0.01, _MOST_MINUTES),
        metavar="M",
        help=f"how long to learn (default: {DEFAULT_MINUTES:.0f})",
    )
    run.add_argument("--steps", type=count, metavar="N", help="end after so many steps, if that comes first")
    run.add_argument(
        "--seed",
        type=whole_number(0, _LARGEST_SEED),
        metavar="S",
        help=f"the same seed learns the same (default: {DEFAULT_SEED})",
    )
    run.add_argument("--full-speed", action="store_true", help="do not let other programs go first")
    run.add_argument("--json", action="store_true", help="print each event as a line of JSON")
    run.add_argument("-q", "--quiet", action="store_true", help="no progress")


def add_inspect(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that looks for what does not belong."""
    inspect = commands.add_parser(
        "inspect",
        help="list the photos and places of a folder that do not belong",
        description="Looks through a folder with a model that knows intact photos: damaged places, photos "
        "that are unlike the others, and spots that many scans of one scanner share.",
    )
    inspect.add_argument("folder", type=Path, metavar="FOLDER", help="the photos; they are only ever read")
    inspect.add_argument(
        "--model", metavar="ID", help="the model that finds damage (default: your own, else the built-in one)"
    )
    inspect.add_argument("--device", default="auto", metavar="ID", help="what computes")
    inspect.add_argument("--json", action="store_true", help="print JSON")
    inspect.add_argument("-q", "--quiet", action="store_true", help="no progress")


def _add_material(train: argparse.ArgumentParser) -> None:
    material = train.add_argument_group("learning from")
    material.add_argument(
        "--way",
        choices=_WAYS,
        help="from clean photos made old, from pairs (NAME_noisy beside NAME_clean), or from noisy scans "
        "alone (default: the best that the folder allows)",
    )
    material.add_argument(
        "--clean", type=Path, metavar="FOLDER", help="clean photos to be made noisy like your scans"
    )
    material.add_argument(
        "--mark",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="what shows the watermark: a PNG with a transparent ground, a picture of it on a plain one, or "
        "a dozen and more marked photos of one size",
    )


def _add_network(train: argparse.ArgumentParser) -> None:
    network = train.add_argument_group("the autoencoder (the built-in model's own values are a good choice)")
    network.add_argument(
        "--start-from",
        choices=("builtin", "nothing"),
        help="go on from what the built-in model knows (default), or begin with nothing, which takes hours",
    )
    network.add_argument(
        "--code-size",
        type=whole_number(0, 4096),
        metavar="0..4096",
        help="channels of the code: fewer force it to keep what matters; 0 does not squeeze",
    )
    network.add_argument(
        "--layers",
        type=whole_number(2, 6),
        metavar="2..6",
        help="levels: more see more of the photo at once",
    )
    network.add_argument(
        "--width",
        type=whole_number(4, 96),
        metavar="4..96",
        help="nodes of the first layer: more learn finer things, slower",
    )
    network.add_argument(
        "--loss",
        choices=_LOSSES,
        help="robust: keeps edges crisp; squared: punishes large errors most; cross-entropy: for pictures "
        "that are nearly black and white",
    )
    network.add_argument(
        "--crop",
        type=whole_number(32, 1024),
        metavar="32..1024",
        help="pixels across that it sees at once while learning",
    )
