"""Pictures that somebody made on purpose: small files that claim, repeat or unpack to more than any photo."""

import io
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from good_files import good_files
from PIL import Image

Maker = Callable[[Path], object]
"""Writes a file under the path it gets."""


def hostile_pictures() -> Iterator[tuple[str, Maker]]:
    """Yield names and makers."""
    for makers in (_jpegs, _pngs, _tiffs, _blocks, _profiles, _floats, _others, _sparse):
        yield from makers()


def _bytes(data: bytes) -> Maker:
    return lambda path: path.write_bytes(data)


# --- JPEG


def jpeg_of(width: int, height: int) -> bytes:
    """Return a JPEG file that claims a size, with the data of a tiny one."""
    data = bytearray(good_files()["grey.jpg"])
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans(side: int, scans: int) -> bytes:
    """Return a progressive JPEG file whose last scan comes again and again, each time over every pixel."""
    file = io.BytesIO()
    Image.new("L", (side, side), 90).save(file, "JPEG", progressive=True)
    data = file.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * scans + b"\xff\xd9"


def _jpegs() -> Iterator[tuple[str, Maker]]:
    yield "bomb 31000 x 31000.jpg", _bytes(jpeg_of(31_000, 31_000))
    yield "claims 65500 x 65500.jpg", _bytes(jpeg_of(65_500, 65_500))
    yield "claims 1 x 65500.jpg", _bytes(jpeg_of(1, 65_500))
    yield "no size.jpg", _bytes(jpeg_of(0, 0))
    yield "20000 scans.jpg", _bytes(many_scans(3000, 20_000))
    sound = good_files()["saved.jpg"]
    yield "1000 comments.jpg", _bytes(sound[:2] + (b"\xff\xfe\xff\xff" + bytes(65_533)) * 1000 + sound[2:])


# --- PNG


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, depth: int, colour: int, rows: bytes, *extra: bytes) -> bytes:
    """Return a PNG file of compressed ``rows``; ``extra`` are its further chunks, name and body in one."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    more = b"".join(_chunk(one[:4], one[4:]) for one in extra)
    return b"\x89PNG\r\n\x1a\n" + header + more + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _zeros(size: int) -> bytes:
    """Return ``size`` zeros (in whole mebibytes), compressed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


def _pngs() -> Iterator[tuple[str, Maker]]:
    yield "bomb 20000 x 20000.png", _bytes(png(20_000, 20_000, 1, 0, _zeros(51 << 20)))
    yield "claims 1000000 x 1000.png", _bytes(png(1_000_000, 1000, 16, 6, zlib.compress(b"\0" * 100)))
    yield "claims 2147483647.png", _bytes(png(2**31 - 1, 2**31 - 1, 8, 2, b""))
    rows = zlib.compress(b"\0\0\0\0" * 1)
    bomb = _zeros(200 << 20)
    yield "profile bomb.png", _bytes(png(1, 1, 8, 2, rows, b"iCCPa\0\0" + bomb))
    yield "text bomb.png", _bytes(png(1, 1, 8, 2, rows, b"iTXtXML:com.adobe.xmp\0\1\0\0\0" + bomb))
    yield "100000 texts.png", _bytes(png(1, 1, 8, 2, rows, *[b"tEXta\0b"] * 100_000))
    yield "strange depth.png", _bytes(png(4, 4, 7, 2, rows))
    yield "strange colour.png", _bytes(png(4, 4, 8, 5, rows))
    yield "chunk without end.png", _bytes(good_files()["saved.png"][:33] + b"\xff\xff\xff\xffeXIf")


# --- TIFF


def tiff(*entries: tuple[int, int, int, int | bytes], tail: bytes = b"", big: bool = False) -> bytes:
    """Return a TIFF file of one directory; a value of bytes is stored behind it, as is ``tail``."""
    count, entry, inline, header = (
        ("<Q", "<HHQ", 8, b"II+\0\x08\0\0\0" + struct.pack("<Q", 16))
        if big
        else ("<H", "<HHI", 4, b"II*\0" + struct.pack("<I", 8))
    )
    behind = len(header) + struct.calcsize(count) + len(entries) * (struct.calcsize(entry) + inline) + inline
    table, values = struct.pack(count, len(entries)), b""
    for tag, kind, number, value in sorted(entries, key=lambda one: one[0]):
        where = value
        if isinstance(value, bytes):
            where = behind + len(values)
            values += value
        elif value < 0:  # counts from the tail
            where = -value
        assert isinstance(where, int)
        table += struct.pack(entry, tag, kind, number) + where.to_bytes(inline, "little")
    return header + table + bytes(inline) + values + tail


