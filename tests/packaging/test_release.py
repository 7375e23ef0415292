"""What a release is made with: pinned versions, installers that remove what they installed, the manual."""

import argparse
import importlib
import os
import re
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
from restorer.app.packs.pack import read_packs
from restorer.app.packs.shelf import Shelf
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
@pytest.mark.parametrize("suffix", ["gz", "xz"])
def test_the_archive_is_the_same_every_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    archives, bundle = script("archives", monkeypatch), bundle_in(tmp_path)
    first, second = tmp_path / f"first.tar.{suffix}", tmp_path / f"second.tar.{suffix}"
    archives.pack_archive(bundle, first, 1_000_000_000, "restorer-9")
    for path in bundle.rglob("*"):
        os.utime(path, (1, 1))

    archives.pack_archive(bundle, second, 1_000_000_000, "restorer-9")

    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as archive:
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


def test_packs_are_made_stated_and_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    packs = script("packs", monkeypatch)

    def fill(recipe: object, _python: Path, work: Path) -> Path:
        folder = work / f"{recipe.id}-pack"  # type: ignore[attr-defined]
        (folder / "lib").mkdir(parents=True)
        (folder / "lib" / "module.py").write_text("depth = 7")
        return folder

    def write_bill(command: list[object], check: bool) -> None:
        Path(str(command[4])).write_text(f"{{}} {check}")

    monkeypatch.setattr(packs, "fill", fill)
    monkeypatch.setattr(packs.subprocess, "run", write_bill)
    manifest = tmp_path / "packs.json"

    files = packs.build(Path("python"), tmp_path / "work", manifest, tmp_path / "dist")

    stated = read_packs(manifest)
    assert [pack.id for pack in stated] == [
        recipe.id for recipe in packs.RECIPES if recipe.is_for_this_system
    ]
    shelf = Shelf(tmp_path / "shelf", stated)
    for pack in stated:
        assert shelf.install(tmp_path / "dist" / pack.file) == pack
        assert (shelf.folder / pack.id / "lib" / "module.py").read_text() == "depth = 7"
    monkeypatch.setattr(packs, "fill", lambda *_: pytest.fail("what is there is not made again"))
    assert packs.build(Path("python"), tmp_path / "work", manifest, tmp_path / "dist") == files
    assert read_packs(manifest) == stated


def test_what_the_training_pack_brings_is_not_half_in_the_bundle() -> None:
    """A part of a package in the bundle hides the rest of it in the pack."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "restorer" / "training").rglob("*.py")]
    imported = {name for text in texts for name in re.findall(r"^ *(?:from|import) (\w+)", text, re.M)}
    strangers = imported - sys.stdlib_module_names - {"restorer", "numpy", "PIL", "imagecodecs"}
    excluded = (PACKAGING / "restorer.spec").read_text(encoding="utf-8").partition("EXCLUDED = [")[2]

    assert {"torch", "onnx", "google"} <= strangers
    assert not [name for name in strangers if f'"{name}"' not in excluded.partition("]\n")[0]]


def test_a_pack_forgets_the_machine_that_it_was_made_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    record = tmp_path / "torch-2.13.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("../../bin/torchrun,sha256=from-its-path,259\ntorch/__init__.py,sha256=content,7\n")

    script("packs", monkeypatch).forget_scripts(tmp_path)

    assert record.read_text() == "torch/__init__.py,sha256=content,7\n"


def appimage_tools_are_missing() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    with pytest.MonkeyPatch.context() as patch:
        return bool(script("appimage", patch).missing_packages())


@pytest.mark.skipif(appimage_tools_are_missing(), reason="needs what an AppImage is made with")
def test_an_appimage_starts_what_is_in_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    appimage, bundle, icons = script("appimage", monkeypatch), tmp_path / "bundle", tmp_path / "icons"
    (bundle / "sub").mkdir(parents=True)
    (bundle / "restorer").write_text(
        '#!/bin/sh\ncat "$APPDIR/usr/lib/restorer/sub/word"\necho "$1"\nexit 7\n'
    )
    (bundle / "restorer").chmod(0o755)
    (bundle / "sub" / "word").write_text("inside ")
    icons.mkdir()
    for size in appimage.debian.ICON_SIZES:
        (icons / f"restorer-{size}.png").touch()
    (tmp_path / "work").mkdir()
    given = (bundle, icons, "9", 1_000_000_000, tmp_path / "work", tmp_path)
    file = appimage.build(*given)
    made = [file.read_bytes(), appimage.build(*given).read_bytes()]
    without_fuse = {**os.environ, "APPIMAGE_EXTRACT_AND_RUN": "1", "TMPDIR": str(tmp_path / "work")}

    said = subprocess.run([file, "a b"], env=without_fuse, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout, said.stderr) == (7, "inside a b\n", "")
    assert not list((tmp_path / "work").glob(".mount*")), "it tidies up"
    assert made[0] == made[1]
