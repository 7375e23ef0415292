"""Every text of the window is translated, into every language, and none is forgotten in the code."""

import dataclasses
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny_models
from fakes import CPU
from pack_archives import archive_of, pack_of
from program import Program, TestedEngine, photo_file, running_program
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.app.packs.shelf import Shelf
from restorer.gui import languages
from restorer.gui.equipment import Makers
from restorer.gui.languages import LANGUAGES, Languages
from restorer.gui.pack_desk import PackDesk
from restorer.gui.windows.packs import PacksWindow
from restorer.inference.catalog import Catalog
from restorer.settings import Settings, save_settings

ROOT = Path(__file__).resolve().parents[2]
BEGIN, END = "⟦", "⟧"
DATA = {
    "grandma", "png", "Restorer", "RGB", "sRGB", "Denoise", "Processor", "English", "Deutsch", "Français",
    "Apache", "PySide", "Essentials", "onnxruntime", "numpy", "pillow", "tifffile", "imagecodecs", "tif",
    "stem", "restored", "tar",
}  # fmt: skip
"""Words that are the same in every language: names, and what the photo and its model are called."""
_SHORTCUT = re.compile(r"\((?:[A-Z]\w*\+)*[^()\s]+\)$")


class PseudoTranslator(QTranslator):
    """Puts every translated text into brackets."""

    def translate(self, _context: str, text: str, _about: str | None = None, _n: int = -1) -> str:
        return f"{BEGIN}{text}{END}"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QSpinBox):
        yield from (widget.suffix(), widget.prefix())


def _forgotten(text: str) -> list[str]:
    """Return the words outside the brackets, a shortcut at the end and markup aside."""
    while BEGIN in text and (bare := re.sub(f"{BEGIN}[^{BEGIN}{END}]*{END}", "", text)) != text:
        text = bare
    text = re.sub(r"<[^>]*>", "", _SHORTCUT.sub("", text.replace("&&", "")))
    return [word for word in re.findall(r"[^\W\d_]{3,}", text.replace("&", "")) if word not in DATA]


def _forgotten_in_the_program(photo: Path | None = None, *windows: QWidget) -> dict[str, list[str]]:
    """Return what is forgotten in ``windows``, or in all there are."""
    found: dict[str, list[str]] = {}
    for top in windows or QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            if widget.objectName().startswith("qt_"):
                continue
            for text in _texts(widget):
                if words := _forgotten(text.replace(str(photo), "")):
                    found.setdefault(f"{type(widget).__name__} {widget.objectName()}", []).extend(words)
        for action in top.findChildren(QAction):
            if action.objectName() and (words := _forgotten(action.text()) + _forgotten(action.toolTip())):
                found.setdefault(f"action {action.objectName()}", []).extend(words)
    return found


def test_brackets_tell_what_was_forgotten() -> None:
    assert _forgotten("⟦Open ⟦photo⟧⟧: grandma.png (Ctrl+O)") == []
    assert _forgotten("⟦Open⟧ the photo") == ["the", "photo"]


def test_no_text_of_the_window_is_forgotten(
    pseudo: None, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with running_program(qapp) as program:
        qtbot.waitUntil(lambda: program.desk.state is not None)
        assert _forgotten_in_the_program() == {}
        photo = photo_file(tmp_path)
        program.window.commands.open_paths([photo])
        qtbot.waitUntil(lambda: program.workspace.document is not None and not program.workspace.estimating)
        program.do("restore")
        qtbot.waitUntil(lambda: program.workspace.has_result and program.workspace.unchanged is not None)
        for name in ("preferences", "devices", "shortcuts"):
            program.do(name)
        assert _forgotten_in_the_program(photo) == {}


def test_no_text_about_packs_and_own_models_is_forgotten(
    pseudo: None, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    archive = archive_of(tmp_path / "grandma.tar.gz")
    packs = [
        dataclasses.replace(pack_of(archive, pack_id=pack_id), name=name, purpose=purpose)
        for pack_id, name, purpose in (
            ("training", "Training pack", "Train networks on photos of your own"),
            ("gpu", "Graphics card pack", "Compute on a graphics card"),
        )
    ]
    description = "Removes the noise of one scanner"
    tiny_models.write_model(
        paths.user_models() / "attic", tiny_models.invert(), name="Denoise", description=description
    )
    makers = Makers(lambda _: TestedEngine(), Catalog, lambda: [CPU])  # type: ignore[arg-type, return-value]
    with running_program(qapp, makers) as program:
        desk = PackDesk(program.application.jobs, lambda: Shelf(tmp_path / "packs", packs))
        window = PacksWindow(program.window, desk, lambda: archive)
        window.show()
        program.do("own_models")
        models = program.find(QWidget, "own_models_window")
        qtbot.waitUntil(lambda: models.findChild(QAbstractButton, "remove_attic") is not None)
        assert _forgotten_in_the_program(None, window, models) == {}
        desk.install(archive)
        assert _forgotten_in_the_program(None, window) == {}
        qtbot.waitUntil(lambda: not desk.working)
        assert _forgotten_in_the_program(None, window) == {}
        window.close()


@pytest.mark.skipif(sys.platform == "win32", reason="compares files line by line")
def test_every_text_is_translated_and_compiled() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "translate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\npython packaging/translate.py, then translate"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_program_speaks_the_language_that_was_chosen(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    save_settings(Settings(language=language), paths.settings_file())
    with running_program(qapp) as program:
        opened = program.window.actions_["open"].text()
        assert opened not in ("", "&Open photo…")
        assert program.window.menuBar().actions()[0].text().replace("&", "") != "File"
    with_english(qapp, qtbot)


def with_english(qapp: QApplication, qtbot: QtBot) -> None:
    """The next program speaks English again."""
    save_settings(Settings(language="en"), paths.settings_file())
    with running_program(qapp) as program:
        assert program.window.actions_["open"].text() == "&Open photo…"


def test_the_system_decides_unless_somebody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted, expected in (
        (["fr-CH", "de"], "fr"),
        (["pt-BR", "de-AT"], "de"),
        (["xx", "ja"], "en"),
        (["en-US", "de"], "en"),
        ([], "en"),
    ):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, wanted=wanted: wanted)
        assert languages.of_the_system() == expected
        spoken = Languages("system")
        assert spoken.language == expected
        spoken.remove()
    spoken = Languages("nonsense")
    assert spoken.language == "en"
    spoken.remove()


def test_the_languages_have_files() -> None:
    folder = paths.resources() / "translations"
    files = {file.stem.removeprefix("restorer_") for file in folder.glob("*.qm")}
    assert files == set(LANGUAGES) - {"en"}


def test_the_choice_is_in_the_preferences(program: Program, qtbot: QtBot) -> None:
    program.do("preferences")
    box = program.find(QComboBox, "language")
    assert [box.itemData(index) for index in range(box.count())] == ["system", *LANGUAGES]
    box.setCurrentIndex(box.findData("fr"))
    assert program.application.preferences.settings.language == "fr"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_mnemonic(qapp: QApplication, language: str) -> None:
    save_settings(Settings(language=language), paths.settings_file())
    with running_program(qapp) as program:
        for menu in program.window.menuBar().actions():
            texts = [entry.text() for entry in menu.menu().actions() if "&" in entry.text()]
            letters = Counter(text[text.index("&") + 1].lower() for text in texts)
            assert [letter for letter, times in letters.items() if times > 1] == [], menu.text()
