import dataclasses
import json
from pathlib import Path

import pytest

from restorer.errors import ModelError
from restorer.inference.card import CARD_FILE, ModelCard, Task, load_card, save_card

CARD = ModelCard(
    id="denoise-2",
    name="Denoise",
    task=Task.DENOISE,
    version="1.2",
    file="modèle.onnx",
    sha256="0123456789abcdef" * 4,
    licence="Apache-2.0",
    inputs=("red", "green", "blue"),
    outputs=("red", "green", "blue", "noise"),
    multiple_of=16,
    receptive_radius=105,
    bytes_per_pixel=122,
    halo=92,
    kilo_macs_per_pixel=33.2,
    parameters=1_900_000,
    description="Grain, noise — and JPEG",
    trained_on=("photos of 1900",),
    limits=("does not sharpen",),
    scores=({"set": "CBSD68", "sigma": 25, "psnr": 30.2},),
    fit={"longest": 192.0},
    recipe={"seed": 1},
)


def test_what_is_saved_is_loaded(tmp_path: Path):
    path = save_card(CARD, tmp_path / "new folder")
    assert path.name == CARD_FILE
    assert load_card(path.parent) == CARD
    assert [entry.name for entry in path.parent.iterdir()] == [CARD_FILE]


def test_radius_may_be_unknown(tmp_path: Path):
    card = dataclasses.replace(CARD, receptive_radius=None, halo=None)
    save_card(card, tmp_path)
    assert load_card(tmp_path) == card


def write(folder: Path, **changes: object) -> None:
    save_card(CARD, folder)
    values = json.loads((folder / CARD_FILE).read_text("utf-8")) | changes
    values = {name: value for name, value in values.items() if value != "absent"}
    (folder / CARD_FILE).write_text(json.dumps(values), "utf-8")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", 2),
        ("format", True),
        ("format", "absent"),
        ("id", "Denoise"),
        ("id", "../denoise"),
        ("id", ""),
        ("id", 7),
        ("name", " "),
        ("name", "absent"),
        ("task", "paint"),
        ("task", ["denoise"]),
        ("file", "../model.onnx"),
        ("file", "sub/model.onnx"),
        ("file", "sub\\model.onnx"),
        ("file", "/etc/passwd"),
        ("file", "C:model.onnx"),
        ("file", ".."),
        ("file", "model\n.onnx"),
        ("file", ""),
        ("file", CARD_FILE),
        ("sha256", "0" * 63),
        ("sha256", "G" * 64),
        ("inputs", []),
        ("inputs", "red"),
        ("inputs", ["red", "red"]),
        ("inputs", [1, 2, 3]),
        ("outputs", None),
        ("multiple_of", 0),
        ("multiple_of", 16.0),
        ("multiple_of", True),
        ("receptive_radius", -1),
        ("receptive_radius", "105"),
        ("halo", 106),
        ("bytes_per_pixel", 0),
        ("kilo_macs_per_pixel", -1),
        ("kilo_macs_per_pixel", float("nan")),
        ("parameters", 1.5),
        ("trained_on", "photos"),
        ("limits", [{}]),
        ("scores", [1]),
        ("fit", [1]),
        ("fit", {"longest": "large"}),
        ("fit", {"longest": -1}),
        ("fit", {"": 1}),
        ("recipe", []),
        ("surprise", 1),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, name: str, value: object):
    write(tmp_path, **{name: value})
    with pytest.raises(ModelError) as caught:
        load_card(tmp_path)
    assert name in caught.value.message or (name == "task" and "task" in caught.value.message)
    assert caught.value.hint


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b" " * (2 << 20)]
)
def test_what_is_no_card_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / CARD_FILE).write_bytes(content)
    with pytest.raises(ModelError) as caught:
        load_card(tmp_path)
    assert caught.value.hint


def test_a_missing_card_is_refused(tmp_path: Path):
    with pytest.raises(ModelError, match="cannot be read"):
        load_card(tmp_path)


def test_a_wrong_card_is_not_saved(tmp_path: Path):
    with pytest.raises(ModelError, match="file"):
        save_card(dataclasses.replace(CARD, file="../x"), tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_number_beyond_all_numbers_is_refused(tmp_path: Path):
    write(tmp_path, kilo_macs_per_pixel=10**400)
    with pytest.raises(ModelError, match="kilo_macs_per_pixel"):
        load_card(tmp_path)


@pytest.mark.parametrize(
    "text", ["\x1b[2Jnothing to see", "a\0b", "half a character: \ud800"], ids=["escape", "zero", "half"]
)
@pytest.mark.parametrize("name", ["name", "description"])
def test_texts_that_cannot_be_shown_are_refused(tmp_path: Path, name: str, text: str):
    write(tmp_path, **{name: text})
    with pytest.raises(ModelError) as caught:
        load_card(tmp_path)
    assert "\x1b" not in caught.value.message
