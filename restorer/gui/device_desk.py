"""What computes, as the window sees it: warming up, changing the device, proving that it computes rightly."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import JobRunner
from restorer.errors import Cancelled
from restorer.gui.core_sentences import translated
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message, Weight, describe
from restorer.gui.workspace import MODEL
from restorer.progress import Progress
from restorer.restoration.steps import RepairDamage

if TYPE_CHECKING:
    from restorer.inference.catalog import Model
    from restorer.inference.devices import Device
    from restorer.inference.selftest import SelfTest


@dataclass(frozen=True)
class EquipmentState:
    """What computes, what else could, which models there are, and what the user should know about it.

    ``models`` holds them by their ids; ``model``, the one called ``denoiser``, removes noise.
    ``fallen`` is set when something else computes than what was wished for; ``notices`` say why.
    """

    device: "Device"
    available: "tuple[Device, ...]"
    notices: tuple[str, ...]
    models: "dict[str, Model]"
    problems: tuple[str, ...]
    denoiser: str = MODEL

    @property
    def model(self) -> "Model | None":
        """The model that removes noise."""
        return self.models.get(self.denoiser)

    @property
    def face_finder(self) -> str:
        """The id of a model that finds faces; "" if there is none."""
        return next((name for name, model in self.models.items() if model.card.task == "find-faces"), "")

    @property
    def repairs_damage(self) -> bool:
        """Whether there is what finds damage and what repairs it."""
        step = RepairDamage()
        return {step.model, step.filler} <= self.models.keys()

    @property
    def fallen(self) -> bool:
        """Whether a device was given up."""
        return bool(self.notices)


class DeviceDesk(QObject):
    """Keeps what is known about the equipment; everything slow happens in jobs."""

    changed = Signal()
    message = Signal(object)
    tested = Signal(object)
    """The `SelfTest` that was asked for, or the exception that it ended with."""
    checked = Signal(str, object)
    """The id of the model that was checked, and the exception if its file is not what its card says."""

    def __init__(self, jobs: JobRunner, equipment: Equipment) -> None:
        super().__init__()
        self._jobs = jobs
        self._equipment = equipment
        self._said: set[str] = set()
        self.state: EquipmentState | None = None
        self.testing = False
        self._model = MODEL

    def use_model(self, model_id: str) -> None:
        """Show and test another model that removes noise."""
        self._model = model_id
        self.refresh()

    def refresh(self) -> None:
        """Look again at what computes; the first time, this loads the engine. Never in the way of `use`."""
        self._jobs.start(
            self.tr("Looking for devices"),
            self._look,
            done=self._on_looked,
            failed=self._on_failed,
            slot="devices",
        )

    def use(self, device: str) -> None:
        """Compute on another device from now on ("auto" or its id)."""

        def work(progress: Progress) -> EquipmentState:
            self._equipment.use_device(device)
            return self._look(progress)

        self._said.clear()
        self._jobs.start(
            self.tr("Changing the device"), work, done=self._on_looked, failed=self._on_failed, slot="use"
        )

    def test(self) -> None:
        """Compare the device's results with known ones; `tested` brings the verdict. One test at a time."""
        if self.testing:
            return

        def work(progress: Progress) -> "SelfTest":
            progress(0.0)
            return self._equipment.engine().self_test(self._equipment.catalog().find(self._model))

        def over(outcome: object) -> None:
            self.testing = False
            self.tested.emit(outcome)
            self.refresh()

        self.testing = True
        self._jobs.start(
            self.tr("Testing the device"), work, done=over, failed=over, cancelled=lambda: over(Cancelled())
        )

    def check(self, model: "Model") -> None:
        """Compare a model's file with the checksum on its card; `checked` brings the verdict."""

        def work(progress: Progress) -> None:
            from restorer.inference.sessions import read_network

            progress(0.0)
            read_network(model.card, model.file)

        self._jobs.start(
            self.tr("Checking the model"),
            work,
            done=lambda _: self.checked.emit(model.card.id, None),
            failed=partial(self.checked.emit, model.card.id),
            lane="files",
            slot="check model",
        )

    def _look(self, progress: Progress) -> EquipmentState:
        progress(0.0)
        engine, catalog = self._equipment.engine(), self._equipment.catalog()
        models = {model.card.id: model for model in catalog.models()}
        available = tuple(self._equipment.makers.devices())
        return EquipmentState(
            engine.device, available, engine.notices, models, tuple(catalog.problems), self._model
        )

    def _on_looked(self, state: EquipmentState) -> None:
        self.state = state
        for sentence in (*state.notices, *state.problems):
            if sentence not in self._said:
                self._said.add(sentence)
                topic = f"device {sentence}"
                self.message.emit(
                    Message(translated(sentence), weight=Weight.WARNING, topic=topic, action="devices")
                )
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.message.emit(describe(error))
        self.changed.emit()
