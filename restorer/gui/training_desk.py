"""A training, as the window sees it: looking at a folder, the child that learns, and the model at the end.

Lives as long as the program, so that a training goes on while its dialog is closed; when the program ends,
the child keeps what it has, and the run can go on another day.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from restorer import paths
from restorer.app.jobs import Deliver, Job, JobRunner
from restorer.app.training.child import child_command
from restorer.app.training.choices import Choices
from restorer.app.training.goals import GOALS, Goal, Way
from restorer.app.training.runs import Run, begin, forget, resumable, runs, told
from restorer.app.training.session import TrainingSession
from restorer.app.training.state import Phase, TrainingState
from restorer.errors import RestorerError
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message, Weight, describe
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.training.report import FolderReport
    from restorer.app.training.verdict import Verdict
    from restorer.inference.catalog import Model


class TrainingDesk(QObject):
    """Holds the report, the run and its state; says ``changed`` whenever one of them is another."""

    changed = Signal()
    looking = Signal(object)
    """A `ProgressReport` of the look at a folder."""
    looked = Signal()
    """The report is there."""
    models_known = Signal(object)
    """The list of the user's own `Model`s that was asked for."""
    adopted = Signal(object)
    """The `Model` that was kept."""
    removed = Signal()
    """A model of the user's is gone."""
    goal_changed = Signal()
    """Another goal was chosen, or what it needs."""
    mark_shown = Signal(object)
    """The path of a picture, with transparency, of the mark that was asked for."""
    trouble = Signal(object)
    """An exception, to be shown where the user is."""
    message = Signal(object)

    def __init__(self, jobs: JobRunner, deliver: Deliver, equipment: Equipment) -> None:
        super().__init__()
        self._jobs, self._deliver, self._equipment = jobs, deliver, equipment
        self._session: TrainingSession | None = None
        self._look: Job | None = None
        self.report: FolderReport | None = None
        self.run: Run | None = None
        self.state = TrainingState()

    @property
    def running(self) -> bool:
        """Whether a child is at work."""
        return self._session is not None

    def resumable(self) -> Run | None:
        """Return a run that was left and can go on."""
        return None if self.running else resumable(paths.trainings())

    def unkept(self) -> Run | None:
        """Return the latest run that ended with a better model, which nobody has kept yet."""
        ended = () if self.running else (run for run in runs(paths.trainings()) if run.unkept)
        return next((run for run in ended if _verdict(run, told(run)).offered), None)

    def recall(self, run: Run) -> None:
        """Show again what came of a run."""
        if not self.running:
            self.run, self.state = run, told(run)
            self.changed.emit()

    # Looking

    def look(self, folder: Path) -> None:
        """Look at the photos of a folder."""
        self.report = None
        self._look = self._jobs.start(
            self.tr("Looking at the folder"),
            partial(_inspect, self._equipment, folder),
            done=self._on_looked,
            failed=self.trouble.emit,
            progress=self.looking.emit,
            slot="look at folder",
        )
        self.changed.emit()

    def _on_looked(self, report: "FolderReport") -> None:
        self.report = report
        self.looked.emit()
        self.changed.emit()

    def show_mark(self, files: Sequence[Path]) -> None:
        """Make out the watermark that files show; `mark_shown` brings it."""
        self._jobs.start(
            self.tr("Looking for the mark"), partial(_shown_mark, tuple(files)), done=self.mark_shown.emit,
            failed=self.trouble.emit, lane="files", slot="show mark",
        )  # fmt: skip

    # Training

    def begin(
        self,
        goal: Goal,
        choices: Choices,
        *,
        clean: Path | None = None,
        mark: Path | None = None,
        polite: bool = True,
    ) -> None:
        """Arrange a run for the folder that was looked at, and start it."""
        report = self.report
        if report is None or self.running:
            return
        self._jobs.start(
            self.tr("Preparing the training"),
            partial(_arrange, self._equipment, report, goal, choices, clean, mark),
            done=partial(self._start, polite=polite),
            failed=self.trouble.emit,
            slot="arrange",
        )

    def resume(self, run: Run) -> None:
        """Go on with a run that was left."""
        if not self.running:
            self._start(run)

    def _start(self, run: Run, *, polite: bool = True) -> None:
        try:
            self.run = run
            self._session = TrainingSession(run, child_command(), self._on_event, polite=polite)
            self.state = self._session.state
        except RestorerError as error:
            self._session = None
            self.trouble.emit(error)
        self.changed.emit()

    def _on_event(self, state: TrainingState, event: dict[str, Any]) -> None:
        self._deliver(partial(self._become, state))

    def _become(self, state: TrainingState) -> None:
        self.state = state
        if state.over:
            self._session = None
            self.message.emit(self._news(state))
        self.changed.emit()

    def _news(self, state: TrainingState) -> Message:
        if state.phase is Phase.FAILED and state.error is not None:
            said = describe(state.error)
            return Message(said.text, said.hint, Weight.ERROR, topic="training", action="train")
        if state.phase is Phase.LEFT:
            return Message(self.tr("The training is kept and can go on."), topic="training", action="train")
        text = self.tr("The training is over.")
        return Message(text, weight=Weight.DONE, topic="training", action="train")

    def pause(self) -> None:
        """Let the child wait."""
        if self._session is not None:
            self._session.pause()

    def go_on(self) -> None:
        """Let the child go on."""
        if self._session is not None:
            self._session.go_on()

    def stop(self) -> None:
        """End now, with the best network so far."""
        if self._session is not None:
            self._session.stop()

    def leave(self) -> None:
        """Let the child keep what it has and end."""
        if self._session is not None:
            self._session.leave(wait=False)

    def forget(self, run: Run) -> None:
        """Throw a run away."""
        forget(run)
        if self.run == run:
            self.run, self.state = None, TrainingState()
        self.changed.emit()

    # The end

    def verdict(self) -> "Verdict | None":
        """Return the verdict on a finished run."""
        if self.run is None or self.state.phase is not Phase.FINISHED:
            return None
        return _verdict(self.run, self.state)

    def adopt(self, name: str) -> None:
        """Prove the model in the engine and give it to the catalog; `adopted` brings it."""
        if self.run is not None:
            self._job(self.tr("Checking the model"), partial(_adopt, self.run, self.state, name))

    def share(self, model: "Model", target: Path) -> None:
        """Write a model as one file."""

        def told(path: Path) -> None:
            text = self.tr("The model was written to {}").format(path)
            self.message.emit(Message(text, weight=Weight.DONE, topic="share"))

        self._jobs.start(
            self.tr("Writing the model"), partial(_share, model, target), done=told,
            failed=self.trouble.emit, lane="files",
        )  # fmt: skip

    def take_in(self, file: Path) -> None:
        """Add a model that somebody shared; `adopted` brings it."""
        self._job(self.tr("Checking the model"), partial(_take_in, file))

    def _job(self, title: str, work: "Callable[[Equipment, Progress], Model]") -> None:
        task = partial(work, self._equipment)
        self._jobs.start(title, task, done=self.adopted.emit, failed=self.trouble.emit, slot="adopt")

    def list_models(self) -> None:
        """List the user's own models; `models_known` brings them."""
        self._jobs.start(
            self.tr("Looking for models"), partial(_own_models, self._equipment),
            done=self.models_known.emit, failed=self.trouble.emit, lane="files", slot="own models",
        )  # fmt: skip

    def remove_model(self, model: "Model") -> None:
        """Remove one of the user's own models."""
        self._jobs.start(
            self.tr("Removing the model"), partial(_remove, model), done=lambda _: self._on_removed(),
            failed=self.trouble.emit, lane="files",
        )  # fmt: skip

    def _on_removed(self) -> None:
        self.removed.emit()
        self.list_models()

    def shut_down(self) -> None:
        """Let the child keep what it has; for the end of the program."""
        self.leave()


