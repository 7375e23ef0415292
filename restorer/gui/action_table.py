"""Everything the user can ask for, as one table: name, text, icon, shortcuts, tip, menu.

The only place where shortcuts are given; menus, tool bar and the sheet of shortcuts are made from it. Single
keys belong to the photo view alone (``Scope.CANVAS``): they never disturb somebody who is typing.
"""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from restorer.gui.action_spec import ActionSpec
from restorer.gui.action_spec import shown_later as _t
from restorer.gui.batch_actions import BATCH
from restorer.gui.retouching_actions import RETOUCHING
from restorer.gui.viewing_actions import VIEWING

MENUS: Mapping[str, str] = {
    "file": _t("&File"),
    "edit": _t("&Edit"),
    "view": _t("&View"),
    "repair": _t("&Repair"),
    "batch": _t("&Batch"),
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
    *VIEWING,
    ActionSpec(
        "restore",
        "repair",
        _t("&Use suggestions"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "restore",
        _t("Do what this photo needs; what you see first"),
    ),
    ActionSpec(
        "denoise",
        "repair",
        _t("Remove noise"),
        ("Ctrl+Shift+N",),
        "softer",
        _t("Take noise, grain and traces of compression out, whether it was suggested or not"),
    ),
    ActionSpec(
        "repair_damage",
        "repair",
        _t("Repair damage"),
        ("Ctrl+Shift+H",),
        "mask",
        _t("Look for scratches, dust and tears and repair what is surest, whether it was suggested or not"),
    ),
    ActionSpec("cancel", "repair", _t("&Cancel"), ("Esc",), "cancel", _t("Stop what is running")),
    *RETOUCHING,
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
    *BATCH,
    ActionSpec(
        "model_card",
        "models",
        _t("A&ll models and their cards…"),
        ("Ctrl+I",),
        "model",
        _t("What each network was trained on, how good it is and where it fails"),
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
        "inspect",
        "models",
        _t("&Inspect a folder…"),
        ("Ctrl+Shift+I",),
        "inspect",
        _t("List the photos and places of a folder that do not belong"),
    ),
    ActionSpec(
        "devices",
        "models",
        _t("&Device and self-test…"),
        ("Ctrl+Shift+D",),
        "device",
        _t("Choose what computes, and prove that it computes rightly"),
    ),
    ActionSpec(
        "story",
        "help",
        _t("&What was done to this picture?"),
        ("F2",),
        "story",
        _t("Say in plain words what was done, and by which model"),
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