def _structure(width: int, height: int, **changes: int) -> dict[int, tuple[int, int, int, int]]:
    """Return the fields of a grey picture in one strip that begins at byte 8, by tag."""
    values = {0x100: width, 0x101: height, 0x102: 8, 0x103: 1, 0x106: 1, 0x111: 8, 0x115: 1, 0x116: height}
    values[0x117] = width * height
    values |= {int(tag, 16): value for tag, value in ((name[1:], value) for name, value in changes.items())}
    return {tag: (tag, 4, 1, min(value, 2**32 - 1)) for tag, value in values.items()}


def grey(width: int, height: int, *more: tuple[int, int, int, int | bytes], **changes: int) -> bytes:
    """Return a TIFF file whose fields are changed by ``t103=5`` and so on, with ``more`` fields."""
    fields = {**_structure(width, height, **changes), **{one[0]: one for one in more}}
    return tiff(*fields.values(), tail=bytes(64))


def packed_tiff(width: int, height: int, strip: bytes, **changes: int) -> bytes:
    """Return a TIFF file of one compressed strip."""
    start = len(tiff(*_structure(width, height, **changes).values()))
    return tiff(*_structure(width, height, **changes, t111=start, t117=len(strip)).values(), tail=strip)


def chained(pages: int, *, circle: bool) -> bytes:
    """Return a TIFF file of many pages of one pixel, the last followed by none or by the first."""
    fields = list(_structure(1, 1).values())
    size = 2 + 12 * len(fields) + 4
    table = struct.pack("<H", len(fields)) + b"".join(struct.pack("<HHII", *one) for one in fields)
    following = [*range(8 + size, 8 + size * pages, size), 8 if circle else 0]
    return b"II*\0\x08\0\0\0" + b"".join(table + struct.pack("<I", after) for after in following)


def _tiffs() -> Iterator[tuple[str, Maker]]:
    yield "claims 1000000 x 1000000.tif", _bytes(grey(1_000_000, 1_000_000))
    yield "claims 30000 x 30000.tif", _bytes(grey(30_000, 30_000))
    yield "65535 channels.tif", _bytes(grey(1_000_000, 900, t115=65_535))
    yield "64 bits.tif", _bytes(grey(30_000, 30_000, t102=64))
    yield "200 bits.tif", _bytes(grey(10, 10, t102=200))
    yield "rows per strip 0.tif", _bytes(grey(10, 10, t116=0))
    yield "strip bomb.tif", _bytes(packed_tiff(60_000, 16_000, _zeros(960 << 20), t103=8))
    yield "strip larger than it says.tif", _bytes(packed_tiff(100, 100, _zeros(64 << 20), t103=8))
    yield "strips missing.tif", _bytes(packed_tiff(30_000, 30_000, b"", t103=8))
    yield "jpeg in it is larger.tif", _bytes(packed_tiff(40, 30, jpeg_of(60_000, 16_000), t103=7))
    yield "tile of 2 billion.tif", _bytes(grey(64, 64, t142=2**31 - 16, t143=16, t144=8, t145=64))
    yield "tiles of 0.tif", _bytes(grey(64, 64, t142=0, t143=0, t144=8, t145=64))
    yield "palette without colours.tif", _bytes(grey(4, 4, t106=3))
    yield "unknown compression.tif", _bytes(grey(4, 4, t103=34_712))
    yield "2000 pages.tif", _bytes(chained(2000, circle=False))
    yield "pages in a circle.tif", _bytes(chained(3, circle=True))
    yield "60000 pages.tif", _bytes(chained(60_000, circle=False))
    yield "sub-directories of odd length.tif", _bytes(grey(4, 4, (0x14A, 1, 6, b"\1\2\3\4\5\6")))
    yield "sub-directory far away.tif", _bytes(tiff((0x14A, 16, 1, 2**63 + 9), big=True))
    yield "directory far away.tif", _bytes(b"II+\0\x08\0\0\0" + b"\xff" * 8)
    yield "exif far away.tif", _bytes(tiff((0x8769, 16, 1, 2**64 - 1), (0x8825, 18, 1, 2**63), big=True))
    many = [(0x9000 + number, 1, 4 << 20, 8) for number in range(3000)]
    yield "3000 fields share 4 MB.tif", _bytes(tiff(*_structure(4, 4).values(), *many, tail=bytes(4 << 20)))
    yield "counts of 4 billion.tif", _bytes(grey(4, 4, (0x111, 4, 2**32 - 1, 8), (0x117, 4, 2**32 - 1, 8)))


