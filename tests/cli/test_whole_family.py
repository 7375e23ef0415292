"""All steps on the command line: with the window's pixels, masks and hints from files, and a proof."""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.app.document import document_of, restore_document
from restorer.app.sidecar import read_sidecar
from restorer.cli import analyze_command, batch_command, restore_command, verify_command
from restorer.cli.steps import recipe_of
from restorer.photo import open_photo
from restorer.photo.xmp import steps_of
from restorer.restoration.recipe import Recipe, load_recipe
from restorer.restoration.steps import Colorize, Denoise, General, Hint, RemoveWatermark, RepairDamage

STEPS = ["--general", "--denoise", "--repair-damage", "--remove-watermark", "--colorize"]


@pytest.fixture(autouse=True)
def _family(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (restore_command, analyze_command, verify_command):
        monkeypatch.setattr(module, "Engine", lambda device: FamilyEngine())
        monkeypatch.setattr(module, "Catalog", lambda folders: FamilyCatalog())


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with a scratch, some specks and a stamp."""
    pixels = np.random.default_rng(4).integers(60, 180, (120, 160, 3), np.uint8)
    pixels[20:22, 20:90] = (255, 90, 90)
    for column in (30, 60, 90, 120):
        pixels[60:63, column : column + 3] = (255, 90, 90)
    pixels[90:100, 100:130] = (90, 90, 255)
    path = tmp_path / "Fotos Žlutý 写真 #1 & (ß).png"
    Image.fromarray(pixels).save(path)
    return path


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_window_and_command_line_make_the_same_pixels(photo: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.png"
    assert main(["restore", str(photo), "-o", str(result), *STEPS, "--strength", "80"]) == 0
    steps = (RemoveWatermark(0.8), RepairDamage(0.8), Denoise(0.8), General(0.8), Colorize(0.8))
    document = document_of(open_photo(photo)).with_recipe(Recipe(steps), "All")
    restore_document(document, FamilyEngine(), FamilyCatalog())  # type: ignore[arg-type]
    np.testing.assert_array_equal(document.result().pixels, open_photo(result).pixels)


def test_each_step_can_be_asked_for_alone(photo: Path, tmp_path: Path) -> None:
    made = set()
    for step in STEPS:
        result = tmp_path / f"{step}.png"
        assert main(["restore", str(photo), "-o", str(result), step]) == 0
        made.add(open_photo(result).pixels.tobytes())
    assert len(made) == len(STEPS)


def test_what_was_repaired_comes_out_as_a_mask_and_goes_in_again(photo: Path, tmp_path: Path) -> None:
    mask, first, second = tmp_path / "mask.png", tmp_path / "first.png", tmp_path / "second.png"
    assert main(["restore", str(photo), "-o", str(first), "--repair-damage", "--mask-out", str(mask)]) == 0
    with Image.open(mask) as picture:
        assert picture.mode == "L"
        values = np.asarray(picture)
    assert set(np.unique(values)) == {0, 255}
    assert values[20:22, 20:90].all()
    changed = (open_photo(first).pixels != open_photo(photo).pixels).any(axis=-1)
    assert not changed[values == 0].any()
    assert main(["restore", str(photo), "-o", str(second), "--repair-damage", "--mask", str(mask)]) == 0
    changed = (open_photo(second).pixels != open_photo(photo).pixels).any(axis=-1)
    assert changed[values == 255].mean() > 0.95
    assert not changed[values == 0].any()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--denoise", "--mask", "MASK"], "there is none"),
        (["--repair-damage", "--remove-watermark", "--mask", "MASK"], "there are two"),
        (["--repair-damage", "--mask", "SMALL"], "The mask has 10 × 10 pixels"),
        (["--denoise", "--mask-out", "NEW"], "there is none"),
        (["--repair-damage", "--mask-out", "MASK"], "exists already"),
        (["--denoise", "--hints", "HINTS"], "Hints are for colouring"),
        (["--colorize", "--hints", "MASK"], "holds no hints"),
        (["--colorize", "--hints", "nowhere.json"], "The hints “nowhere.json” cannot be read: No such file"),
        (["--colorize", "--hints", "FAR"], "outside the photo of 160 × 120"),
        (["--repair-damage", "--mask-out", "OUT"], "cannot be one file"),
        (["--repair-damage", "--overwrite", "--mask-out", "PHOTO"], "is the original"),
        (["--auto", "--denoise"], "--auto chooses"),
        (["--auto", "--recipe", "HINTS"], "--auto chooses"),
        (["--auto", "--strength", "50"], "--strength is a setting"),
        (["--auto", "--no-spare-faces"], "--spare-faces is a setting"),
        (["--recipe", "HINTS", "--denoise"], "--recipe chooses"),
        (["--recipe", "HINTS", "--warmth", "0"], "--warmth is a setting"),
        (["--auto", "--coarse"], "--coarse is a setting"),
        (["--denoise", "--coarse"], "Add --general"),
        (["--general", "--denoise", "--model", "denoise"], "several steps are named"),
        (["--denoise", "--model", "colorize"], "not made for removing noise"),
    ],
)
def test_what_makes_no_sense_is_said(
    photo: Path, tmp_path: Path, options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "NEW": tmp_path / "new.png",
        "MASK": tmp_path / "mask.png",
        "SMALL": tmp_path / "small.png",
        "HINTS": tmp_path / "hints.json",
        "FAR": tmp_path / "far.json",
        "OUT": tmp_path / "out.png",
        "PHOTO": photo,
    }
    files["FAR"].write_text('[{"row": -5, "column": 8, "colour": "#3a5fcd"}]')
    Image.new("L", (160, 120)).save(files["MASK"])
    Image.new("L", (10, 10)).save(files["SMALL"])
    files["HINTS"].write_text("[]")
    arguments = [str(files.get(option, option)) for option in options]
    assert main(["restore", str(photo), "-o", str(tmp_path / "out.png"), *arguments]) != 0
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_hints_are_followed(photo: Path, tmp_path: Path) -> None:
    hints = tmp_path / "hints.json"
    # As editors on Windows write it: with a mark at the beginning.
    hints.write_text('[{"row": 75, "column": 140, "colour": "#3040f0", "radius": 12}]', encoding="utf-8-sig")
    result = tmp_path / "result.png"
    assert main(["restore", str(photo), "-o", str(result), "--colorize", "--hints", str(hints)]) == 0
    pixel = open_photo(result).pixels[70:80, 135:145].astype(int).mean(axis=(0, 1))
    assert pixel[2] > pixel[0] + 20


def test_analyze_says_what_auto_does(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(photo), "--json"]) == 0
    found = _json(capsys)
    assert not found["needs_nothing"]
    assert [step["step"] for step in found["recipe"]["steps"]] == ["damage", "denoise"]
    assert {it["about"] for it in found["findings"] if it["there"]} >= {"damage", "noise"}
    result = tmp_path / "auto.png"
    assert main(["restore", str(photo), "-o", str(result), "--auto", "--json"]) == 0
    assert [step["step"] for step in _json(capsys)["steps"]] == ["damage", "damage", "denoise"]
    assert main(["analyze", str(photo)]) == 0
    assert "This photo would gain from" in capsys.readouterr().out


def test_the_result_tells_what_was_done_to_it(photo: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.tif"
    assert main(["restore", str(photo), "-o", str(result), "--denoise"]) == 0
    packet = open_photo(result).metadata.xmp
    assert packet is not None
    assert b"digitalsourcetype/algorithmicallyEnhanced" in packet
    (entry,) = steps_of(packet)
    assert (entry["Step"], entry["Model"], entry["Strength"]) == ("denoise", "Denoise", "1")
    again = tmp_path / "again.png"
    assert main(["restore", str(result), "-o", str(again), "--colorize", "--strip-private"]) == 0
    stripped = open_photo(again).metadata.xmp
    assert [entry["Step"] for entry in steps_of(stripped)] == ["colorize"]
    assert b"compositeWithTrainedAlgorithmicMedia" in (stripped or b"")


def test_a_second_restoration_keeps_the_record_of_the_first(photo: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.jpg"
    assert main(["restore", str(photo), "-o", str(first), "--denoise"]) == 0
    assert main(["restore", str(first), "-o", str(second), "--colorize"]) == 0
    packet = open_photo(second).metadata.xmp or b""
    assert [entry["Step"] for entry in steps_of(packet)] == ["denoise", "colorize"]
    assert packet.count(b"<Iptc4xmpExt:DigitalSourceType>") == 1


def test_a_sidecar_proves_and_redoes_the_result(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    result = folder / "result.png"
    options = ["--repair-damage", "--denoise", "--strength", "70", "--sidecar"]
    assert main(["restore", str(photo), "-o", str(result), *options]) == 0
    sidecar = folder / "result.png.restore.json"
    assert sidecar.is_file()
    assert main(["verify", str(result), "--redo"]) == 0
    assert "the same to the bit" in capsys.readouterr().out
    again = tmp_path / "again.png"
    assert main(["restore", str(photo), "-o", str(again), "--recipe", str(sidecar)]) == 0
    assert again.read_bytes() == result.read_bytes()
    assert load_recipe(sidecar).denoise == Denoise(0.7, faces="find-faces")


def test_a_copy_near_by_does_not_vouch_for_a_result_that_was_changed(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "result.png"
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 0
    (tmp_path / "copy.png").write_bytes(result.read_bytes())
    assert main(["verify", str(result)]) == main(["verify", str(tmp_path / "copy.png")]) == 0
    assert "The result is copy.png, moved or renamed" in capsys.readouterr().out
    result.write_bytes(result.read_bytes() + b"more")
    assert main(["verify", str(result)]) == 1
    assert "The result has changed since (result.png)" in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "result.png.restore.json")]) == 0


def test_a_sidecar_survives_moving_and_renaming(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "result.png"
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 0
    album = tmp_path / "album"
    tmp_path.joinpath("result.png.restore.json").rename(tmp_path / "kept.restore.json")
    result = result.rename(tmp_path / "grandmother.png")
    photo.rename(tmp_path / "scan 7.png")
    album.mkdir()
    for file in [path for path in tmp_path.iterdir() if path.is_file()]:
        file.rename(album / file.name)
    assert main(["verify", str(album / "grandmother.png"), "--redo"]) == 0
    said = capsys.readouterr().out
    assert said.count("moved or renamed") == 2
    (album / "grandmother.png").write_bytes(b"something else")
    assert main(["verify", str(album / "kept.restore.json")]) == 1
    assert "was not found near by" in capsys.readouterr().out
    assert main(["verify", str(album / "scan 7.png")]) == 1


def test_a_photo_that_needs_nothing_gets_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet = FamilyEngine()
    quiet._answers["denoise"] = lambda planes: np.concatenate([planes, np.zeros_like(planes[:2])])
    monkeypatch.setattr(restore_command, "Engine", lambda device: quiet)
    tones = np.linspace(0, 247, 200).astype(np.uint8)[None, :, None] * np.ones((90, 1, 3), np.uint8)
    tones[:45, :, 0] //= 2
    Image.fromarray(tones).save(tmp_path / "fine.png")
    assert main(["restore", str(tmp_path / "fine.png"), "--auto", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["result"] is None
    assert "This photo needs nothing." in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["fine.png"]


def test_without_a_model_for_watermarks_a_mask_says_where_they_are(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(restore_command, "Catalog", lambda folders: FamilyCatalog("repair-damage"))
    result, mask = tmp_path / "result.png", tmp_path / "mask.png"
    assert main(["restore", str(photo), "-o", str(result), "--remove-watermark"]) == 3
    assert "--mask" in capsys.readouterr().err
    assert not result.exists()
    values = np.zeros((120, 160), np.uint8)
    values[90:100, 100:130] = 255
    Image.fromarray(values).save(mask)
    assert main(["restore", str(photo), "-o", str(result), "--remove-watermark", "--mask", str(mask)]) == 0
    made, before = open_photo(result).pixels, open_photo(photo).pixels
    assert np.abs(made[92:98, 103:127] - 0.25 * 255).max() < 1
    np.testing.assert_array_equal(made[values == 0][:5000], before[values == 0][:5000])


def test_a_batch_for_watermarks_needs_a_model_that_finds_them(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batch_command, "Catalog", lambda folders: FamilyCatalog("repair-damage"))
    assert main(["batch", str(photo), "-o", str(tmp_path / "out"), "--remove-watermark"]) == 3
    assert "No model that finds watermarks" in capsys.readouterr().err


def test_what_is_transparent_in_a_mask_is_not_meant(photo: Path, tmp_path: Path) -> None:
    mask = np.full((120, 160, 4), (255, 255, 255, 0), np.uint8)
    mask[20:30, 20:60, 3] = 255
    Image.fromarray(mask).save(tmp_path / "layer.png")
    result = tmp_path / "out.png"
    options = ["--repair-damage", "--mask", str(tmp_path / "layer.png")]
    assert main(["restore", str(photo), "-o", str(result), *options]) == 0
    changed = (open_photo(result).pixels != open_photo(photo).pixels).any(axis=-1)
    assert changed[20:30, 20:60].mean() > 0.9
    changed[20:30, 20:60] = False
    assert not changed.any()


def test_what_was_painted_on_one_photo_stays_with_it(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(np.full((120, 160), 255, np.uint8)).save(tmp_path / "mask.png")
    options = ["--repair-damage", "--mask", str(tmp_path / "mask.png"), "--sidecar"]
    assert main(["restore", str(photo), "-o", str(tmp_path / "first.png"), *options]) == 0
    other = tmp_path / "others" / "another.png"
    other.parent.mkdir()
    Image.fromarray(np.full((120, 160, 3), 90, np.uint8)).save(other)
    sidecar = tmp_path / "first.png.restore.json"

    def painted(**options: Any) -> bool:
        said.clear()
        told = argparse.Namespace(recipe=sidecar, **options)
        step = recipe_of(told, FamilyCatalog(), said.append).step(RepairDamage)  # type: ignore[arg-type]
        return step is not None and step.edits is not None

    said: list[str] = []
    assert painted(photo=photo)
    assert not said
    assert not painted(photo=other)
    assert said[0] == "The mask in “first.png.restore.json” was made for another photo; it is not used here."
    assert not painted()  # a batch
    assert len(said) == 2
    capsys.readouterr()
    again = ["restore", str(other), "-o", str(tmp_path / "other.png"), "--recipe", str(sidecar)]
    assert main(again) == 0
    assert "So there is nothing to repair; give a mask" in capsys.readouterr().err
    assert main([*again, "--overwrite", "--mask", str(tmp_path / "mask.png")]) == 0
    complaint = capsys.readouterr().err
    assert "it is not used here" in complaint
    assert "nothing to repair" not in complaint


def test_colours_and_verdicts_of_another_photo_are_said_to_be_left_out(photo: Path, tmp_path: Path) -> None:
    steps = (
        RepairDamage(rejected=((3, 4),)),
        Colorize(hints=(Hint(5, 6, (0.2, 0.3, 0.8)),)),
    )
    preset, said = tmp_path / "colours.json", list[str]()
    preset.write_text(Recipe(steps).to_json())
    told = argparse.Namespace(recipe=preset)
    assert recipe_of(told, FamilyCatalog(), said.append).step(Colorize) == Colorize()  # type: ignore[arg-type]
    assert [sentence.partition(" in “")[0] for sentence in said] == [
        "The verdicts on repairs", "The known colours",
    ]  # fmt: skip


def test_a_sidecar_never_vouches_for_an_original_that_was_changed_meanwhile(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def overwritten(*given: Any, **options: Any) -> Any:
        photo.write_bytes(b"something else")
        return restore(*given, **options)

    restore = restore_command.restore
    monkeypatch.setattr(restore_command, "restore", overwritten)
    result = tmp_path / "out.png"
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 1
    assert "was changed or moved since it was opened" in capsys.readouterr().err
    assert result.is_file()
    assert not result.with_name("out.png.restore.json").exists()


def test_a_sidecar_in_a_folder_behind_a_link_finds_its_original(photo: Path, tmp_path: Path) -> None:
    real = tmp_path / "far" / "away"
    real.mkdir(parents=True)
    (tmp_path / "link").symlink_to(real, target_is_directory=True)
    result = tmp_path / "link" / "out.png"
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 0
    assert main(["verify", str(result)]) == 0
    assert main(["verify", str(real / "out.png")]) == 0


def test_a_name_without_room_for_a_sidecar_is_refused_before_the_work(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / f"{'ж' * 122}.png"
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 1
    assert "too long a name" in capsys.readouterr().err
    assert not result.exists()
    result = tmp_path / f"{'ж' * 118}a.png"  # the longest that fits
    assert main(["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]) == 0
    assert main(["verify", str(result)]) == 0


def test_a_sidecar_of_another_photo_is_kept(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result, sidecar = tmp_path / "result.png", tmp_path / "result.png.restore.json"
    asked = ["restore", str(photo), "-o", str(result), "--denoise", "--sidecar"]
    sidecar.write_text('{"left by": "a result that is gone"}')
    assert main(asked) == 1
    assert f"“{sidecar.name}” is there already and does not belong to this photo" in capsys.readouterr().err
    assert "gone" in sidecar.read_text()
    assert not result.exists()
    assert main([*asked, "--overwrite"]) == 0
    assert read_sidecar(sidecar).original.name == photo.name
    result.unlink()
    assert main(asked) == 0  # its own
