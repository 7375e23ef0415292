"""The record of a restoration in an XMP packet: what others wrote stays, and nothing is told twice."""

import xml.etree.ElementTree as ET

from pictures import XMP

from restorer.photo.xmp import record, steps_of, with_record

_ENTRY = {"Step": "denoise", "Model": "Ours & <theirs>"}


def _record(**changes: str) -> bytes:
    return record([{**_ENTRY, **changes}], 'It was "noisy".', "http://cv.iptc.org/x")


def test_a_packet_is_made_where_there_is_none() -> None:
    packet = with_record(None, _record())
    assert steps_of(packet) == (_ENTRY,)
    ET.fromstring(packet.decode())


def test_what_others_wrote_stays() -> None:
    packet = with_record(XMP, _record())
    assert b"<dc:title>Grandmother, 1947</dc:title>" in packet
    assert steps_of(packet) == (_ENTRY,)
    ET.fromstring(packet.decode())


def test_an_earlier_record_is_continued() -> None:
    packet = with_record(with_record(XMP, _record()), _record(Step="colorize"))
    assert [entry["Step"] for entry in steps_of(packet)] == ["denoise", "colorize"]
    assert packet.count(b"<restorer:Summary>") == 1


def test_the_source_type_that_others_told_is_replaced() -> None:
    space = b'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
    told = b'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/print" '
    packet = with_record(XMP.replace(b'rdf:about="" ', b'rdf:about="" ' + space + told), _record())
    assert packet.count(b"DigitalSourceType") == 2  # the opening and the closing of ours
    ET.fromstring(packet.decode())


def test_a_packet_that_is_no_xml_is_left_alone() -> None:
    assert with_record(b"nonsense", _record()) == b"nonsense"
    assert steps_of(b"nonsense") == ()
    assert steps_of(None) == ()


_OTHERS = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/'
    b'xap/1.0/" xmlns:restorer="urn:restorer:xmp:1:" xmp:Rating="5" restorer:Summary="Noise was taken out.">'
    b"<dc:title>Grandmother, 1947</dc:title><restorer:Steps><rdf:Seq>"
    b'<rdf:li restorer:Step="denoise" restorer:Model="Ours"/>'
    b"</rdf:Seq></restorer:Steps><dc:relation><rdf:Bag><rdf:li><rdf:Description><dc:title>A cousin</dc:title>"
    b"</rdf:Description></rdf:li></rdf:Bag></dc:relation></rdf:Description></rdf:RDF></x:xmpmeta>"
)
"""A record as programs leave it that put all properties of a photo into one description."""


def test_a_record_among_what_others_wrote_takes_nothing_of_it_away() -> None:
    packet = with_record(_OTHERS, _record(Step="colorize"))
    ET.fromstring(packet.decode())
    for kept in (b'xmp:Rating="5"', b"<dc:title>Grandmother, 1947<", b"<dc:title>A cousin<"):
        assert kept in packet
    assert [entry["Step"] for entry in steps_of(packet)] == ["denoise", "colorize"]
    assert steps_of(packet)[0]["Model"] == "Ours"
    assert packet.count(b"Noise was taken out.") == 0
