"""The actions of the queue: whole folders, and what becomes of their results.

Part of the table in `action_table`.
"""

from restorer.gui.action_spec import ActionSpec
from restorer.gui.action_spec import shown_later as _t

BATCH: tuple[ActionSpec, ...] = (
    ActionSpec(
        "batch_folder",
        "batch",
        _t("&Restore a folder…"),
        ("Ctrl+Shift+B",),
        "batch",
        _t("Restore all photos of a folder; you see the plan first"),
    ),
    ActionSpec(
        "batch_photos",
        "batch",
        _t("Restore &photos…"),
        ("Ctrl+Alt+B",),
        "open",
        _t("Restore several photos, or add them to the batch that runs"),
    ),
    ActionSpec(
        "batch_add",
        "batch",
        _t("&Add the open photo"),
        ("Ctrl+Shift+A",),
        "add",
        _t("Let the photo that is open join the batch"),
    ),
    ActionSpec(
        "batch_start",
        "batch",
        _t("&Start"),
        ("Ctrl+R",),
        "play",
        _t("Start the batch, pause it, or go on"),
        divided=True,
    ),
    ActionSpec(
        "batch_cancel",
        "batch",
        _t("S&top"),
        ("Ctrl+Shift+R",),
        "cancel",
        _t("Stop the batch; what is finished stays, the rest can be gone on with"),
    ),
    ActionSpec(
        "batch_retry",
        "batch",
        _t("Retry &failed"),
        ("Ctrl+Alt+F",),
        "retry",
        _t("Try the photos again that failed"),
    ),
    ActionSpec(
        "batch_undo",
        "batch",
        _t("&Undo the batch…"),
        ("Ctrl+Alt+Z",),
        "trash",
        _t("Move the results to the trash; the originals stay as they are"),
        divided=True,
    ),
    ActionSpec(
        "batch_output",
        "batch",
        _t("&Open the folder of the results"),
        ("Ctrl+Alt+O",),
        "reveal",
        _t("Show where the results are"),
    ),
)
