"""``restorer evaluate``: one bad photo stops nothing, and only the peers that are asked for are needed."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.app.evaluation.peers import Peer, chosen, denoising_peers
from restorer.cli import evaluate_command
from restorer.errors import RestorerError

HAS_WAVELETS = all(importlib.util.find_spec(name) for name in ("skimage", "pywt"))


@pytest.fixture(autouse=True)
def _family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(evaluate_command, "Catalog", lambda folders: FamilyCatalog())


def _photo(path: Path, level: int = 120) -> Path:
    ramp = np.linspace(20, level, 80)[None, :, None] * np.ones((64, 1, 3))
    Image.fromarray(ramp.astype(np.uint8)).save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two photos that can be read, among three that cannot."""
    _photo(tmp_path / "b.png")
    _photo(tmp_path / "d.png", 200)
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "c.jpg").write_text("a letter")
    (tmp_path / "e.png").write_bytes((tmp_path / "b.png").read_bytes()[:60])
    return tmp_path


def _scores(capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, Any]], str]:
    said = capsys.readouterr()
    return json.loads(said.out), said.err


@pytest.mark.parametrize("model", ["denoise", "find-faces", "restore"])
def test_photos_that_cannot_be_read_are_named_and_the_others_measured(
    folder: Path, model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--sigma", "25"] if model == "denoise" else []
    assert main(["evaluate", str(folder), "--model", model, *options, "--json"]) == 1
    scores, said = _scores(capsys)
    assert {score["pictures"] for score in scores} == {2}
    assert "Left out a.png: “a.png” is empty." in said
    assert "Left out c.jpg: “c.jpg” is not a picture that can be opened." in said
    assert "Left out e.png: " in said
    assert said.count("Left out") == 3


def test_the_limit_counts_photos_that_can_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--sigma", "25", "--limit", "1", "--json"]) == 1
    scores, said = _scores(capsys)
    assert {score["pictures"] for score in scores} == {1}
    assert said.count("Left out") == 1  # the one before it


def test_a_calibration_leaves_bad_photos_out_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--model", "find-damage", "--calibrate", "--json"]) == 1
    found, said = _scores(capsys)
    assert len(found["calibration"]) > 3
    assert said.count("Left out") == 3


def test_a_pair_that_is_not_whole_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one_real.png", "one_mean.png", "two_real.png"):
        _photo(tmp_path / name)
    assert main(["evaluate", str(tmp_path), "--pairs", "--json"]) == 1
    scores, said = _scores(capsys)
    assert {score["pictures"] for score in scores} == {1}
    assert "Left out two_real.png: There is no file “two_mean.png”." in said


@pytest.mark.parametrize(
    "options", [[], ["--pairs"], ["--model", "find-damage", "--calibrate"], ["--model", "find-faces"]]
)
def test_a_folder_of_bad_photos_alone_is_said_in_a_sentence(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad_real.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["evaluate", str(tmp_path), *options]) == 1
    said = capsys.readouterr()
    assert f"None of the photos in {tmp_path} can be read." in said.err
    assert said.out == ""


def test_only_the_peers_that_are_asked_for_are_needed() -> None:
    there, missing = Peer(len, ("json",)), Peer(len, ("json", "nobodys_library"))
    peers = {"usual": there, "rare": missing}
    assert chosen(peers, ["usual"]) == {"usual": len}
    with pytest.raises(RestorerError, match="The peer rare needs the package nobodys_library") as it:
        chosen(peers, peers)
    assert it.value.hint == "Install it with: pip install nobodys_library"
    with pytest.raises(RestorerError, match="odd does something else"):
        chosen(peers, ["odd"])


def test_packages_are_called_as_they_are_installed() -> None:
    needs = {library for peer in denoising_peers().values() for library in peer.needs}
    assert needs == {"bm3d", "cv2", "pywt", "skimage"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib.util, "find_spec", lambda name: None)
        with pytest.raises(RestorerError, match="wavelet needs the package scikit-image"):
            chosen(denoising_peers(), ["wavelet"])


def test_where_no_peer_is_named_those_that_cannot_be_run_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there, missing = Peer(lambda noisy, sigma: noisy, ("json",)), Peer(len, ("nobodys_library",))
    monkeypatch.setattr(evaluate_command.peers, "denoising_peers", lambda: {"usual": there, "rare": missing})
    _photo(tmp_path / "photo.png")
    assert main(["evaluate", str(tmp_path), "--sigma", "25", "--peers", "--json"]) == 0
    scores, said = _scores(capsys)
    methods = {score["method"] for score in scores}
    assert "usual" in methods
    assert "rare" not in methods
    assert "Left out rare" in said
    assert "pip install nobodys_library" in said


@pytest.mark.skipif(not HAS_WAVELETS, reason="the benchmark extra is not installed")
def test_wavelets_are_measured_without_bm3d(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "bm3d" else found(name, *more)
    )
    _photo(tmp_path / "photo.png")
    assert main(["evaluate", str(tmp_path), "--sigma", "25", "--peers", "wavelet", "--json"]) == 0
    scores, _ = _scores(capsys)
    assert "wavelet" in {score["method"] for score in scores}


def test_without_anything_to_measure_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _photo(tmp_path / "photo.png")
    assert main(["evaluate", str(tmp_path), "--sigma"]) == 1
    assert "There is nothing to measure." in capsys.readouterr().err


def test_a_card_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(card: object, folder: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(evaluate_command, "save_card", refuse)
    _photo(tmp_path / "photo.png")
    assert main(["evaluate", str(tmp_path), "--model", "find-damage", "--calibrate", "--write-card"]) == 1
    said = capsys.readouterr().err
    assert "The card of “Find damage” cannot be written: Permission denied." in said
    assert "mistake in the program" not in said


def test_a_mask_of_dirt_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _photo(tmp_path / "photo.png")
    (tmp_path / "dirt" / "hair").mkdir(parents=True)
    (tmp_path / "dirt" / "hair" / "bad.png").write_bytes(b"\x89PNG")
    options = ["--model", "find-damage", "--artefacts", str(tmp_path / "dirt")]
    assert main(["evaluate", str(tmp_path), *options]) == 1
    assert "bad.png cannot be read." in capsys.readouterr().err
