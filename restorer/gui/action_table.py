"""Everything the user can ask for, as one table: name, text, icon, shortcuts, tip, menu.

The only place where shortcuts are given; menus, tool bar and the sheet of shortcuts are made from it. Single
keys belong to the photo view alone (``Scope.CANVAS``): they never disturb somebody who is typing.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction


class Scope(enum.Enum):
    """Where a shortcut acts."""

    WINDOW = enum.auto()
    CANVAS = enum.auto()


@dataclass(frozen=True)
class ActionSpec:
    """One thing the user can ask for.

    ``text`` and ``tip`` are English and translated when shown; ``shortcuts`` are in Qt's portable form, the
    first one shown in the menu. ``group`` makes actions exclude each other. ``divided`` draws a line above.
    """

    name: str
    menu: str
    text: str
    shortcuts: tuple[str, ...]
    icon: str = ""
    tip: str = ""
    scope: Scope = Scope.WINDOW
    checkable: bool = False
    group: str = ""
    divided: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Actions", text))


MENUS: Mapping[str, str] = {
    "file": _t("&File"),
    "edit": _t("&Edit"),
    "view": _t("&View"),
    "repair": _t("&Repair"),
    "models": _t("&Models"),
    "help": _t("&Help"),
}
RECENT = "open_recent"
"""The name of the sub-menu that stands after "Open folder…", and its text."""
RECENT_TEXT = _t("Open &recent")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", "file", _t("&Open photo…"), ("Ctrl+O",), "open", _t("Open a photo from a file")),
    ActionSpec(
        "open_folder",
        "file",
        _t("Open &folder…"),
        ("Ctrl+Shift+O",),
        "folder",
        _t("List all photos of a folder"),
    ),
    ActionSpec(
        "open_sample",
        "file",
        _t("Try the sa&mple"),
        ("Ctrl+Shift+T",),
        "sample",
        _t("Open a photograph of about 1900 that comes with the program"),
    ),
    ActionSpec(
        "paste", "file", _t("&Paste image"), ("Ctrl+V",), "paste", _t("Open the picture in the clipboard")
    ),
    ActionSpec(
        "save_as",
        "file",
        _t("&Save as…"),
        ("Ctrl+S", "Ctrl+Shift+S"),
        "save",
        _t("Save the restored photo under a new name; the original is never touched"),
        divided=True,
    ),
    ActionSpec(
        "reveal",
        "file",
        _t("Sho&w saved photo in its folder"),
        ("Ctrl+Alt+R",),
        "reveal",
        _t("Open the folder that the result was saved to"),
    ),
    ActionSpec(
        "close", "file", _t("&Close photo"), ("Ctrl+W",), "close", _t("Close the photo"), divided=True
    ),
    ActionSpec(
        "preferences",
        "file",
        _t("Pr&eferences…"),
        ("Ctrl+,",),
        "settings",
        _t("Change how the program works"),
        divided=True,
        role=QAction.MenuRole.PreferencesRole,
    ),
    ActionSpec(
        "quit",
        "file",
        _t("&Quit"),
        ("Ctrl+Q",),
        "quit",
        _t("Leave the program"),
        role=QAction.MenuRole.QuitRole,
    ),
    ActionSpec("undo", "edit", _t("&Undo"), ("Ctrl+Z",), "undo", _t("Take the last change back")),
    ActionSpec(
        "redo", "edit", _t("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", _t("Do the undone change again")
    ),
    ActionSpec(
        "copy",
        "edit",
        _t("&Copy result"),
        ("Ctrl+C",),
        "copy",
        _t("Put the restored photo into the clipboard"),
        divided=True,
    ),
    ActionSpec(
        "reset",
        "edit",
        _t("R&eset photo"),
        ("Ctrl+Backspace",),
        "clear",
        _t("Go back to the photo as it was opened"),
    ),
    ActionSpec(
        "compare_after",
        "view",
        _t("&After"),
        ("Y",),
        "compare-after",
        _t("Show the restored photo"),
        Scope.CANVAS,
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "compare_wipe",
        "view",
        _t("&Wipe"),
        ("Shift+Y",),
        "compare-wipe",
        _t("Before and after on both sides of a handle; double-click the handle to turn it"),
        Scope.CANVAS,
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "compare_side",
        "view",
        _t("&Side by side"),
        ("Alt+Y",),
        "compare-side",
        _t("Before and after beside each other, moving together"),
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "compare_over",
        "view",
        _t("&Over and under"),
        ("Alt+Shift+Y",),
        "compare-over",
        _t("Before above after, moving together"),
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "compare_blink",
        "view",
        _t("&Blink"),
        ("B",),
        "compare-blink",
        _t("Before and after in turn"),
        Scope.CANVAS,
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "compare_difference",
        "view",
        _t("&Difference"),
        ("Ctrl+D",),
        "compare-difference",
        _t("What the restoration changed, strengthened"),
        checkable=True,
        group="compare",
    ),
    ActionSpec(
        "fit", "view", _t("&Fit in window"), ("Ctrl+0",), "fit", _t("Show the whole photo"), divided=True
    ),
    ActionSpec(
        "actual_size",
        "view",
        _t("A&ctual size"),
        ("Ctrl+1",),
        "actual-size",
        _t("Show each pixel of the photo as one of the screen"),
    ),
    ActionSpec(
        "double_size", "view", _t("&200 %"), ("Ctrl+2",), "zoom", _t("Show each pixel twice as large")
    ),
    ActionSpec("zoom_in", "view", _t("Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in", _t("Come closer")),
    ActionSpec("zoom_out", "view", _t("Zoom o&ut"), ("Ctrl+-",), "zoom-out", _t("Step back")),
    ActionSpec(
        "labels",
        "view",
        _t("&Labels on the photo"),
        ("L",),
        "labels",
        _t("Write Before and After on the photo"),
        Scope.CANVAS,
        checkable=True,
        divided=True,
    ),
    ActionSpec(
        "photo_list",
        "view",
        _t("List of &photos"),
        ("F7",),
        "panel-left",
        _t("Show or hide the list of photos"),
        checkable=True,
    ),
    ActionSpec(
        "repair_panel",
        "view",
        _t("&Repair panel"),
        ("F8",),
        "panel-right",
        _t("Show or hide the repair panel"),
        checkable=True,
    ),
    ActionSpec(
        "full_screen",
        "view",
        _t("Full scree&n"),
        ("F11",),
        "fullscreen",
        _t("Use the whole screen"),
        checkable=True,
    ),
    ActionSpec(
        "restore",
        "repair",
        _t("&Restore"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "restore",
        _t("Remove noise, grain and compression damage; what you see first"),
    ),
    ActionSpec("cancel", "repair", _t("&Cancel"), ("Esc",), "cancel", _t("Stop what is running")),
    ActionSpec(
        "next_photo",
        "repair",
        _t("&Next photo"),
        ("Ctrl+PgDown",),
        "chevron-right",
        _t("Open the next photo of the list"),
        divided=True,
    ),
    ActionSpec(
        "previous_photo",
        "repair",
        _t("&Previous photo"),
        ("Ctrl+PgUp",),
        "chevron-left",
        _t("Open the previous photo of the list"),
    ),
    ActionSpec(
        "model_card",
        "models",
        _t("About the denoise &model…"),
        ("Ctrl+I",),
        "model",
        _t("What the network was trained on, how good it is and where it fails"),
    ),
    ActionSpec(
        "train",
        "models",
        _t("&Train on my folder…"),
        ("Ctrl+Shift+L",),
        "train",
        _t("Teach a model your scanner, film or album"),
        divided=True,
    ),
    ActionSpec(
        "own_models",
        "models",
        _t("M&y models…"),
        ("Ctrl+Shift+M",),
        "models",
        _t("Use, share, add or remove models of your own"),
    ),
    ActionSpec(
        "devices",
        "models",
        _t("&Device and self-test…"),
        ("Ctrl+Shift+D",),
        "device",
        _t("Choose what computes, and prove that it computes rightly"),
    ),
    ActionSpec("shortcuts", "help", _t("&Shortcuts"), ("F1",), "keyboard", _t("List every shortcut")),
    ActionSpec(
        "tour",
        "help",
        _t("&Tour"),
        ("Shift+F1",),
        "sample",
        _t("Show on a photograph of about 1900 how a photo is restored"),
    ),
    ActionSpec(
        "packs",
        "help",
        _t("&Packs…"),
        ("Ctrl+Alt+P",),
        "model",
        _t("Add or remove what few people need: training, graphics cards"),
        divided=True,
    ),
    ActionSpec(
        "updates",
        "help",
        _t("Check for &updates"),
        ("Ctrl+Alt+U",),
        "info",
        _t("Ask for the latest release; nothing is asked unless you press this"),
    ),
    ActionSpec(
        "diagnostics",
        "help",
        _t("&Copy report"),
        ("Ctrl+Alt+D",),
        "copy",
        _t("Put versions and what went wrong lately into the clipboard, for the makers"),
    ),
    ActionSpec(
        "about",
        "help",
        _t("&About Restorer"),
        ("Ctrl+F1",),
        "info",
        _t("Version, licence and what it stands on"),
        divided=True,
        role=QAction.MenuRole.AboutRole,
    ),
)
HELD_KEYS: Mapping[str, str] = {
    "\\": _t("Hold: show the photo as it was"),
    "Space": _t("Hold and drag: move the photo"),
}
"""Keys that the photo view itself listens to while they are held, for the sheet of shortcuts."""
