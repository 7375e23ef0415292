"""EXIF blocks: the tagged structure of TIFF 6.0 (§2) and Exif 2.32 (§4.6), read, edited in place and built.

Cameras hide private data (maker notes) in the block whose inner pointers count from the start of the block,
so an existing block is edited where it stands: nothing moves, and what we do not understand survives.
"""

import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

ORIENTATION, EXIF_IFD, GPS_IFD, INTEROP_IFD, MAKER_NOTE = 0x0112, 0x8769, 0x8825, 0xA005, 0x927C
X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 0x011A, 0x011B, 0x0128
WIDTH_TAGS, HEIGHT_TAGS = (0x0100, 0xA002), (0x0101, 0xA003)
BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED, LONG8 = 1, 2, 3, 4, 5, 7, 16

_SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
}
_SUB_IFDS = (EXIF_IFD, GPS_IFD, INTEROP_IFD)
_THUMBNAIL_OFFSET, _THUMBNAIL_LENGTH = 0x0201, 0x0202
_HEADER = 8
_MOST_ENTRIES, _LARGEST_VALUE, _ROOM = 4096, 64 << 20, 96 << 20

Read = Callable[[int, int], bytes]
"""``(offset, count) -> bytes``; fewer bytes than asked for where the data end."""


@dataclass(frozen=True)
class Entry:
    """One field: its TIFF type, how many values, and their bytes in the byte order of the block.

    ``place`` is where the twelve bytes of the field begin and ``offset`` where its value lies; 0 for a field
    that has not been written yet.
    """

    kind: int
    count: int
    value: bytes
    place: int = 0
    offset: int = 0


@dataclass
class Ifd:
    """A directory of fields by tag, with the directories that hang under some of them."""

    entries: dict[int, Entry] = field(default_factory=dict)
    subs: dict[int, "Ifd"] = field(default_factory=dict)
    offset: int = 0
    end: int = 0
    next: int = 0


@dataclass(frozen=True)
class Layout:
    """How numbers are laid out: byte order (``<`` or ``>``), 64-bit offsets (BigTIFF), first directory."""

    order: str
    big: bool
    first: int

    def number(self, entry: Entry | None) -> int | None:
        """Return the first value of a whole-numbered field, or None."""
        code = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}.get(entry.kind if entry else 0)
        if entry is None or code is None or len(entry.value) < struct.calcsize(code):
            return None
        return int(struct.unpack_from(self.order + code, entry.value)[0])

    def ratio(self, entry: Entry | None) -> float | None:
        """Return the first value of a field of fractions or whole numbers, or None."""
        if entry is None or entry.kind != RATIONAL or len(entry.value) < 8:
            whole = self.number(entry)
            return None if whole is None else float(whole)
        above, below = struct.unpack_from(self.order + "II", entry.value)
        return above / below if below else None


def layout_of(header: bytes) -> Layout | None:
    """Return how a TIFF structure is laid out, from its first 16 bytes; None if it is none."""
    order = {b"II": "<", b"MM": ">"}.get(header[:2])
    if order is None or len(header) < 8:
        return None
    (magic,) = struct.unpack_from(order + "H", header, 2)
    if magic == 43 and len(header) >= 16:
        return Layout(order, True, struct.unpack_from(order + "Q", header, 8)[0])
    # Some cameras' raw files carry numbers of their own here; the directory is the same.
    return None if magic == 43 else Layout(order, False, struct.unpack_from(order + "I", header, 4)[0])


