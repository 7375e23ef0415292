"""``restorer models``: a model is passed on as one file, and no file is lost by it."""

from pathlib import Path

import numpy as np
import pytest
import tiny_models

from restorer import paths
from restorer.__main__ import main
from restorer.app.model_files import ENDING


@pytest.fixture(autouse=True)
def mine() -> str:
    """A model of the user's own, by its id."""
    made = tiny_models.write_model(paths.user_models() / "mine", tiny_models.invert())
    photo = np.random.default_rng(1).random((1, 3, 32, 32), np.float32)
    np.savez(made.folder / "check.npz", photo=photo, result=1 - photo)
    return made.card.id


def test_sharing_overwrites_nothing_unasked(
    mine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"attic{ENDING}"
    file.write_bytes(b"precious")
    named = ["models", "--share", mine, "-o", str(tmp_path / "attic")]
    assert main(named) == 1
    assert f"“{file.name}” exists already." in capsys.readouterr().err
    assert file.read_bytes() == b"precious"
    assert main([*named, "--overwrite"]) == 0
    assert capsys.readouterr().out.strip() == str(file)
    assert file.read_bytes() != b"precious"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_shared_is_taken_in_again(
    mine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "--share", mine, "-o", str(tmp_path / "Žluť.restorer-model")]) == 0
    assert main(["models", "--add", str(tmp_path / "Žluť.restorer-model")]) == 0
    assert "was checked and added as mine-2." in capsys.readouterr().out
    assert main(["models", "--remove", "mine-2"]) == 0


def test_a_folder_is_no_name_for_a_model(
    mine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "--share", mine, "-o", str(tmp_path)]) == 1
    assert "is a folder." in capsys.readouterr().err
    assert not tmp_path.with_name(tmp_path.name + ENDING).exists()


def test_a_file_to_share_nothing_as_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "-o", str(tmp_path / "attic")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "--share ID" in said.err


def test_one_thing_is_done_at_a_time(mine: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--share", mine, "--remove", mine]) == 2
    assert "not allowed with" in capsys.readouterr().err
    assert (paths.user_models() / "mine").is_dir()


def test_a_model_that_cannot_be_written_is_no_missing_one(
    mine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "--share", mine, "-o", str(tmp_path / "nowhere" / "attic")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_model_that_cannot_be_added_is_no_missing_one(
    mine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "--share", mine, "-o", str(tmp_path / "attic")]) == 0
    (paths.user_models() / ".mine-2.part").write_bytes(b"in the way of the folder")
    assert main(["models", "--add", str(tmp_path / f"attic{ENDING}")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert main(["models", "--add", str(tmp_path / "gone.onnx")]) == 3
