"""A report tells what happened and not where somebody keeps their photos."""

from pathlib import Path

import pytest

from restorer.app.trouble_report import crash_file, has_crashed, trouble_report, without_private_paths

KNOWN = {"/opt/restorer": "restorer", r"C:\Programs\Restorer": "restorer"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('File "/opt/restorer/gui/x.py", line 3', 'File "<restorer>/gui/x.py", line 3'),
        ("“/data/anna/My Photos/Oma/scan 1.tif” is damaged", "“…/scan 1.tif” is damaged"),
        ("cannot read /mnt/stick/Oma/scan.tif: gone", "cannot read …/scan.tif: gone"),
        ("~/Oma/scan.tif", "…/scan.tif"),
        (r"C:\Users\Anna Maria\scan.tif is", r"…/scan.tif is"),
        (r"\\server\share\Oma\scan.tif", r"…/scan.tif"),
        (r'File "C:\Programs\Restorer\gui\x.py"', r'File "<restorer>\gui\x.py"'),
        ("half and/or whole, 3/4, 12.5 MB/s", "half and/or whole, 3/4, 12.5 MB/s"),
    ],
)
def test_folders_of_people_are_cut_down(text: str, kept: str) -> None:
    assert without_private_paths(text, KNOWN) == kept


def test_the_programs_own_folders_are_known() -> None:
    assert without_private_paths(f'File "{__file__}"') == 'File "<restorer>/tests/app/test_trouble_report.py"'


def test_the_report_has_all_that_there_is(tmp_path: Path) -> None:
    assert trouble_report("Restorer 1", tmp_path) == "Restorer 1"
    (tmp_path / "restorer.log").write_text("\n".join(f"line {n}" for n in range(1000)))
    (tmp_path / "crash-1.log").write_text("Segmentation fault")
    report = trouble_report("Restorer 1", tmp_path)
    assert "line 999" in report
    assert "line 900" not in report
    assert "Last crash:\nSegmentation fault" in report


def test_the_last_three_crashes_are_kept(tmp_path: Path) -> None:
    for number in range(5):
        current = crash_file(tmp_path)
        assert has_crashed(tmp_path) is False
        current.write_text(f"crash {number}")
        assert has_crashed(tmp_path) is True
    crash_file(tmp_path)
    kept = {file.name: file.read_text() for file in tmp_path.iterdir()}
    assert kept == {"crash-1.log": "crash 4", "crash-2.log": "crash 3", "crash-3.log": "crash 2"}