def read_ifd(read: Read, layout: Layout, offset: int, *, deep: bool = True, room: int = _ROOM) -> Ifd:
    """Return the directory at ``offset``; fields that are cut off or senseless are left out.

    So are values that do not fit into ``room`` bytes: thousands of fields may claim the same megabytes.
    """
    order = layout.order
    count_size, entry_size, inline, entry_code, next_code = (
        (8, 20, 8, "HHQ", "Q") if layout.big else (2, 12, 4, "HHI", "I")
    )
    head = read(offset, count_size)
    if offset < _HEADER or len(head) < count_size:
        return Ifd()
    count = min(struct.unpack(order + ("Q" if layout.big else "H"), head)[0], _MOST_ENTRIES)
    table = read(offset + count_size, count * entry_size + inline)
    there = min(count, len(table) // entry_size)
    ifd = Ifd(offset=offset, end=offset + count_size + there * entry_size)
    for index in range(there):
        at = index * entry_size
        tag, kind, values = struct.unpack_from(order + entry_code, table, at)
        size = _SIZES.get(kind, 0) * values
        if not 0 < size <= min(_LARGEST_VALUE, room):
            continue
        place = offset + count_size + at
        where = place + entry_size - inline
        if size > inline:
            (where,) = struct.unpack_from(order + next_code, table, at + entry_size - inline)
            value = read(where, size)
        else:
            value = table[at + entry_size - inline :][:size]
        room -= size
        if len(value) == size:
            ifd.entries[tag] = Entry(kind, values, value, place, where)
    if len(table) == count * entry_size + inline:
        (ifd.next,) = struct.unpack_from(order + next_code, table, count * entry_size)
    if deep:
        _read_subs(read, layout, ifd, room)
    return ifd


def _read_subs(read: Read, layout: Layout, ifd: Ifd, room: int) -> None:
    for tag in _SUB_IFDS:
        start = layout.number(ifd.entries.get(tag))
        if start and start != ifd.offset:
            ifd.subs[tag] = read_ifd(read, layout, start, deep=False, room=room)
            deeper = layout.number(ifd.subs[tag].entries.get(INTEROP_IFD))
            if tag == EXIF_IFD and deeper:
                sub = read_ifd(read, layout, deeper, deep=False, room=room)
                ifd.subs[tag].subs[INTEROP_IFD] = sub


def parse(block: bytes) -> tuple[Layout, Ifd] | None:
    """Return the layout and the first directory of an EXIF block; None if it is not one."""
    layout = layout_of(block[:16])
    if layout is None:
        return None
    # Some programs let two fields share one value, but no honest block needs much more room than it takes.
    ifd = read_ifd(_reader(block), layout, layout.first, room=2 * len(block))
    return (layout, ifd) if ifd.entries else None


def orientation(block: bytes | None) -> int:
    """Return the orientation (1..8) that an EXIF block tells; 1 if it tells none."""
    parsed = parse(block) if block else None
    if parsed is None:
        return 1
    value = parsed[0].number(parsed[1].entries.get(ORIENTATION))
    return value if value is not None and 1 <= value <= 8 else 1


def resolution(layout: Layout, ifd: Ifd) -> tuple[float, float] | None:
    """Return the dots per inch that a directory tells, or None."""
    unit = layout.number(ifd.entries.get(RESOLUTION_UNIT))
    across, down = (layout.ratio(ifd.entries.get(tag)) for tag in (X_RESOLUTION, Y_RESOLUTION))
    if not across or unit == 1:
        return None
    scale = 2.54 if unit == 3 else 1.0
    return across * scale, (down or across) * scale


def edit(
    block: bytes, size: tuple[int, int], *, dpi: tuple[float, float] | None = None, remove: Iterable[int] = ()
) -> bytes:
    """Return a block that is true for an upright picture of ``size`` (height, width), edited in place.

    Its orientation becomes 1, its dimensions and ``dpi`` (where it tells any) those given; the thumbnail is
    dropped, since it shows the picture before it was changed; the tags in ``remove`` are blotted out.
    """
    parsed = parse(block)
    if parsed is None:
        return block
    layout, ifd = parsed
    data = bytearray(block)
    _drop_thumbnail(data, layout, ifd)
    for level in (ifd, *ifd.subs.values()):
        for tag, entry in level.entries.items():
            if tag == ORIENTATION:
                _put(data, layout, entry, 1)
            elif tag in WIDTH_TAGS:
                _put(data, layout, entry, size[1])
            elif tag in HEIGHT_TAGS:
                _put(data, layout, entry, size[0])
    if dpi and X_RESOLUTION in ifd.entries and Y_RESOLUTION in ifd.entries:
        for tag, value in ((X_RESOLUTION, dpi[0]), (Y_RESOLUTION, dpi[1])):
            entry = ifd.entries[tag]
            if entry.kind == RATIONAL:
                data[entry.offset : entry.offset + 8] = rational(value, layout.order)
        if RESOLUTION_UNIT in ifd.entries:
            _put(data, layout, ifd.entries[RESOLUTION_UNIT], 2)
    if doomed := set(remove):
        _remove(data, layout, ifd, doomed)
    return bytes(data)


def _put(data: bytearray, layout: Layout, entry: Entry, value: int) -> None:
    """Write one whole number over a field that holds one, as a LONG if a SHORT cannot hold it."""
    if entry.count != 1 or entry.kind not in (SHORT, LONG) or layout.big:
        return
    kind = entry.kind if value < 1 << 16 else LONG
    struct.pack_into(layout.order + "H", data, entry.place + 2, kind)
    struct.pack_into(layout.order + "4x", data, entry.place + 8)
    struct.pack_into(layout.order + ("H" if kind == SHORT else "I"), data, entry.place + 8, value)


def _drop_thumbnail(data: bytearray, layout: Layout, ifd: Ifd) -> None:
    if layout.big or not ifd.next or ifd.next == ifd.offset or len(data) < ifd.end + 4:
        return
    second = read_ifd(_reader(bytes(data)), layout, ifd.next, deep=False)
    struct.pack_into(layout.order + "I", data, ifd.end, 0)
    spans = [(second.offset, second.end + 4)]
    spans += [(entry.offset, entry.offset + len(entry.value)) for entry in second.entries.values()]
    start = layout.number(second.entries.get(_THUMBNAIL_OFFSET))
    length = layout.number(second.entries.get(_THUMBNAIL_LENGTH))
    if start and length:
        spans.append((start, start + length))
    held = [
        (entry.offset, entry.offset + len(entry.value))
        for level in _all(ifd)
        for entry in level.entries.values()
    ]  # a value may be shared with the thumbnail
    _blank(data, [it for it in spans if not any(start < it[1] and it[0] < end for start, end in held)])
    # What was dropped usually lies at the end: then the block becomes shorter, and nothing else has moved.
    kept = max((end for level in _all(ifd) for end in _ends(level)), default=8)
    while len(data) > kept and any(start < len(data) <= end for start, end in spans):
        del data[max([kept, *(start for start, end in spans if start < len(data) <= end)]) :]


def _remove(data: bytearray, layout: Layout, ifd: Ifd, doomed: set[int]) -> None:
    for tag in doomed & set(ifd.subs):
        sub = ifd.subs[tag]
        values = ((entry.offset, entry.offset + len(entry.value)) for entry in sub.entries.values())
        _blank(data, [(sub.offset, sub.end + 4), *values])
    for level in _all(ifd):
        gone = {tag: entry for tag, entry in level.entries.items() if tag in doomed}
        if not gone or level.offset <= 0 or layout.big:
            continue
        _blank(data, [(entry.offset, entry.offset + len(entry.value)) for entry in gone.values()])
        table = [bytes(data[at : at + 12]) for at in range(level.offset + 2, level.end, 12)]
        places = {entry.place for entry in gone.values()}
        kept = [raw for index, raw in enumerate(table) if level.offset + 2 + index * 12 not in places]
        tail = bytes(data[level.end : level.end + 4])
        room = len(table) * 12 + len(tail)
        data[level.offset + 2 : level.offset + 2 + room] = (b"".join(kept) + tail).ljust(room, b"\0")
        struct.pack_into(layout.order + "H", data, level.offset, len(kept))


def _all(ifd: Ifd) -> list[Ifd]:
    return [ifd, *(deeper for sub in ifd.subs.values() for deeper in _all(sub))]


def _ends(ifd: Ifd) -> Iterable[int]:
    yield ifd.end + 4
    yield from (entry.offset + len(entry.value) for entry in ifd.entries.values())


def _blank(data: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        if _HEADER <= start < end <= len(data):
            data[start:end] = bytes(end - start)


def _reader(block: bytes) -> Read:
    return lambda offset, count: block[offset : offset + count]


def rational(value: float, order: str) -> bytes:
    """Return a positive number as a TIFF fraction of two 32-bit numbers."""
    fraction = Fraction(value).limit_denominator(10_000)
    return struct.pack(order + "II", min(fraction.numerator, 0xFFFFFFFF), fraction.denominator)


def whole(value: int | Iterable[int], order: str, kind: int = LONG) -> Entry:
    """Return a field of whole numbers of type ``kind``."""
    values = [value] if isinstance(value, int) else list(value)
    code = {BYTE: "B", SHORT: "H", LONG: "I", LONG8: "Q"}[kind]
    return Entry(kind, len(values), struct.pack(f"{order}{len(values)}{code}", *values))


def resolution_entries(dpi: tuple[float, float], order: str) -> Mapping[int, Entry]:
    """Return the three fields that tell the dots per inch."""
    return {
        X_RESOLUTION: Entry(RATIONAL, 1, rational(dpi[0], order)),
        Y_RESOLUTION: Entry(RATIONAL, 1, rational(dpi[1], order)),
        RESOLUTION_UNIT: whole(2, order, SHORT),
    }


def build(ifd: Ifd, order: str, *, big: bool = False, start: int = 8) -> bytes:
    """Return a directory and all that hangs under it as bytes that are to stand at ``start``.

    Every value and directory begins at an even offset, as TIFF 6.0 §2 demands.
    """
    count_code, entry_code, next_code, inline = ("Q", "HHQ", "Q", 8) if big else ("H", "HHI", "I", 4)
    entries = {tag: entry for tag, entry in ifd.entries.items() if tag not in _SUB_IFDS}
    pointer = LONG8 if big else LONG
    entries |= {tag: Entry(pointer, 1, b"") for tag, sub in ifd.subs.items() if sub.entries}
    entry_size = struct.calcsize("=" + entry_code) + inline
    tail_at = start + struct.calcsize("=" + count_code) + len(entries) * entry_size + inline
    head, tail = bytearray(struct.pack(order + count_code, len(entries))), bytearray()
    for tag in sorted(entries):
        entry = entries[tag]
        here = tail_at + len(tail)
        value = entry.value
        if tag in ifd.subs:
            tail += build(ifd.subs[tag], order, big=big, start=here)
            value = struct.pack(order + next_code, here)
        elif len(value) > inline:
            tail += value
            value = struct.pack(order + next_code, here)
        tail += b"\0" * (len(tail) % 2)
        head += struct.pack(order + entry_code, tag, entry.kind, entry.count) + value.ljust(inline, b"\0")
    return bytes(head + struct.pack(order + next_code, 0) + tail)


def block_of(ifd: Ifd, order: str) -> bytes:
    """Return a whole EXIF block with this directory."""
    header = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    return header + build(ifd, order)
