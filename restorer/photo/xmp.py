"""The record of what was done to a photo, in its XMP packet.

A packet is edited as text: what other programs wrote into it stays, byte by byte.
"""

import re

NAMESPACE = "urn:restorer:xmp:1:"
"""Of the record's own properties, written with the prefix ``restorer``."""

_IPTC = b"http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_END = b"</rdf:RDF>"
_OPENING = (
    f'<rdf:Description rdf:about="" xmlns:restorer="{NAMESPACE}" xmlns:Iptc4xmpExt="{_IPTC.decode()}">'
).encode()
_RECORD = re.compile(
    re.escape(_OPENING)
    + rb"\s*(?:<(restorer:Summary|restorer:Steps|Iptc4xmpExt:DigitalSourceType)>.*?</\1>\s*)*"
    + rb"</rdf:Description>\s*",
    re.DOTALL,
)
"""A record as `record` writes it."""
_PROPERTIES = re.compile(
    rb"\s+restorer:(?:Summary|Steps)\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    rb"|<(restorer:(?:Summary|Steps))\b(?:[^>]*/>|.*?</\1>)\s*",
    re.DOTALL,
)
"""What is left of a record among other properties, where another program has written the packet anew."""
_ENTRIES = re.compile(rb"<restorer:Steps>\s*<rdf:Seq>(.*?)</rdf:Seq>\s*</restorer:Steps>", re.DOTALL)
_SOURCE_TYPE = re.compile(
    rb"\s+Iptc4xmpExt:DigitalSourceType\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    rb"|<Iptc4xmpExt:DigitalSourceType\b[^>]*?(?:/>|>.*?</Iptc4xmpExt:DigitalSourceType>)\s*",
    re.DOTALL,
)


def record(entries: list[dict[str, str]], summary: str, source_type: str) -> bytes:
    """Return a record: an entry for each step, by names; a sentence; and IPTC's source type (a URI)."""
    steps = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + "".join(f"<restorer:{name}>{_escaped(value)}</restorer:{name}>" for name, value in entry.items())
        + "</rdf:li>"
        for entry in entries
    )
    return (
        _OPENING
        + (
            f"<restorer:Summary>{_escaped(summary)}</restorer:Summary>"
            f"<restorer:Steps><rdf:Seq>{steps}</rdf:Seq></restorer:Steps>"
            f"<Iptc4xmpExt:DigitalSourceType>{_escaped(source_type)}</Iptc4xmpExt:DigitalSourceType>"
            "</rdf:Description>"
        ).encode()
    )


def with_record(packet: bytes | None, new: bytes) -> bytes:
    """Return an XMP packet with a record; the steps of an earlier one come first, its source type goes.

    Nothing else goes, also where another program has put the record's properties among its own.

    A packet that is not written as usual is returned as it is: better no record than a broken packet.
    """
    if packet is None:
        return (
            b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="' + _RDF + b'">' + new + _END
            + b'</x:xmpmeta><?xpacket end="w"?>'
        )  # fmt: skip
    if packet.count(_END) != 1:
        return packet
    if done := _ENTRIES.search(packet):
        new = new.replace(b"<rdf:Seq>", b"<rdf:Seq>" + done[1], 1)
    packet = _PROPERTIES.sub(b"", _RECORD.sub(b"", packet))
    return _SOURCE_TYPE.sub(b"", packet).replace(_END, new + _END, 1)


def without_padding(packet: bytes) -> bytes:
    """Return a packet without the space that is left at its end for whoever edits it in place."""
    return re.sub(rb"\s+(<\?xpacket end=[^>]*>\s*)\Z", rb"\1", packet)


def steps_of(packet: bytes | None) -> tuple[dict[str, str], ...]:
    """Return the entries of the record in a packet, first step first; () if it has none."""
    entries = _ENTRIES.search(packet or b"")
    if entries is None:
        return ()
    return tuple(
        {name.decode(): _plain(value) for name, value in _values(item)}
        for item in re.findall(rb"<rdf:li\b[^>]*?(?:/>|>.*?</rdf:li>)", entries[1], re.DOTALL)
    )


def _values(item: bytes) -> list[tuple[bytes, bytes]]:
    """Return the properties of an entry: elements, as here, or attributes, as others write them."""
    elements = re.findall(rb"<restorer:(\w+)>(.*?)</restorer:\1>", item, re.DOTALL)
    attributes = re.findall(rb"\srestorer:(\w+)\s*=\s*([\"'])(.*?)\2", item, re.DOTALL)
    return elements + [(name, value) for name, _, value in attributes]


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def _escaped(text: str) -> str:
    for plain, escape in _ESCAPES.items():
        text = text.replace(plain, escape)
    return text


def _plain(text: bytes) -> str:
    result = text.decode("utf-8", "replace")
    for plain, escape in reversed(_ESCAPES.items()):
        result = result.replace(escape, plain)
    return result