# --- EXIF, ICC


def with_exif(block: bytes) -> bytes:
    """Return a JPEG file with this EXIF block."""
    sound = good_files()["grey.jpg"]
    body = b"Exif\0\0" + block
    return sound[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + sound[2:]


def _blocks() -> Iterator[tuple[str, Maker]]:
    # Every field claims the whole block, and every sub-directory is the same directory again.
    subs = [(tag, 4, 1, at) for tag, at in ((0x8769, 8), (0x8825, 9), (0xA005, 8))]
    many = [(0x9000 + number, 7, 60_000, 0) for number in range(4000)]
    bomb = tiff(*many, *subs)
    yield "fields share everything.jpg", _bytes(with_exif(bomb.ljust(60_100, b"\0")))
    for value in (0, 9, 65_535):
        yield f"orientation {value}.jpg", _bytes(with_exif(tiff((0x112, 3, 1, value))))
    yield "directory is its own child.jpg", _bytes(with_exif(tiff((0x8769, 4, 1, 8), (0x8825, 4, 1, 8))))
    yield (
        "resolution of nothing.jpg",
        _bytes(with_exif(tiff((0x11A, 5, 1, bytes(8)), (0x11B, 5, 1, bytes(8))))),
    )
    yield "resolution of 4 billion.jpg", _bytes(with_exif(tiff((0x11A, 5, 1, b"\xff\xff\xff\xff\1\0\0\0"))))
    yield "size of 4 billion.jpg", _bytes(with_exif(tiff((0xA002, 4, 1, 2**32 - 1), (0x100, 4, 1, 0))))
    yield "block of nothing.jpg", _bytes(with_exif(b""))
    yield (
        "text for numbers.jpg",
        _bytes(with_exif(tiff((0x112, 2, 1, 65), (0x8769, 2, 4, 65), (0x11A, 2, 1, 9)))),
    )


def with_profile(profile: bytes) -> Maker:
    """Return a maker of a PNG file with this colour profile."""
    return _bytes(png(1, 1, 8, 2, zlib.compress(bytes(4)), b"iCCPa\0\0" + zlib.compress(profile)))


def _profiles() -> Iterator[tuple[str, Maker]]:
    from pictures import profile

    sound = profile("wide")
    yield "profile cut.png", with_profile(sound[:140])
    yield "profile of rubbish.png", with_profile(np.random.default_rng(5).bytes(3000))
    yield "profile of 4 GB.png", with_profile(b"\xff\xff\xff\xff" + sound[4:])
    yield "profile of a billion tags.png", with_profile(sound[:128] + b"\x3f\xff\xff\xff" + sound[132:])
    yield "profile of inks.png", with_profile(sound[:16] + b"CMYK" + sound[20:])
    for seed in range(12):
        random = np.random.default_rng(seed)
        bad = bytearray(sound)
        for at in random.integers(128, len(bad), 8):
            bad[at] = random.integers(0, 256)
        yield f"profile damaged {seed}.png", with_profile(bytes(bad))


# --- values, other kinds, other things


def _floats() -> Iterator[tuple[str, Maker]]:
    ramp = np.linspace(-1, 2, 1200, dtype=np.float32).reshape(20, 20, 3)
    with_nan, infinite, largest = ramp.copy(), ramp.copy(), ramp.copy()
    with_nan[3, 3], infinite[3, 3], largest[3, 3] = np.nan, np.inf, np.finfo(np.float32).max
    kinds: dict[str, Any] = {
        "negative": ramp,
        "nan": with_nan,
        "all nan": np.full_like(ramp, np.nan),
        "infinite": infinite,
        "all infinite": np.full_like(ramp, -np.inf),
        "largest": largest,
        "double": ramp.astype(np.float64) * 1e300,
        "half": with_nan.astype(np.float16),
        "signed": (ramp * 30_000).astype(np.int16),
    }
    for name, values in kinds.items():
        yield f"{name}.tif", lambda path, values=values: tifffile.imwrite(path, values, photometric="rgb")
    veiled = np.concatenate([ramp, np.full((20, 20, 1), np.nan, np.float32)], axis=2)
    options: dict[str, Any] = {"photometric": "rgb", "extrasamples": ["unassalpha"]}
    yield "alpha of nan.tif", lambda path: tifffile.imwrite(path, veiled, **options)
    options = {"photometric": "rgb", "extrasamples": ["assocalpha"]}
    yield "divided by nan.tif", lambda path: tifffile.imwrite(path, veiled, **options)
    for name, values in (("nan", with_nan), ("infinite", infinite)):
        body = b"Pf\n20 20\n-1.0\n" + values[..., 0].astype("<f4").tobytes()
        yield f"{name}.pfm", _bytes(body)


def _others() -> Iterator[tuple[str, Maker]]:
    yield (
        "postscript.tga",
        _bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"),
    )
    yield (
        "postscript.pcx",
        _bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"),
    )
    gif = good_files()["moving.gif"]
    yield "claims 65535 x 65535.gif", _bytes(gif[:6] + b"\xff\xff\xff\xff" + gif[10:])
    yield "claims 17000 x 17000.gif", _bytes(gif[:6] + struct.pack("<HH", 17_000, 17_000) + gif[10:])
    frame = gif.rindex(b"\x21\xf9")
    yield "100000 frames.gif", _bytes(gif[:-1] + gif[frame:-1] * 100_000 + b";")
    bomb = png(12_000, 12_000, 1, 0, _zeros(19 << 20))
    entry = struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(bomb), 22)
    yield "bomb inside.ico", _bytes(b"\0\0\1\0\1\0" + entry + bomb)
    bmp = good_files()["colours.bmp"]
    yield "claims 17000 x 17000.bmp", _bytes(bmp[:18] + struct.pack("<ii", 17_000, 17_000) + bmp[26:])
    yield "height of -2147483648.bmp", _bytes(bmp[:22] + b"\0\0\0\x80" + bmp[26:])
    yield "claims 17000 x 17000.tga", _bytes(_claims(good_files()["colours.tga"], 12, "<HH", 17_000))
    yield "claims 17000 x 17000.ppm", _bytes(b"P6\n17000 17000\n255\n" + bytes(100))
    yield "size without end.ppm", _bytes(b"P6\n" + b"9" * 100_000)
    jp2 = good_files()["colours.jp2"]
    at = jp2.index(b"\xff\x51") + 6
    claim = struct.pack(">II", 17_000, 17_000)
    yield "claims 17000 x 17000.jp2", _bytes(jp2[:at] + claim + jp2[at + 8 :])
    yield "tiles of 17000 x 17000.jp2", _bytes(jp2[:at] + claim + bytes(8) + claim + jp2[at + 24 :])
    yield "claims 17000 x 17000.psd", _bytes(_claims(good_files()["layers.psd"], 14, ">II", 17_000))
    yield "flat 16383 x 16383.webp", lambda path: _flat_webp(path, 16_383)


