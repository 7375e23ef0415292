"""What may be asked of ``restorer evaluate``."""

import argparse
from pathlib import Path

from restorer.cli.numbers import count, number, quality

_PEERS = (
    *("non-local-means", "wavelet", "wavelet-blind", "total-variation", "bm3d"),  # for denoisers
    *("telea", "navier-stokes"),  # for what fills masks
    "top-hat",  # for what finds damage
    "chains",  # for what restores worn prints
    "cascade",  # for what finds faces
)

MARKS = ("text", "logo", "tiled", "date", "strip", "guilloche")
"""Kinds of watermarks, as `training.ageing.watermarks` draws them."""


def add_evaluate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Teach the command line to measure models."""
    evaluate = commands.add_parser(
        "evaluate",
        help="measure a model on a folder of photos, with classical methods beside it",
        description="Spoils clean photos with what the model is for (noise and compression, damage, holes, "
        "watermarks, lost colours, age), restores them and prints how near the result is to the truth. Only "
        "sharp, clean photos make sense here.",
    )
    evaluate.add_argument("photos", type=Path, metavar="FOLDER", help="the clean photos")
    evaluate.add_argument("--model", default="denoise", metavar="ID", help="the model (see: restorer models)")
    _add_cases(evaluate)
    evaluate.add_argument(
        "--peers",
        nargs="*",
        choices=_PEERS,
        metavar="NAME",
        help=f"measure classical methods too: {', '.join(_PEERS)} (default: all that do the model's task; "
        "bm3d takes minutes a photo, and chains tries 72 of them)",
    )
    evaluate.add_argument(
        "--artefacts",
        type=Path,
        metavar="FOLDER",
        help="a folder of folders of masks of dirt, for what finds or fills damage; a tenth of them is used",
    )
    evaluate.add_argument(
        "--calibrate",
        action="store_true",
        help="count what a model that finds damage or watermarks finds in the clean photos, by score: the "
        "table for its card that the sensitivity is read from; with --artefacts, find also what chance of "
        "damage a score stands for. Of a model that gives colours: find the size, "
        "the temperature of its chances and how far its settings go, on what was kept aside of the FOLDER "
        "that it was trained on",
    )
    evaluate.add_argument(
        "--write-card", action="store_true", help="put what --calibrate finds into the model's card"
    )
    evaluate.add_argument("--limit", type=count, metavar="N", help="only the first N photos")
    evaluate.add_argument(
        "--device", default="auto", metavar="ID", help="what computes (see: restorer devices)"
    )
    evaluate.add_argument("--json", action="store_true", help="print JSON")


def _add_cases(evaluate: argparse.ArgumentParser) -> None:
    """Add what says which photos are shown, and what is done to them before."""
    evaluate.add_argument(
        "--sigma",
        type=number(0, 255),
        nargs="*",
        default=[15.0, 25.0, 50.0],
        metavar="S",
        help="standard deviations of Gaussian noise, of 255 (default: 15 25 50)",
    )
    evaluate.add_argument("--jpeg", type=quality, nargs="*", default=[], metavar="Q", help="JPEG qualities")
    evaluate.add_argument("--clean", action="store_true", help="also see how much a clean photo is changed")
    evaluate.add_argument(
        "--pairs",
        action="store_true",
        help="FOLDER holds pairs: NAME_real.* (noisy), NAME_mean.* (clean)",
    )
    evaluate.add_argument(
        "--marks",
        nargs="+",
        choices=MARKS,
        default=[],
        metavar="KIND",
        help=f"lay marks of these kinds alone over the photos: {', '.join(MARKS)} (default: all)",
    )
