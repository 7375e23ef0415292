"""Numbers on the command line, refused where they make no sense."""

import argparse
from collections.abc import Callable
from typing import TypeVar

Number = TypeVar("Number", int, float)


def number(least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number from ``least`` to ``most``."""
    return _between(float, least, most)


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number from ``least`` to ``most``."""
    return _between(int, least, most)


def _between(kind: type[Number], least: Number, most: Number) -> Callable[[str], Number]:
    def read(text: str) -> Number:
        value = kind(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not between {least:,} and {most:,}")
        return value

    read.__name__ = kind.__name__  # for argparse, which says "invalid int value" where the text is no number
    return read


count = whole_number(1, 1_000_000_000)
"""Reads how many of something are wanted."""

quality = whole_number(1, 100)
"""Reads a quality for formats that lose."""
