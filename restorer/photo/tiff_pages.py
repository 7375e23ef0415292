"""Which page of a TIFF file is the photo: the first, unless that is a small preview of a later one (§8)."""

from collections.abc import Iterator

from restorer.photo import exif
from restorer.photo.exif import Ifd, Layout, Read

_WIDTH, _HEIGHT = 0x0100, 0x0101
_NEW_SUBFILE_TYPE, _REDUCED, _MASK = 0x00FE, 1, 4
_SUBFILE_TYPE, _OLD_REDUCED = 0x00FF, 2
_MOST_PAGES, _PAGE_ROOM = 10_000, 1 << 10
_DAMAGED = "The further pages of this file are damaged; the first is shown."


def photo_page(read: Read, layout: Layout) -> tuple[int, int]:
    """Return the number of the page that is the photo, counted from 0, and where its directory lies."""
    pages = _pages(read, layout)
    at, first = next(pages, (layout.first, Ifd()))
    if _kind(layout, first) & _REDUCED:
        for number, (place, page) in enumerate(pages, 1):
            whole = not _kind(layout, page) & (_REDUCED | _MASK)
            if whole and _area(layout, page) > _area(layout, first):
                return number, place
    return 0, at


def notes(read: Read, layout: Layout, shown: int) -> list[str]:
    """Return what is to be said about the pages besides the one that is ``shown``.

    They are counted by their directories alone, for there may be many.
    """
    said = ["The first page of this file is a small preview; the photo itself is shown."] if shown else []
    count = total = 0
    page = Ifd()
    for total, (_, page) in enumerate(_pages(read, layout), 1):
        if not page.entries:
            return [*said, _DAMAGED]
        count += total == shown + 1 or not _kind(layout, page) & _REDUCED
    more = "more than " if page.next and total == _MOST_PAGES else ""
    if count > 1:
        said.append(f"This file has {more}{count:,} pages; the first is shown.")
    return said


def _pages(read: Read, layout: Layout) -> Iterator[tuple[int, Ifd]]:
    """Yield the place of each page's directory, and what it says; one without entries ends a damaged file."""
    at, seen = layout.first, set[int]()
    while at and len(seen) < _MOST_PAGES:
        page = Ifd() if at in seen else exif.read_ifd(read, layout, at, deep=False, room=_PAGE_ROOM)
        yield at, page
        if not page.entries:
            return
        seen.add(at)
        at = page.next


def _kind(layout: Layout, page: Ifd) -> int:
    """Return the bits of NewSubfileType; of what old programs wrote instead, the same."""
    kind = layout.number(page.entries.get(_NEW_SUBFILE_TYPE))
    if kind is None:
        kind = _REDUCED if layout.number(page.entries.get(_SUBFILE_TYPE)) == _OLD_REDUCED else 0
    return kind


def _area(layout: Layout, page: Ifd) -> int:
    width, height = (layout.number(page.entries.get(tag)) or 0 for tag in (_WIDTH, _HEIGHT))
    return width * height