def _claims(data: bytes, at: int, code: str, side: int) -> bytes:
    claim = struct.pack(code, side, side)
    return data[:at] + claim + data[at + len(claim) :]


def _flat_webp(path: Path, side: int) -> None:
    """Write a VP8L picture (its format: RFC 9649 §3) of a single colour, whose code has no bits."""
    bits, value = 0, 0

    def put(count: int, number: int) -> None:
        nonlocal bits, value
        value |= number << bits
        bits += count

    put(8, 0x2F)
    put(14, side - 1)
    put(14, side - 1)
    put(4, 0)  # no alpha, version 0
    put(3, 0)  # no transforms, no colour cache, one group of codes
    for symbol in (90, 90, 90, 255, 0):
        put(1, 1)
        put(2, 2)  # one symbol, of eight bits
        put(8, symbol)
    stream = value.to_bytes(-(-bits // 8), "little") + bytes(4)
    body = b"WEBPVP8L" + struct.pack("<I", len(stream)) + stream + b"\0" * (len(stream) % 2)
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)


def _sparse() -> Iterator[tuple[str, Maker]]:
    """Files of 40 GB that hardly take room on the disk: a sound beginning, then nothing."""
    for name in (
        "saved.jpg",
        "saved.png",
        "saved.tif",
        "saved.webp",
        "saved.avif",
        "turned.heic",
        "layers.psd",
    ):

        def make(path: Path, name: str = name) -> None:
            path.write_bytes(good_files()[name])
            os.truncate(path, 40 << 30)

        yield f"40 GB of {name}", make
    yield "links to nothing.jpg", lambda path: path.symlink_to(path.with_name("gone.jpg"))
    yield "pipe.jpg", lambda path: os.mkfifo(path)
    yield "circle.jpg", lambda path: path.symlink_to(path)
    yield "device.jpg", lambda path: path.symlink_to("/dev/zero")