def _verdict(run: Run, state: TrainingState) -> "Verdict":
    from restorer.app.training.verdict import judge

    builtin = paths.bundled_models() / GOALS[run.goal].builtin
    return judge(state, run.goal, has_builtin=builtin.is_dir())


def _inspect(equipment: Equipment, folder: Path, progress: Progress) -> "FolderReport":
    from restorer.app.training.report import builtin_estimator, inspect_folder

    estimator = builtin_estimator(equipment.engine(), equipment.catalog())
    return inspect_folder(folder, estimator, progress=progress)


def _shown_mark(files: Sequence[Path], progress: Progress) -> Path:
    from restorer.app.training.mark import MARKS, shown_mark

    progress(0.0)
    return shown_mark(files, paths.trainings() / MARKS)


def _arrange(
    equipment: Equipment,
    report: "FolderReport",
    goal: Goal,
    choices: Choices,
    clean: Path | None,
    mark: Path | None,
    progress: Progress,
) -> Run:
    from restorer.app.training.arrange import RECIPES, arrange, base_plan
    from restorer.app.training.report import prospect

    base = base_plan(goal, equipment.catalog(), paths.bundled_models() / RECIPES)
    others: tuple[Path, ...] = ()
    if clean is not None:
        others = tuple(photo.path for photo in _inspect(equipment, clean, progress).usable)
    order = arrange(report, goal, choices, base, clean=others, mark=mark)
    way = Way.CLEAN if others else prospect(report, goal).way
    return begin(paths.trainings(), report.folder, goal, way, order)


def _adopt(run: Run, state: TrainingState, name: str, equipment: Equipment, progress: Progress) -> "Model":
    from restorer.app.training.adopt import adopt

    progress(0.0)
    return adopt(run, state, name, equipment.catalog(), paths.user_models())


def _share(model: "Model", target: Path, progress: Progress) -> Path:
    from restorer.app.model_files import ENDING, share

    progress(0.0)
    # The dialog asked about the name as it was typed; one that gets its ending here was not asked about.
    return share(model, target, overwrite=target.suffix == ENDING)


def _own_models(equipment: Equipment, progress: Progress) -> "list[Model]":
    progress(0.0)
    own = paths.user_models()
    return [model for model in equipment.catalog().models() if model.folder.parent == own]


def _remove(model: "Model", progress: Progress) -> None:
    from restorer.app.model_files import remove

    progress(0.0)
    remove(model, paths.user_models())


def _take_in(file: Path, equipment: Equipment, progress: Progress) -> "Model":
    from restorer.app.model_files import take_in

    progress(0.0)
    return take_in(file, equipment.catalog(), paths.user_models())
