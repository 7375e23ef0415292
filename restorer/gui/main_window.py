"""The main window: puts the parts in their places and connects them. It decides nothing."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from restorer.gui.action_table import RECENT
from restorer.gui.actions import Actions
from restorer.gui.canvas import Mode, Picture
from restorer.gui.commands import Commands, local_files
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.dialogs import Dialogs
from restorer.gui.inspection_desk import InspectionDesk
from restorer.gui.memory import Memory
from restorer.gui.named import named
from restorer.gui.panels.photo_list import PhotoList
from restorer.gui.panels.repair_panel import Desks, RepairPanel
from restorer.gui.panels.stage import Stage
from restorer.gui.panels.status_bar import StatusBar
from restorer.gui.panels.toolbar import Toolbar
from restorer.gui.panels.walk_bar import WalkBar
from restorer.gui.preferences import Preferences
from restorer.gui.queue.commands import QueueCommands
from restorer.gui.queue.panel import QueuePanel
from restorer.gui.queue.queue import Queue
from restorer.gui.queue.thumbnails import Thumbnails
from restorer.gui.retouching import Retouching
from restorer.gui.theme import Theme
from restorer.gui.tips import plain_tip
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.training_dialogs import TrainingDialogs
from restorer.gui.windows.questions import Questions
from restorer.gui.workspace import Workspace
from restorer.photo import Box
from restorer.photo.photo import Pixels

_SIZE = QSize(1280, 800)
_MODES = {
    "compare_after": Mode.AFTER,
    "compare_wipe": Mode.WIPE,
    "compare_side": Mode.SIDE_BY_SIDE,
    "compare_over": Mode.OVER_UNDER,
    "compare_blink": Mode.BLINK,
    "compare_difference": Mode.DIFFERENCE,
}


class MainWindow(QMainWindow):
    """Everything the user sees."""

    def __init__(
        self,
        workspace: Workspace,
        desk: DeviceDesk,
        queue: Queue,
        thumbnails: Thumbnails,
        preferences: Preferences,
        memory: Memory,
        theme: Theme,
        training: TrainingDesk,
        inspection: InspectionDesk,
        questions: Callable[[QWidget], Questions] = Questions,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._workspace, self._memory, self._preferences = workspace, memory, preferences
        self._desk = desk
        self._left = self._closing = self._opening = False
        self._before: Picture | None = None
        self.setMinimumSize(760, 520)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, theme)
        self.commands = Commands(workspace, memory, preferences, questions(self))
        self._dialogs = Dialogs(self, self.actions_, desk, preferences)
        self._training_dialogs = TrainingDialogs(
            self, training, inspection, desk, workspace, preferences, self.commands.questions, theme
        )
        self._stage = Stage(workspace, self.actions_, theme)
        self.canvas, self.messages = self._stage.canvas, self._stage.messages
        self.canvas.set_mode(Mode.WIPE)
        self._toolbar = Toolbar(self.actions_)
        self.addToolBar(self._toolbar)
        self.setCentralWidget(self._stage)
        self.retouching = retouching = Retouching(workspace, self.canvas, self.actions_)
        desks = Desks(workspace, desk, retouching.repairs, retouching.colours)
        self.panel = RepairPanel(desks, self.actions_, self.canvas, theme)
        self.walk_bar = WalkBar(self.canvas, retouching.repairs, self.actions_)
        self.photos = PhotoList(theme)
        self._panel_dock = self._dock(
            self.panel, "repair", self.tr("Repair"), Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._list_dock = self._dock(
            self.photos, "photos", self.tr("Photos"), Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self._list_dock.hide()
        self.queue_panel = QueuePanel(queue, self.actions_, thumbnails, theme)
        self.batch = self._make_queue(queue)
        self.status = StatusBar(workspace, desk, self.canvas, theme)
        self.setStatusBar(self.status)
        menus = self.actions_.fill(self.menuBar())
        self._recent = menus[RECENT]
        self.actions_.give_to_canvas(self.canvas)
        self._connect_actions()
        self._connect_parts(desk, training)
        if not memory.place_window(self):
            self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self._apply_preferences()
        self._show()
        self._fill_recent()

    def _make_queue(self, queue: Queue) -> QueueCommands:
        dock = self._dock(self.queue_panel, "queue", self.tr("Queue"), Qt.DockWidgetArea.BottomDockWidgetArea)
        dock.hide()
        return QueueCommands(
            self,
            dock,
            self.queue_panel,
            queue,
            self._workspace,
            self.commands,
            self.actions_,
            self._memory,
            self._preferences,
            self.commands.questions,
            self._stage.question,
        )

    def _dock(self, widget: QWidget, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = named(QDockWidget(title, self), f"dock_{name}")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget())  # F7 and F8 do what its buttons would
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        return dock

    def _connect_actions(self) -> None:
        commands, workspace, canvas = self.commands, self._workspace, self.canvas
        self.actions_.connect_all(
            {
                "open": commands.ask_for_photo,
                "open_folder": commands.ask_for_folder,
                "open_sample": commands.open_sample,
                "paste": commands.paste,
                "save_as": commands.save_as,
                "reveal": commands.reveal,
                "close": commands.close_photo,
                "quit": self.close,
                "undo": workspace.undo,
                "redo": workspace.redo,
                "copy": workspace.copy,
                "reset": workspace.reset,
                "fit": canvas.zoom_to_fit,
                "actual_size": canvas.zoom_to_actual,
                "double_size": lambda: canvas.set_zoom(2.0),
                "zoom_in": canvas.zoom_in,
                "zoom_out": canvas.zoom_out,
                "labels": lambda: canvas.set_labels_shown(self.actions_["labels"].isChecked()),
                "full_screen": self._on_full_screen,
                "restore": workspace.use_suggestions,
                "denoise": workspace.remove_noise,
                "repair_damage": workspace.repair_damage,
                "cancel": self._on_cancel,
                "next_photo": lambda: self._on_neighbour(1),
                "previous_photo": lambda: self._on_neighbour(-1),
                "photo_list": lambda: self._list_dock.setVisible(self.actions_["photo_list"].isChecked()),
                "repair_panel": lambda: self._panel_dock.setVisible(
                    self.actions_["repair_panel"].isChecked()
                ),
                "preferences": self._dialogs.show_preferences,
                "train": self._training_dialogs.show_training,
                "own_models": self._training_dialogs.show_models,
                "inspect": self._training_dialogs.show_inspection,
                "model_card": self._dialogs.show_model_card,
                "story": self._on_story,
                "devices": self._dialogs.show_devices,
                "shortcuts": self._dialogs.show_shortcuts,
                "diagnostics": commands.copy_diagnostics,
                "about": self._dialogs.show_about,
                **{name: partial(canvas.set_mode, mode) for name, mode in _MODES.items()},
                **self.retouching.slots,
            }
        )
        self.actions_["labels"].setChecked(True)
        self._list_dock.visibilityChanged.connect(self._show_docks)
        self._panel_dock.visibilityChanged.connect(self._show_docks)

    def _connect_parts(self, desk: DeviceDesk, training: TrainingDesk) -> None:
        workspace = self._workspace
        workspace.look = lambda: self.canvas.visible_area
        for known in (workspace.diagnosed, desk.changed):
            known.connect(self._show_actions)
        self.panel.model_asked.connect(self._dialogs.show_model_card)
        for source in (workspace, desk, training, self.commands, self._preferences, self.batch):
            source.message.connect(self.messages.show_message)
        workspace.replaced.connect(self._on_replaced)
        workspace.changed.connect(self._show)
        workspace.activity_changed.connect(self._on_activity)
        workspace.part_ready.connect(self.canvas.invalidate)
        workspace.ran.connect(desk.refresh)
        workspace.saved.connect(lambda _, source: self.photos.mark_saved(source))
        self.canvas.mode_changed.connect(self._show_actions)
        self.photos.chosen.connect(self._go_to)
        self._training_dialogs.photo_wanted.connect(self.commands.open_one)
        self.commands.listed.connect(self._on_listed)
        self.commands.asked_for.connect(self.photos.ask_for)
        self.commands.stayed.connect(self._on_stayed)
        self.status.device_clicked.connect(self.actions_["devices"].trigger)
        self.status.cancel_clicked.connect(self.actions_["cancel"].trigger)
        self._memory.recent_changed.connect(self._fill_recent)
        self._preferences.changed.connect(self._apply_preferences)

    # Showing

    def _on_replaced(self) -> None:
        self.messages.clear_photo()
        self._before = None
        if (document := self._workspace.document) is not None:
            # Made once: the canvas keeps what it has drawn of a picture only as long as it is the same one.
            photo, pyramid = document.photo, document.before
            alpha = None if photo.alpha is None else _alpha_reader(photo.alpha)
            self._before = Picture(pyramid.size, pyramid.level_count, pyramid.read, photo.profile, alpha)

    def _show(self) -> None:
        document, workspace, before = self._workspace.document, self._workspace, self._before
        if document is None or before is None:
            self.canvas.clear()
            self.setWindowTitle("Restorer")
        else:
            after = None
            if document.recipe.active:
                after = dataclasses.replace(before, read=document.after_pixels)
            elif workspace.finished is not None:
                after = dataclasses.replace(before, read=workspace.finished.read)
            self.canvas.show_pictures(before, after)
            self.canvas.set_after_note(self.tr("still working") if workspace.restoring else "")
            self.setWindowTitle(f"{workspace.name}[*] – Restorer")
        self.setWindowModified(workspace.unsaved)
        self.photos.mark_open(self._path())
        self._show_actions()

    def _show_actions(self) -> None:
        document, workspace, actions = self._workspace.document, self._workspace, self.actions_
        is_open = document is not None
        for name in ("close", "fit", "actual_size", "double_size", "zoom_in", "zoom_out", "labels"):
            actions[name].setEnabled(is_open)
        for name in ("save_as", "copy"):
            actions[name].setEnabled(workspace.has_result)
        comparable = document is not None and bool(document.recipe.active)
        for name, mode in _MODES.items():
            actions[name].setEnabled(comparable or workspace.finished is not None)
            actions[name].setChecked(mode is self.canvas.mode)
        suggests = workspace.suggestion is not None and bool(workspace.suggestion.active)
        actions["restore"].setEnabled(is_open and suggests and not workspace.restoring)
        idle = is_open and not workspace.restoring
        actions["denoise"].setEnabled(idle)
        state = self._desk.state
        actions["repair_damage"].setEnabled(idle and state is not None and state.repairs_damage)
        actions["reset"].setEnabled(document is not None and bool(document.recipe.steps))
        actions["reveal"].setEnabled(workspace.saved_path is not None)
        actions["cancel"].setEnabled(workspace.stoppable or self.isFullScreen())
        for name, change in (
            ("undo", document.undo_name if document else None),
            ("redo", document.redo_name if document else None),
        ):
            actions[name].setEnabled(change is not None)
            actions.name_step(name, change)
        for name, step in (("next_photo", 1), ("previous_photo", -1)):
            actions[name].setEnabled(self.photos.neighbour(step) is not None)
        self.retouching.show_actions()

    def _show_docks(self) -> None:
        self.actions_["photo_list"].setChecked(self._list_dock.isVisible())
        self.actions_["repair_panel"].setChecked(self._panel_dock.isVisible())

    def _fill_recent(self) -> None:
        """List them without asking whether they are there: a drive that is gone would hold the window up."""
        self._recent.clear()
        for path in self._memory.recent:
            entry = self._recent.addAction(path.name, partial(self.commands.open_paths, [path]))
            entry.setToolTip(plain_tip(str(path)))
        self._recent.setToolTipsVisible(True)
        self._recent.addSeparator()
        self._recent.addAction(self.tr("Clear the list"), self._memory.forget_recent)
        self._recent.setEnabled(bool(self._memory.recent))

    def _apply_preferences(self) -> None:
        self.canvas.set_reduced_motion(self._preferences.settings.reduce_motion)

    # What the user does

    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._show_actions()

    def _on_cancel(self) -> None:
        if self._workspace.stoppable:
            self._workspace.cancel()
        elif self.isFullScreen():
            self.actions_["full_screen"].trigger()

    def _on_story(self) -> None:
        self._panel_dock.show()
        self.panel.unfold_story()

    def _on_neighbour(self, step: int) -> None:
        if (path := self.photos.neighbour(step)) is not None:
            self._go_to(path)

    def _go_to(self, path: Path) -> None:
        if path != self._path():
            self.commands.open_one(path)
        else:  # back from one that is not open yet, or cannot be: it never was left
            self._workspace.stop_opening()
            self._on_stayed()

    def _on_stayed(self) -> None:
        self.photos.ask_for(self._path())
        self.photos.mark_open(self._path())
        self._show_actions()

    def _on_activity(self) -> None:
        opening = self._workspace.activities.runs("open")
        if self._opening and not opening:  # the one that was clicked may have failed to open
            self.photos.mark_open(self._path())
        self._opening = opening
        self._show_actions()

    def _on_listed(self, paths: tuple[Path, ...]) -> None:
        self.photos.show_photos(paths if len(paths) > 1 else ())
        self._list_dock.setVisible(len(paths) > 1)

    def _path(self) -> Path | None:
        document = self._workspace.document
        return document.photo.path if document else None

    # What Qt tells

    def createPopupMenu(self) -> QMenu | None:
        """Offer no menu on the right button: F7 and F8 show and hide the panels."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tool bar fit."""
        super().resizeEvent(event)
        self._toolbar.show_width(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about an unsaved result; come back once it is saved."""
        self._closing = True
        if not self._left and self.batch.may_close():
            self.commands.leave(self._on_left)
        self._closing = False
        if not self._left:
            event.ignore()
            return
        self._memory.keep_window(self)
        self.canvas.shut_down()
        event.accept()

    def _on_left(self) -> None:
        self._left = True
        if not self._closing:
            self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if local_files(event.mimeData().urls()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._stage.veil.raise_()
            self._stage.veil.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the veil away."""
        self._stage.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._stage.veil.hide()
        event.acceptProposedAction()
        self.commands.open_dropped(event.mimeData())


def _alpha_reader(alpha: Pixels) -> Callable[[int, Box], Pixels]:
    def read(level: int, box: Box) -> Pixels:
        """Take every 2ⁿ-th value: close enough to the mean for a backdrop, and nothing to prepare."""
        pixels: Pixels = alpha[:: 1 << level, :: 1 << level][box.slices][..., None]
        return pixels

    return read
