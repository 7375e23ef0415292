"""Ways in which a sound file goes bad: cut off, bits flipped, parts lost, doubled, or under a wrong name."""

from collections.abc import Iterator

import numpy as np
from good_files import good_files

SUFFIXES = (".jpg", ".png", ".tif", ".webp", ".avif", ".heic", ".dng", ".gif", ".bmp", ".ppm", ".tga", ".pcx")


def spoilt_files(damages: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents: each good file cut at every tenth, with ``damages``, and a wrong name."""
    random = np.random.default_rng(seed)
    for index, (name, data) in enumerate(good_files().items()):
        for tenth in range(10):
            yield f"cut {tenth} {name}", data[: max(1, len(data) * tenth // 10)]
        yield f"one byte short {name}", data[:-1]
        yield f"rubbish behind {name}", data + random.bytes(500)
        for number in range(damages):
            yield f"damage {number} {name}", damaged(data, random)
        yield f"wrong name {name}{SUFFIXES[index % len(SUFFIXES)]}", data


def damaged(data: bytes, random: np.random.Generator) -> bytes:
    """Return ``data`` with one to four random damages, most of them near the beginning, where headers are."""
    bad = bytearray(data)
    for _ in range(random.integers(1, 5)):
        reach = len(bad) if random.random() < 0.4 else min(len(bad), 400)
        at = int(random.integers(0, reach))
        size = int(random.integers(1, 9))
        match random.integers(0, 6):
            case 0:
                bad[at] ^= 1 << int(random.integers(0, 8))
            case 1:
                bad[at : at + size] = random.bytes(size)
            case 2:
                bad[at : at + size] = b"\xff" * size
            case 3:
                bad[at : at + size] = bytes(size)
            case 4:
                del bad[at : at + size]
            case _:
                bad[at:at] = bad[at : at + size * 20]
        if not bad:
            return b"\0"
    return bytes(bad)
