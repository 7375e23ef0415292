"""EXIF and XMP: made true for the picture that is saved, and private data dropped."""

import re
from dataclasses import replace

from restorer.photo import exif
from restorer.photo.extended_xmp import without_name
from restorer.photo.photo import Metadata
from restorer.photo.xmp import with_record, without_padding

_PRIVATE_TAGS = (
    exif.GPS_IFD,
    exif.MAKER_NOTE,  # serial numbers, owner, faces, places: every maker hides others there
    0x010D,  # DocumentName: often the whole path of a scan
    0x010E,  # ImageDescription
    0x011D,  # PageName
    0x013B,  # Artist
    0x013C,  # HostComputer
    0x02BC,  # an XMP packet
    0x8298,  # Copyright
    0x83BB,  # IPTC's captions
    0x8649,  # Photoshop's resources, which hold such captions too
    0x9286,  # UserComment
    0x9C9B,  # XPTitle
    0x9C9C,  # XPComment
    0x9C9D,  # XPAuthor
    0x9C9E,  # XPKeywords
    0x9C9F,  # XPSubject
    0xA420,  # ImageUniqueID
    0xA430,  # CameraOwnerName
    0xA431,  # BodySerialNumber
    0xA435,  # LensSerialNumber
    0xA436,  # ImageTitle
    0xA437,  # Photographer
    0xA438,  # ImageEditor
    0xC62F,  # CameraSerialNumber
    0xFDE8,  # the owner's name and the serial number, as raw converters copy them
    0xFDE9,
    0xC68B,  # OriginalRawFileName
)


def for_saving(
    metadata: Metadata, size: tuple[int, int], *, strip_private: bool, room: int | None = None
) -> Metadata:
    """Return metadata that are true for a picture of ``size`` (height, width) with its upright orientation.

    The record of a restoration goes into the XMP packet; it names programs and models, never people.
    ``strip_private`` drops place, serial numbers, names of people, maker notes, captions, and the whole XMP
    packet, whose many vocabularies name people and places in ever new ways. ``room`` is how long a packet may
    be in the file (None: as long as it is, and with no extension).
    """
    remove = _PRIVATE_TAGS if strip_private else ()
    block = metadata.exif
    if block is not None and strip_private and exif.parse(block) is None:
        block = None
    if block is not None:
        block = exif.edit(block, size, dpi=metadata.dpi, remove=remove)
    xmp = None if strip_private or metadata.xmp is None else upright_xmp(metadata.xmp, size)
    extension = None if xmp is None or room is None else metadata.extension
    if xmp is not None and extension is None:
        xmp = without_name(xmp)
    packet = _packet(xmp, metadata.record, room)
    free_text = replace(metadata, iptc=None, comments=(), texts=(), resources=None)
    kept = free_text if strip_private else metadata
    return replace(kept, exif=block, xmp=packet, extension=extension)


def _packet(xmp: bytes | None, record: bytes | None, room: int | None) -> bytes | None:
    """Return a photo's packet with the record, or without where there is no room for both."""
    if record is None:
        wanted = [xmp]
    elif xmp is None:
        wanted = [with_record(None, record)]
    else:
        wanted = [with_record(xmp, record), xmp]
    for packet in wanted:
        for written in (packet, without_padding(packet)) if packet else ():
            if room is None or len(written) <= room:
                return written
    return with_record(None, record) if record else xmp


def upright_xmp(packet: bytes, size: tuple[int, int]) -> bytes:
    """Return an XMP packet that tells orientation 1 and ``size`` (height, width), where it tells any."""
    truths = {
        rb"tiff:Orientation": b"1",
        rb"(?:tiff:ImageWidth|exif:PixelXDimension)": b"%d" % size[1],
        rb"(?:tiff:ImageLength|exif:PixelYDimension)": b"%d" % size[0],
    }
    for name, truth in truths.items():
        pattern = rb"(\b" + name + rb"(?:\s*=\s*[\"']|>)\s*)\d+"
        packet = re.sub(pattern, lambda found, truth=truth: found[1] + truth, packet)  # type: ignore[misc]
    return packet


def with_resolution(block: bytes | None, dpi: tuple[float, float] | None) -> bytes | None:
    """Return an EXIF block that tells ``dpi``, for formats that can tell it nowhere else."""
    if dpi is None:
        return block
    parsed = exif.parse(block) if block else None
    if parsed is None:
        return exif.block_of(exif.Ifd(entries=dict(exif.resolution_entries(dpi, "<"))), "<")
    layout, ifd = parsed
    if exif.X_RESOLUTION in ifd.entries and exif.Y_RESOLUTION in ifd.entries:
        return block
    ifd.entries |= exif.resolution_entries(dpi, layout.order)
    return exif.block_of(ifd, layout.order)


def rounded(dpi: tuple[float, float] | None) -> tuple[float, float] | None:
    """Return dots per inch without the rounding of formats that count by the metre; None if senseless."""
    if dpi is None or not all(0.5 < value < 1e6 for value in dpi):
        return None
    near = tuple(round(value) if abs(value - round(value)) < 0.02 else round(value, 3) for value in dpi)
    return float(near[0]), float(near[1])
