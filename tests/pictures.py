"""Pictures made by code, and the metadata of a camera that never was."""

import functools
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ImageCms

from restorer.photo import Metadata, Photo

FOLDER = "Fotos Žlutý 写真 #1 & (ß)"
"""A name that has broken many a program."""

XMP = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
    b'tiff:Orientation="6"><dc:title>Grandmother, 1947</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
    b'<?xpacket end="w"?>'
)
MAKER_NOTE = b"MAKER\0" + bytes(range(200))
IPTC = b"\x1c\x02\x78\x00\x0cOn the porch" + b"\x1c\x02\x50\x00\x0bJane Miller"
DTYPES: dict[int, Any] = {8: np.uint8, 16: np.uint16, 32: np.float32}


def gradient(height: int, width: int, channels: int = 3, bits: int = 8) -> NDArray[Any]:
    """Return ``(H, W, C)`` smooth pixels that use the whole range and differ along every axis."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    planes = [x / max(width - 1, 1), y / max(height - 1, 1), (x + y) / max(width + height - 2, 1)]
    unit = np.stack(planes[:channels], axis=-1)
    return (
        unit.astype(np.float32)
        if bits == 32
        else np.rint(unit * np.iinfo(DTYPES[bits]).max).astype(DTYPES[bits])
    )


@functools.cache  # a profile tells the second it was made
def profile(space: str = "sRGB") -> bytes:
    """Return an ICC profile: ``sRGB``, ``wide`` (a made-up one with far purer primaries) or ``grey``."""
    if space == "sRGB":
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    import imagecodecs

    if space == "grey":
        return bytes(imagecodecs.cms_profile("gray", whitepoint=[0.3127, 0.3290, 1.0], gamma=1.0))
    primaries = [0.7347, 0.2653, 1.0, 0.1596, 0.8404, 1.0, 0.0366, 0.0001, 1.0]
    return bytes(
        imagecodecs.cms_profile("rgb", whitepoint=[0.3457, 0.3585, 1.0], primaries=primaries, gamma=1.8)
    )


def ink_profile() -> bytes:
    """Return an ICC profile (version 2) of four printing inks: a table of how their full mixtures look.

    Full cyan is Lab (62, -31, -48), as on coated paper: about (0, 158, 224) in sRGB, far from (0, 255, 255).
    """
    single = {"c": (62, -31, -48), "m": (48, 74, -3), "y": (89, -5, 93), "k": (0, 0, 0)}
    corners = b""
    for mixture in range(16):
        inks = [ink for place, ink in enumerate("cmyk") if mixture >> (3 - place) & 1]
        lab = np.mean([single[ink] for ink in inks], axis=0) if inks else np.array((100, 0, 0))
        lightness = 0 if "k" in inks else lab[0] / max(len(inks), 1)
        corners += bytes([round(lightness * 2.55), round(lab[1]) + 128, round(lab[2]) + 128])
    identity = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    table = (
        b"mft1\0\0\0\0"
        + bytes([4, 3, 2, 0])
        + identity
        + bytes(range(256)) * 4
        + corners
        + bytes(range(256)) * 3
    )
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"inks\0" + bytes(78)
    tags = {b"desc": text, b"wtpt": white, b"A2B0": table, b"cprt": b"text\0\0\0\0none\0"}
    directory, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        directory += name + struct.pack(">II", start + len(body), len(value))
        body += value + b"\0" * (-len(value) % 4)
    header = struct.pack(">I4sI4s4s4s", start + len(body), b"lcms", 0x02100000, b"prtr", b"CMYK", b"Lab ")
    header += (
        struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
        + bytes(28)
        + struct.pack(">3i", 63190, 65536, 54061)
    )
    return header.ljust(128, b"\0") + directory + body


def _directory(
    order: str, start: int, fields: list[tuple[int, int, int, bytes]], following: int = 0
) -> bytes:
    """Return the bytes of an EXIF directory that stands at ``start``, with its values behind it."""
    head, tail = struct.pack(order + "H", len(fields)), b""
    at = start + 2 + 12 * len(fields) + 4
    for tag, kind, count, value in sorted(fields):
        place = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(order + "I", at + len(tail))
        tail += value + b"\0" * (len(value) % 2) if len(value) > 4 else b""
        head += struct.pack(order + "HHI", tag, kind, count) + place
    return head + struct.pack(order + "I", following) + tail


def exif_block(
    orientation: int = 1, *, size: tuple[int, int] = (40, 30), order: str = "<", thumbnail: bool = True
) -> bytes:
    """Return an EXIF block as a camera writes it: main, Exif and GPS directories, maker note, thumbnail.

    ``size`` is (height, width). The maker note lies in the middle, the thumbnail at the end.
    """

    def short(value: int) -> bytes:
        return struct.pack(order + "H", value)

    def fraction(above: int, below: int = 1) -> bytes:
        return struct.pack(order + "II", above, below)

    camera = [
        (0x9003, 2, 20, b"1947:06:05 04:03:02\0"),
        (0x927C, 7, len(MAKER_NOTE), MAKER_NOTE),
        (0xA002, 3, 1, short(size[1])),
        (0xA003, 3, 1, short(size[0])),
        (0xA430, 2, 12, b"Jane Miller\0"),
        (0xA431, 2, 8, b"SN12345\0"),
    ]
    place = [
        (0x0001, 2, 2, b"N\0"),
        (0x0002, 5, 3, fraction(47) + fraction(22) + fraction(1234, 100)),
    ]

    def main(exif_at: int, gps_at: int, second_at: int) -> bytes:
        fields = [
            (0x010F, 2, 7, b"Zeiler\0"),
            (0x0112, 3, 1, short(orientation)),
            (0x011A, 5, 1, fraction(600)),
            (0x011B, 5, 1, fraction(600)),
            (0x0128, 3, 1, short(2)),
            (0x8769, 4, 1, struct.pack(order + "I", exif_at)),
            (0x8825, 4, 1, struct.pack(order + "I", gps_at)),
        ]
        return _directory(order, 8, fields, second_at)

    exif_at = 8 + len(main(0, 0, 0))
    gps_at = exif_at + len(_directory(order, exif_at, camera))
    second_at = gps_at + len(_directory(order, gps_at, place))
    block = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    block += main(exif_at, gps_at, second_at if thumbnail else 0)
    block += _directory(order, exif_at, camera) + _directory(order, gps_at, place)
    if thumbnail:
        tiny = b"\xff\xd8THUMBNAIL OF THE UNRESTORED PHOTO\xff\xd9"
        fields = [
            (0x0201, 4, 1, struct.pack(order + "I", second_at + 2 + 24 + 4)),
            (0x0202, 4, 1, struct.pack(order + "I", len(tiny))),
        ]
        block += _directory(order, second_at, fields) + tiny
    return block


def photo(
    height: int = 30, width: int = 40, *, channels: int = 3, bits: int = 8, alpha: bool = False, **about: Any
) -> Photo:
    """Return a photo of a gradient; with ``metadata``, ``profile`` and so on as given."""
    pixels = gradient(height, width, channels, bits)
    veil = np.ascontiguousarray(gradient(height, width, 3, bits)[..., 2]) if alpha else None
    return Photo(pixels, veil, **about)


def documented(**options: Any) -> Photo:
    """Return a photo with everything that a file can say about one."""
    size = (options.get("height", 30), options.get("width", 40))
    block, packet = exif_block(size=size, thumbnail=False), XMP.replace(b'"6"', b'"1"')
    about = Metadata(exif=block, xmp=packet, dpi=(600.0, 600.0), iptc=IPTC)
    return photo(
        metadata=about, profile=profile("grey" if options.get("channels") == 1 else "wide"), **options
    )
