"""The languages that the window speaks: which there are, which is wanted, and how they are loaded."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from restorer import paths

SYSTEM = "system"
"""The choice that follows the desktop."""
LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""What each language calls itself. English is what the program is written in."""


class Languages:
    """The translators of a running program; ``remove`` gives English back."""

    def __init__(self, choice: str) -> None:
        """Speak the language ``choice``, "system" or an id of `LANGUAGES`, from now on."""
        self.language = choice if choice in LANGUAGES else of_the_system()
        self._translators: list[QTranslator] = []
        QLocale.setDefault(QLocale.system() if choice == SYSTEM else QLocale(self.language))
        if self.language != "en":
            own = paths.resources() / "translations" / f"restorer_{self.language}.qm"
            for file in (_of_qt(self.language), own):
                self._load(file)

    def _load(self, file: Path) -> None:
        translator = QTranslator()
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

    def remove(self) -> None:
        """Speak English again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        QLocale.setDefault(QLocale.system())


def of_the_system() -> str:
    """Return the first of the desktop's languages that there is; English if there is none."""
    wanted = (QLocale(name).name().split("_")[0] for name in QLocale.system().uiLanguages())
    return next((language for language in wanted if language in LANGUAGES), "en")


def _of_qt(language: str) -> Path:
    """Return the file with the texts of Qt's own dialogs, which comes with PySide6."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
