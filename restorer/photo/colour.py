"""Colours: from any ICC profile to the screen's sRGB, and from printing inks to light."""

import functools
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo.photo import Pixels
from restorer.photo.raster import Raster, quiet, to_bits

_STRIP = 1 << 20
_BAND = 1 << 18
"""About as many pixels are made ready for the screen at once: they stay in the processor's cache."""


def display_pixels(pixels: Pixels, profile: bytes | None, alpha: Pixels | None = None) -> NDArray[np.uint8]:
    """Return ``(H, W, C)`` pixels of any depth as sRGB for the screen: uint8 ``(H, W, 3)``, contiguous.

    Grey is replicated; where ``alpha`` (``(H, W)``) is given, white shines through. No profile, or one that
    is broken or of another kind of colour, is read as sRGB. May be called from several threads at once.
    """
    if pixels.dtype == np.uint8 and pixels.shape[2] == 3 and alpha is None and _to_srgb(profile) is None:
        return np.ascontiguousarray(pixels)
    # In bands, for what lies between takes many times the memory of what comes out.
    shown = np.empty((*pixels.shape[:2], 3), np.uint8)
    step = max(1, _BAND // max(1, pixels.shape[1]))
    for top in range(0, len(pixels), step):
        rows = slice(top, top + step)
        band = _light_of(pixels[rows], profile)
        shown[rows] = band if alpha is None else _over_white(band, alpha[rows])
    return shown


def _light_of(pixels: Pixels, profile: bytes | None) -> NDArray[np.uint8]:
    eight = to_bits(pixels, 8)
    if eight.shape[2] == 1:
        return np.take(_grey_table(profile), eight[..., 0], axis=0)
    transform = _to_srgb(profile)
    return eight if transform is None else _apply(transform, eight)


def _over_white(light: NDArray[np.uint8], alpha: Pixels) -> NDArray[np.uint8]:
    opacity = to_bits(alpha, 8)[..., None].astype(np.uint16)
    return ((light * opacity + 255 * (255 - opacity) + 127) // 255).astype(np.uint8)


def fits(profile: bytes, channels: int) -> bool:
    """Return whether an ICC profile can be understood and is one for pixels of 1, 3 or 4 ``channels``.

    Grey pixels may carry an RGB profile: some scanners' programs write the same one whatever they scan.
    """
    space = profile[16:20]
    if space not in {1: (b"GRAY", b"RGB "), 3: (b"RGB ",), 4: (b"CMYK",)}[channels]:
        return False
    return _opened(profile) is not None


def from_inks(inks: NDArray[Any], profile: bytes | None) -> Raster:
    """Return the picture that amounts of printing inks ``(H, W, 4)`` make, with a note that says how."""
    known = profile is not None and fits(profile, 4)
    how = (
        "through the colour profile in the file"
        if known
        else "without a colour profile, so colours are a guess"
    )
    return Raster(
        inks_to_light(inks, profile if known else None),
        notes=[f"This file is made for printing (CMYK); it was converted to sRGB {how}."],
    )


def inks_to_light(inks: NDArray[Any], profile: bytes | None) -> Pixels:
    """Return sRGB pixels ``(H, W, 3)`` for amounts of cyan, magenta, yellow and black ``(H, W, 4)``.

    Same depth in and out (uint8 or uint16), 0 is no ink. Without a profile the plain formula is used, which
    is brighter and more colourful than print.
    """
    light = np.empty((*inks.shape[:2], 3), inks.dtype)
    step = max(1, _STRIP // inks.shape[1])
    for top in range(0, inks.shape[0], step):
        rows = slice(top, top + step)
        if profile is None:
            top_value = np.iinfo(inks.dtype).max
            paper = top_value - inks[rows].astype(np.uint32)
            light[rows] = (paper[..., :3] * paper[..., 3:] + top_value // 2) // top_value
        else:
            light[rows] = _cmyk_strip(np.ascontiguousarray(inks[rows]), profile)
    return light


def _cmyk_strip(inks: NDArray[Any], profile: bytes) -> NDArray[Any]:
    import imagecodecs

    return np.asarray(
        imagecodecs.cms_transform(
            inks,
            profile,
            srgb_profile(),
            colorspace="cmyk",
            outcolorspace="rgb",
            outdtype=inks.dtype,
            intent=1,
        )
    )


def lab_to_light(picture: Any) -> Pixels:
    """Return a Pillow picture in Lab as sRGB pixels ``(H, W, 3)``, uint8."""
    from PIL import ImageCms

    source, target = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return np.asarray(ImageCms.profileToProfile(picture, source, target, outputMode="RGB"))


@functools.lru_cache(maxsize=1)
def profile_in_colour(profile: bytes | None) -> bytes | None:
    """Return the profile for a grey photo that gets colours: in it, equal values look as the grey ones did.

    Its primaries are sRGB's, its curve that of the grey profile; None (sRGB) where that has none. One that is
    for colours already stays.
    """
    if profile and profile[16:20] == b"RGB ":
        return profile
    tags = _tags(profile) if profile else {}
    curve, white = tags.get(b"kTRC"), tags.get(b"wtpt")
    if curve is None or white is None:
        return None
    made = {b"desc": _DESCRIPTION, b"cprt": _COPYRIGHT, b"wtpt": white}
    made |= {name: b"XYZ \0\0\0\0" + struct.pack(">3i", *place) for name, place in _PRIMARIES.items()}
    made |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile_of(made)


_PRIMARIES = {b"rXYZ": (28578, 14581, 913), b"gXYZ": (25240, 46981, 6360), b"bXYZ": (9374, 3974, 46799)}
"""Of sRGB, adapted to the light D50, in 65536ths (IEC 61966-2-1, Annex F; ICC's v2 profile)."""
_DESCRIPTION = b"desc\0\0\0\0" + struct.pack(">I", 12) + b"Grey, tinted".ljust(12, b"\0") + bytes(79)
_COPYRIGHT = b"text\0\0\0\0No copyright\0"


def _tags(profile: bytes) -> dict[bytes, bytes]:
    """Return the contents of a profile's tags, by name; {} if it is damaged."""
    try:
        (count,) = struct.unpack_from(">I", profile, 128)
        entries = [struct.unpack_from(">4sII", profile, 132 + 12 * index) for index in range(min(count, 100))]
    except struct.error:
        return {}
    return {
        name: profile[start : start + size] for name, start, size in entries if start + size <= len(profile)
    }


def _profile_of(tags: dict[bytes, bytes]) -> bytes:
    """Return a display profile (ICC version 2) with these tags."""
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    size = start + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    header += struct.pack(">3i", 63190, 65536, 54061)  # D50
    return header.ljust(128, b"\0") + table + body


def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB (IEC 61966-2-1)."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _opened(profile: bytes) -> Any:
    import io

    from PIL import ImageCms

    with quiet():
        try:
            return ImageCms.ImageCmsProfile(io.BytesIO(profile))
        except (OSError, ImageCms.PyCMSError):
            return None


def _transform(profile: bytes, mode: str) -> Any:
    """Return a transform from ``profile`` to sRGB for Pillow pictures of ``mode``; None if there is none."""
    from PIL import ImageCms

    source = _opened(profile)
    if source is None:
        return None
    try:
        return ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError:
        return None


@functools.lru_cache(maxsize=16)
def _to_srgb(profile: bytes | None) -> Any:
    """Return the transform for RGB pixels; None where it would change nothing, or cannot be made."""
    if profile is None or not fits(profile, 3):
        return None
    transform = _transform(profile, "RGB")
    if transform is None:
        return None
    steps = np.linspace(0, 255, 18).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 18, 3)
    change = np.abs(_apply(transform, grid).astype(int) - grid)
    return None if change.max() <= 1 else transform


@functools.lru_cache(maxsize=16)
def _grey_table(profile: bytes | None) -> NDArray[np.uint8]:
    """Return what each of the 256 greys looks like in sRGB, ``(256, 3)``."""
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    if profile is not None and fits(profile, 1):
        if profile[16:20] == b"RGB ":
            rgb = _to_srgb(profile)
            greys = greys if rgb is None else _apply(rgb, greys)
        elif (grey := _transform(profile, "L")) is not None:
            greys = _apply(grey, np.ascontiguousarray(greys[..., 0]))
    # Grey stays grey: lcms may leave a difference of one between the channels.
    return np.repeat(greys[0, :, 1:2], 3, axis=1)


def _apply(transform: Any, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    from PIL import Image

    return np.asarray(transform.apply(Image.fromarray(np.ascontiguousarray(pixels))))
