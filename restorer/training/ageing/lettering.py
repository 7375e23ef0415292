"""Lettering in the fonts of this machine: which there are, and texts drawn as opacity."""

import functools
import string
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from restorer.errors import InvalidRecipe
from restorer.training.ageing.fields import Pixels

_HELD_OUT_SHARE = 0.12
_NO_LETTER = "\U0010ffff"  # no font has it: what is drawn for it is the font's box for missing letters
_SYMBOLS = "★☆♥♦♣♠♛♚♞☀☁☂☎☘☺☯☮✈✉✎✂✓✿❀❄❤♪♫⚓⚔⚘⚙⚡♻⌂⛵◆●▲■⬟"
_WORDS = [
    "photo", "studio", "archive", "sample", "preview", "copyright", "proof", "draft", "image", "gallery",
    "press", "museum", "family", "memories", "original", "stock", "collection", "portrait", "camera",
    "pictures", "wedding", "travel", "do", "not", "copy", "for", "review", "only", "all", "rights",
    "reserved", "confidential", "watermark", "demo", "trial", "nature", "light", "vintage", "color",
    "film", "lens", "art", "design", "www", "com", "net", "org",
]  # fmt: skip
_OTHER_SCRIPTS = (
    *("Фотография", "Образец", "Αρχείο", "Φωτογραφία", "照片样本", "写真館", "사진"),
    *("תמונה", "صورة", "चित्र", "ภาพถ่าย"),
)


@dataclass(frozen=True)
class Fonts:
    """The font files to letter with, and the symbols to use as logos."""

    files: Sequence[Path]
    symbols: str


def system_fonts(folders: Sequence[Path] | None = None) -> tuple[Fonts, Fonts]:
    """Find the fonts of this machine that have Latin letters: those to train with and some kept aside.

    A family is on one side with all its weights, by its name alone; symbols are split alike, so that what
    is kept aside tests on unseen letters and unseen logos.

    Raises:
        InvalidRecipe: there are too few fonts.
    """
    places = _font_folders() if folders is None else folders
    sides: tuple[list[Path], ...] = ([], [])
    files = {
        path.name: path
        for place in places
        for path in place.rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    }
    for name in sorted(files):
        if _has_letters(files[name]):
            sides[_held_out(name.split("-")[0].split(".")[0])].append(files[name])
    if not all(sides):
        raise InvalidRecipe(
            "There are not enough fonts on this machine.", hint="Install a few families of TrueType fonts."
        )
    symbols = ["".join(s for s in _SYMBOLS if _held_out(s) == side) for side in (False, True)]
    return Fonts(sides[0], symbols[0]), Fonts(sides[1], symbols[1])


def words(random: np.random.Generator) -> str:
    """Make up a text as watermarks have it: words, a name and a year, an address, signs of another script."""
    kind = random.random()
    chosen = [_WORDS[random.integers(len(_WORDS))] for _ in range(int(random.integers(1, 4)))]
    if kind < 0.2:
        text = f"© {' '.join(chosen)} {random.integers(1950, 2027)}"
    elif kind < 0.35:
        text = f"www.{''.join(chosen)}.{random.choice(['com', 'net', 'org', 'photo'])}"
    elif kind < 0.5:
        text = "".join(random.choice(list(string.ascii_letters + string.digits), int(random.integers(2, 14))))
    elif kind < 0.6:
        text = _OTHER_SCRIPTS[random.integers(len(_OTHER_SCRIPTS))]
    else:
        text = " ".join(chosen)
    style = random.random()
    return text.upper() if style < 0.35 else text.title() if style < 0.6 else text


def lettered(text: str, size: int, fonts: Fonts, random: np.random.Generator, outline: int = 0) -> Pixels:
    """Draw the text ``size`` pixels high as opacity, cut to its bounds; ``outline`` draws hollow letters.

    The font is drawn among those that have every letter of the text; a text that few fonts know gives way
    to a Latin one.
    """
    font = _font(fonts.files[int(random.integers(len(fonts.files)))], size)
    for _ in range(20):
        if _knows(font, text):
            break
        font = _font(fonts.files[int(random.integers(len(fonts.files)))], size)
    else:
        text = _WORDS[random.integers(len(_WORDS))]
    left, top, right, bottom = font.getbbox(text, stroke_width=outline)
    shape = max(1, int(np.ceil(right - left))), max(1, int(np.ceil(bottom - top)))
    image = Image.new("L", shape)
    draw = ImageDraw.Draw(image)
    draw.text((-left, -top), text, fill=255, font=font, stroke_width=outline)
    if outline:
        draw.text((-left, -top), text, fill=0, font=font)
    return np.asarray(image, np.float32) / np.float32(255)


def _held_out(name: str) -> bool:
    return zlib.crc32(name.encode()) % 10_000 < _HELD_OUT_SHARE * 10_000


def _font_folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path("C:/Windows/Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts")]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]


def _has_letters(path: Path) -> bool:
    try:
        font = ImageFont.truetype(path, 16)
        return _knows(font, "Abz9")
    except (OSError, ValueError):
        return False


def _knows(font: ImageFont.FreeTypeFont, text: str) -> bool:
    missing = bytes(font.getmask(_NO_LETTER))
    return all(letter.isspace() or bytes(font.getmask(letter)) not in (missing, b"") for letter in set(text))


@functools.lru_cache(maxsize=256)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)
