"""What the menu "Batch" and what is dropped do: asks where it must, and passes the wish on to the queue."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDockWidget, QMainWindow

from restorer.app.batch.items import State, Treatment
from restorer.app.batch.journal import Row
from restorer.app.batch.trouble import Answer, Trouble, TroubleKind
from restorer.gui.actions import Actions
from restorer.gui.commands import Commands, show_in_folder
from restorer.gui.core_sentences import translated
from restorer.gui.folders import folders_among, here_or_home, true_path
from restorer.gui.memory import Memory
from restorer.gui.messages import Message, Weight
from restorer.gui.numbers import number, photos
from restorer.gui.panels.question_bar import QuestionBar
from restorer.gui.preferences import Preferences
from restorer.gui.question import Choice, Question
from restorer.gui.queue.notice import Notifier
from restorer.gui.queue.panel import QueuePanel
from restorer.gui.queue.preflight import PreflightWindow
from restorer.gui.queue.queue import Phase, Queue
from restorer.gui.queue.target import folder_for
from restorer.gui.queue.work import Wish
from restorer.gui.windows.questions import Questions
from restorer.gui.workspace import Workspace
from restorer.photo import SaveOptions
from restorer.photo.kinds import of_name
from restorer.restoration.recipe import Recipe, preset
from restorer.restoration.steps import Denoise, MaskStep

if TYPE_CHECKING:
    from restorer.app.batch.again import Unfinished
    from restorer.app.batch.batch import Summary


class QueueCommands(QObject):
    """Connects the queue, its dock and its menu with the window."""

    message = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        dock: QDockWidget,
        panel: QueuePanel,
        queue: Queue,
        workspace: Workspace,
        commands: Commands,
        actions: Actions,
        memory: Memory,
        preferences: Preferences,
        questions: Questions,
        bar: QuestionBar,
    ) -> None:
        super().__init__(window)
        self._window, self._dock, self._panel, self._queue = window, dock, panel, queue
        self._workspace, self._commands, self._actions = workspace, commands, actions
        self._memory, self._preferences, self._questions = memory, preferences, questions
        self._bar = bar
        self._sheet: PreflightWindow | None = None
        self._offer: Question | None = None
        self._offers_later = False
        self._notifier = Notifier(window)
        self._connect()
        self._show_actions()

    def _connect(self) -> None:
        queue, panel = self._queue, self._panel
        self._actions.connect_all(
            {
                "batch_folder": self.ask_for_folder,
                "batch_photos": self.ask_for_photos,
                "batch_add": self.add_open_photo,
                "batch_start": self.start_or_pause,
                "batch_cancel": queue.cancel,
                "batch_retry": queue.retry_failed,
                "batch_undo": self.ask_to_undo,
                "batch_output": self.open_output,
                "queue": self._on_queue,
            }
        )
        queue.message.connect(self.message)
        queue.asked.connect(self._on_asked)
        queue.ended.connect(self._on_ended)
        queue.offered.connect(self._on_offered)
        queue.changed.connect(self._show_actions)
        queue.changed.connect(self._show_offer)
        self._workspace.changed.connect(self._show_actions)
        self._workspace.activity_changed.connect(lambda: queue.step_back(self._workspace.restoring))
        self._workspace.changed.connect(lambda: queue.step_back(self._workspace.restoring))
        self._commands.dropped.connect(self._on_dropped)
        panel.dropped.connect(lambda files: self._ask_below(files) if files else None)
        panel.compare_wanted.connect(self._on_compare)
        panel.open_wanted.connect(self._on_open)
        panel.reveal_wanted.connect(self._on_reveal)
        self._dock.visibilityChanged.connect(lambda _: self._show_dock())

    # What is to be restored

    def ask_for_folder(self) -> None:
        """Ask for a folder and plan it."""
        if (folder := self._questions.folder_to_open(self._memory.last_folder)) is not None:
            self.add([folder], recursive=False)

    def ask_for_photos(self) -> None:
        """Ask for photos and plan them, or add them to the batch."""
        if chosen := self._questions.photos_to_open(self._memory.last_folder):
            self.add(chosen, recursive=False)

    def add_open_photo(self) -> None:
        """Add the photo that is open; a batch that begins with it does its steps, if it has any."""
        document = self._workspace.document
        if document is not None and document.photo.path is not None:
            self._add([document.photo.path], recursive=False, treatment=self._as_open())

    def add(self, inputs: Sequence[Path], *, recursive: bool) -> None:
        """Plan a batch of ``inputs``, or let them join the one there is."""
        self._add(inputs, recursive=recursive)

    def _add(self, inputs: Sequence[Path], *, recursive: bool, treatment: Treatment | None = None) -> None:
        self._show_queue()
        queue = self._queue
        if queue.running:
            queue.add(inputs, recursive)
        elif queue.phase is Phase.UNDOING:
            text = self.tr("The batch is being taken back. Try again when that is over.")
            self.message.emit(Message(text, topic="batch"))
        elif self._sheet is not None and (wish := self._sheet.wish) is not None and not wish.again:
            together = tuple(dict.fromkeys((*wish.inputs, *inputs)))
            self._plan(Wish(wish.output, wish.treatment, together, wish.recursive or recursive))
        else:
            output = folder_for(inputs, self._preferences.settings)
            treatment = treatment or self._as_needed()
            self._plan(Wish(output, treatment, tuple(inputs), recursive))

    def _plan(self, wish: Wish) -> None:
        if self._sheet is None:
            sheet = self._sheet = PreflightWindow(self._window, self._queue, self._treatments())
            sheet.folder_wanted.connect(self._on_folder_wanted)
            sheet.finished.connect(self._on_sheet_closed)
            sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sheet.plan(wish)
        self._sheet.show()
        self._sheet.activateWindow()

    def _treatments(self) -> dict[str, Treatment]:
        save, workspace = self._save_options(), self._workspace
        noise = Denoise(model=workspace.model, faces=workspace.faces)
        found = {
            self.tr("What each photo needs, found out by looking at it"): self._as_needed(),
            self.tr("Remove noise, grain and compression damage"): Treatment(Recipe((noise,)), save),
        }
        if (as_open := self._as_open()) is not None:
            found[self.tr("As the photo that is open")] = as_open
        return found

    def _as_needed(self) -> Treatment:
        """Return what a photo's diagnosis suggests, with the model against noise that is in use here."""
        return Treatment(None, self._save_options(), self._workspace.model)

    def _as_open(self) -> Treatment | None:
        """Return what is done to the open photo, without strokes, pins and verdicts, which fit no other."""
        if (document := self._workspace.document) is None:
            return None
        steps = preset(document.recipe).active
        # Where nothing is looked for, only the strokes would have been repaired.
        steps = tuple(step for step in steps if not isinstance(step, MaskStep) or step.finding)
        return Treatment(Recipe(steps), self._save_options()) if steps else None

    def _save_options(self) -> SaveOptions:
        settings = self._preferences.settings
        return SaveOptions(quality=settings.quality, strip_private=settings.strip_private)

    def _on_folder_wanted(self) -> None:
        if self._sheet is not None and self._sheet.wish is not None:
            start = here_or_home(self._sheet.wish.output.parent)
            if (folder := self._questions.folder_for_results(start)) is not None:
                self._sheet.choose_folder(folder)

    def _on_sheet_closed(self) -> None:
        self._sheet = None

    # What was dropped

    def _on_dropped(self, files: list[Path]) -> None:
        """Ask once what to do with a folder, or with several photos."""
        folders = folders_among(files)
        if len(files) == 1 and not folders:
            self._commands.open_paths(files)
            return
        name = files[0].name if len(files) == 1 else photos(len(files))
        what = self.tr("“{}” was dropped.") if len(files) == 1 else self.tr("{} were dropped.")
        if len(files) > 1 and folders:
            name = self.tr("{} files and folders").format(len(files))
        elif len(files) > 1 and any(of_name(path) is None for path in files):
            name = self.tr("{} files").format(len(files))
        batch = self.tr("Add to the batch") if self._queue.running else self.tr("Restore as a batch…")
        choices = (
            Choice(
                self.tr("Open in the list"),
                lambda below: self._commands.open_paths(files, recursive=below),
                self.tr("Look at the photos one after the other"),
            ),
            Choice(
                batch,
                lambda below: self.add(files, recursive=below),
                self.tr("Restore all of them; you see the plan first"),
            ),
        )
        box = self.tr("Include sub-folders") if folders else ""
        self._bar.ask(Question(what.format(name), choices, box=box, closed=lambda: None))
        self._bar.focus()

    def _ask_below(self, files: list[Path]) -> None:
        """Ask about sub-folders of what was dropped on the queue; the sheet of a new plan asks by itself."""
        if not self._queue.running or not folders_among(files):
            self.add(files, recursive=False)
            return
        choice = Choice(self.tr("Add to the batch"), lambda below: self.add(files, recursive=below))
        text = self.tr("“{}” joins the batch.").format(files[0].name)
        box = self.tr("Include sub-folders")
        self._bar.ask(Question(text, (choice,), box=box, closed=lambda: None))
        self._bar.focus()

    # The course of a batch

    def start_or_pause(self) -> None:
        """Begin, pause, or go on: whatever is next."""
        queue = self._queue
        if queue.phase is Phase.PLANNED:
            if self._sheet is not None:
                self._sheet.begin()
        elif queue.running:
            (queue.resume if queue.paused else queue.pause)()
        elif queue.phase is Phase.ENDED and queue.left:
            queue.go_on()

    def ask_to_undo(self) -> None:
        """Ask whether to take the batch back."""
        done = self._queue.model.counts[State.DONE]
        choices = (
            Choice(self.tr("Move them to the trash"), lambda _: self._queue.undo()),
            Choice(self.tr("Keep them"), lambda _: None),
        )
        text = self.tr("Take this batch back? {} would go to the trash.").format(photos(done))
        hint = self.tr("The originals stay as they are, and so does what you changed since.")
        self._show_queue()
        self._panel.question.ask(Question(text, choices, hint, Weight.WARNING))
        self._panel.question.focus()

    def open_output(self) -> None:
        """Open the folder of the results."""
        if (output := self._queue.output) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(output)))

    def may_close(self) -> bool:
        """Whether the window may close; asks if a batch runs."""
        return not self._queue.running or self._questions.stop_batch(self._queue.left)

    def _on_asked(self, trouble: Trouble | None) -> None:
        if trouble is None:
            self._panel.question.withdraw()
            return
        answer = self._queue.answer
        again = {
            TroubleKind.DISK_FULL: self.tr("There is room now"),
            TroubleKind.FOLDER_GONE: self.tr("It is back"),
            TroubleKind.READ_ONLY: self.tr("It is allowed now"),
        }[trouble.kind]
        choices = (
            Choice(again, lambda _: answer(Answer.RETRY), self.tr("Try again and go on")),
            Choice(self.tr("Leave this photo out"), lambda _: answer(Answer.SKIP)),
            Choice(self.tr("Stop"), lambda _: answer(Answer.STOP), self.tr("Go on another time")),
        )
        self._show_queue()
        said = translated(trouble.message)
        self._panel.question.ask(Question(said, choices, translated(trouble.hint), Weight.WARNING))
        self._notifier.tell(self.tr("The batch waits"), said)

    def _on_ended(self, summary: "Summary") -> None:
        counts = self._queue.model.counts
        parts = [self.tr("Restored: {}").format(photos(summary.done))]
        for count, words in (
            (summary.skipped, self.tr("left as they are: {}")),
            (counts[State.FAILED], self.tr("failed: {} (the queue says why)")),
            (summary.left, self.tr("not finished: {} (Ctrl+R goes on)")),
        ):
            if count:
                parts.append(words.format(number(count)))
        text = ", ".join(parts) + "."
        weight = Weight.WARNING if counts[State.FAILED] or summary.left else Weight.DONE
        action = "batch_output" if summary.done else ""  # a folder without a photo would only puzzle
        self.message.emit(Message(text, weight=weight, topic="batch", action=action))
        if not summary.cancelled:
            self._notifier.tell(self.tr("The batch is over"), text)

    def _on_offered(self, found: "list[Unfinished]") -> None:
        if self._busy:
            self._offers_later = True
            return
        # What the queue shows can be gone on with there.
        shown = true_path(self._queue.output) if self._queue.output else None
        if (batch := next((one for one in found if one.output != shown), None)) is None:
            return
        text = self.tr("A batch was interrupted: {} of “{}” wait, {} are done.").format(
            photos(batch.left), batch.output.name, number(batch.done)
        )
        choices = (
            Choice(self.tr("Go on…"), lambda _: self._take_up(batch), self.tr("You see the plan first")),
            Choice(self.tr("Don’t ask again"), lambda _: self._queue.dismiss(batch)),
        )
        self._offer = Question(text, choices, closed=lambda: None)
        self._bar.ask(self._offer)

    @property
    def _busy(self) -> bool:
        """Whether no other batch can be planned now."""
        return self._queue.running or self._queue.phase is Phase.UNDOING

    def _show_offer(self) -> None:
        """Put the offer off while another batch is at work: taken now, it would lead nowhere."""
        if self._busy:
            if self._offer is not None and self._bar.question is self._offer:
                self._offer, self._offers_later = None, True
                self._bar.withdraw()
        elif self._offers_later:
            self._offers_later = False
            self._queue.look_for_unfinished()

    def _take_up(self, unfinished: "Unfinished") -> None:
        self._show_queue()
        wish = Wish(unfinished.output, unfinished.treatment, again=frozenset({State.PLANNED}))
        self._plan(wish)

    # A row

    def _on_compare(self, row: Row) -> None:
        if (result := self._result(row)) is not None:
            open_finished = partial(self._workspace.open_finished, row.source, result, self._commands.leave)
            self._commands.leave(open_finished)

    def _on_open(self, row: Row) -> None:
        if (result := self._result(row)) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(result)))

    def _on_reveal(self, row: Row) -> None:
        show_in_folder(self._result(row) or row.source)

    def _result(self, row: Row) -> Path | None:
        output = self._queue.output
        if row.state != State.DONE or row.target is None or output is None:
            return None
        return output / row.target

    # Showing

    def _show_queue(self) -> None:
        self._dock.show()

    def _on_queue(self) -> None:
        shown = self._actions["queue"].isChecked()
        self._dock.setVisible(shown)
        if shown:
            self._panel.take_focus()

    def _show_dock(self) -> None:
        self._actions["queue"].setChecked(self._dock.isVisible())

    def _show_actions(self) -> None:
        queue, actions, document = self._queue, self._actions, self._workspace.document
        ended = queue.phase is Phase.ENDED
        counts = queue.model.counts
        actions["batch_add"].setEnabled(document is not None and document.photo.path is not None)
        startable = queue.phase is Phase.PLANNED or queue.running or (ended and queue.left > 0)
        actions["batch_start"].setEnabled(startable)
        going = queue.running and not queue.paused
        words = self.tr("Pau&se") if going else self.tr("&Start")
        if (queue.running and queue.paused) or ended:
            words = self.tr("&Go on")
        actions["batch_start"].setText(words)
        self._actions.show_icon("batch_start", "pause" if going else "play")
        actions["batch_cancel"].setEnabled(queue.running)
        actions["batch_retry"].setEnabled((queue.running or ended) and counts[State.FAILED] > 0)
        actions["batch_undo"].setEnabled(ended and counts[State.DONE] > 0)
        actions["batch_output"].setEnabled(queue.output is not None and (queue.running or ended))
