"""What a release is made with: pinned versions, installers that remove what they installed, the manual."""

import argparse
import importlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from restorer import __version__
from restorer.cli.parser import build_parser

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load a script of the folder as Python does when it is started there."""
    monkeypatch.syspath_prepend(PACKAGING)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module(name)


def bundle_in(folder: Path) -> Path:
    bundle = folder / "bundle"
    (bundle / "_internal" / "deep").mkdir(parents=True)
    for name in ("restorer.exe", "_internal/a.dll", "_internal/deep/pay $5.txt"):
        (bundle / name).write_text(name)
    (bundle / "restorer.exe").chmod(0o755)
    return bundle


def test_every_dependency_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (PACKAGING / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    pinned = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in pins}

    for text in project["dependencies"]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), text
    assert "torch" not in pinned


def test_the_windows_installer_removes_what_it_installed_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script("windows", monkeypatch).write_lists(bundle_in(tmp_path), tmp_path)

    installed = (tmp_path / "install.nsh").read_text(encoding="utf-8")
    removed = (tmp_path / "remove.nsh").read_text(encoding="utf-8").splitlines()

    assert installed.count("File ") == 3
    assert removed[:3] == [
        r'Delete "$INSTDIR\_internal\a.dll"',
        r'Delete "$INSTDIR\_internal\deep\pay $$5.txt"',
        r'Delete "$INSTDIR\restorer.exe"',
    ]
    assert removed[3:] == [r'RMDir "$INSTDIR\_internal\deep"', r'RMDir "$INSTDIR\_internal"']
    assert "RMDir /r" not in (PACKAGING / "windows" / "restorer.nsi").read_text(encoding="utf-8")


@pytest.mark.packaged
@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs NSIS")
def test_the_windows_installer_compiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pillow = pytest.importorskip("PIL.Image")
    (tmp_path / "icons").mkdir()
    pillow.new("RGBA", (256, 256)).save(tmp_path / "icons" / "restorer.ico")
    monkeypatch.delenv("RESTORER_SIGN", raising=False)

    installer = script("windows", monkeypatch).build(bundle_in(tmp_path), tmp_path, __version__, tmp_path)

    assert installer.read_bytes()[:2] == b"MZ"


@pytest.mark.skipif(os.name == "nt", reason="modes of files")
def test_the_archive_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    build, bundle = script("build", monkeypatch), bundle_in(tmp_path)
    build.pack_archive(bundle, tmp_path / "first.tar.gz", 1_000_000_000, "restorer-9")
    for path in bundle.rglob("*"):
        os.utime(path, (1, 1))

    build.pack_archive(bundle, tmp_path / "second.tar.gz", 1_000_000_000, "restorer-9")

    assert (tmp_path / "first.tar.gz").read_bytes() == (tmp_path / "second.tar.gz").read_bytes()
    with tarfile.open(tmp_path / "first.tar.gz") as archive:
        modes = {entry.name: entry.mode for entry in archive}
    assert modes["restorer-9/restorer.exe"] == 0o755
    assert modes["restorer-9/_internal/a.dll"] == 0o644


def test_the_package_asks_for_the_newest_c_library_that_is_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    debian = script("debian", monkeypatch)
    (tmp_path / "liba.so.1").write_bytes(b"\x7fELF\0GLIBC_2.4\0GLIBC_2.38\0GLIBC_2.40.1")

    assert debian.glibc_floor(tmp_path) == "2.38"


def commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = (a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found)


def test_the_manual_explains_every_command_and_option(monkeypatch: pytest.MonkeyPatch) -> None:
    manual = script("manual", monkeypatch)

    page = manual.page(build_parser(), "1.2.3", "2026-11-01")

    for name, command in commands(build_parser()).items():
        assert f".SS {manual.plain(name)}\n" in page
        for option in set(command._option_string_actions) - {"-h", "--help"}:
            assert f"\\fB{manual.plain(option)}\\fR" in page
    assert "Restorer 1.2.3" in page
    assert ".SH EXIT STATUS" in page
    requests = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".RI", ".br", ".nf", ".fi"}


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_menu_entry_is_valid() -> None:
    asked = ["desktop-file-validate", "--no-hints", PACKAGING / "linux" / "restorer.desktop"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_the_description_for_software_centres_is_valid(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    debian = script("debian", monkeypatch)
    icons = tmp_path / "icons"
    icons.mkdir()
    for size in debian.ICON_SIZES:
        (icons / f"restorer-{size}.png").touch()

    debian.add_desktop(tmp_path / "stage", icons, __version__, 1_700_000_000)

    (description,) = (tmp_path / "stage" / "usr/share/metainfo").iterdir()
    assert f'version="{__version__}" date="2023-11-14"' in description.read_text(encoding="utf-8")
    asked = ["appstreamcli", "validate", "--no-net", description]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
