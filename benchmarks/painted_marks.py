"""What somebody gets who paints over a watermark: filled alone, and with what shines through computed back.

    python benchmarks/painted_marks.py FOLDER [--limit 40] [--marks text logo date] [--around 4]

Marks of a kind, in fonts and with logos that no training has seen, are laid over each photo of FOLDER, which
is then compressed. They are painted over ``--around`` pixels wider than they are, as with a brush: once as
damage, which is filled, and once as a watermark. Printed are the gains in PSNR over the marked photo, in the
mark, and how often computing back made it worse.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer import paths
from restorer.app.evaluation.pictures import eight_bit, read_pictures
from restorer.app.evaluation.scores import psnr
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.small import box_mean
from restorer.restoration.steps import MaskStep, RemoveWatermark, RepairDamage
from restorer.training.ageing.compression import random_jpeg
from restorer.training.ageing.lettering import system_fonts
from restorer.training.ageing.watermarks import watermarked

_SEED = 7_003  # no training draws from here
_LOWEST_QUALITY = 60
_WORSE = 0.5  # dB


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="only the first so many photos")
    parser.add_argument("--marks", nargs="+", default=["text", "logo", "date"], help="the kinds of marks")
    parser.add_argument("--around", type=int, default=4, help="pixels painted beside the mark")
    options = parser.parse_args(arguments)
    fonts = system_fonts()[1]
    if fonts is None:
        raise SystemExit("There are no fonts to draw marks with.")
    catalog, engine = Catalog([paths.bundled_models()]), Engine("cpu")
    pictures = list(read_pictures(options.folder))[: options.limit]
    for kind in options.marks:
        gains = []
        for index, picture in enumerate(pictures):
            random = np.random.default_rng([_SEED, index])
            marked = watermarked(picture, fonts, random, kinds=(kind,))
            mask = marked.mask > 0.5
            seen = eight_bit(random_jpeg(marked.pixels, random, _LOWEST_QUALITY))
            if not mask.any():
                continue
            edits = _painted(mask, options.around)
            before = psnr(_light(seen), picture, mask)
            steps: tuple[MaskStep, ...] = (
                RepairDamage(finding=False, edits=edits),
                RemoveWatermark(finding=False, filler=RepairDamage.filler, edits=edits),
            )
            restored = [restore(Photo(seen), Recipe((step,)), engine, catalog).photo.pixels for step in steps]
            gains.append([psnr(_light(pixels), picture, mask) - before for pixels in restored])
        filled, lifted = np.mean(gains, axis=0)
        worse = sum(lifted < filled - _WORSE for filled, lifted in gains)
        sys.stdout.write(
            f"{kind:<6} {len(gains)} photos   filled {filled:+.2f} dB   computed back {lifted:+.2f} dB   "
            f"worse by more than {_WORSE} dB: {worse}\n"
        )
        sys.stdout.flush()
    engine.close()


def _painted(mask: NDArray[np.bool_], around: int) -> Edits:
    wide = box_mean(mask.astype(np.float32), around) > 1e-6
    return Edits(Mask.of(np.where(wide, np.uint8(255), np.uint8(0))), Mask(mask.shape))


def _light(pixels: NDArray[np.generic]) -> NDArray[np.float32]:
    return np.asarray(pixels, np.float32) / np.float32(255)


if __name__ == "__main__":
    main()
