"""What a training child has said so far, summed up: one value that a window or a terminal can draw."""

import dataclasses
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from restorer.errors import RestorerError


class Phase(enum.StrEnum):
    """Where a training is in its life."""

    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    JUDGING = "judging"
    FINISHED = "finished"
    LEFT = "left"
    FAILED = "failed"


@dataclass(frozen=True)
class Point:
    """A moment of the run: how far it was (0..1) and a value then."""

    fraction: float
    value: float


@dataclass(frozen=True)
class Comparison:
    """The new model beside the built-in one, on photos that had no say: in dB, or average precision 0..1.

    ``estimated`` says that it was found without knowing the clean photos.
    """

    measure: str
    quality: float
    rival: float
    estimated: bool

    @property
    def gain(self) -> float:
        """How much better the new one is: in dB, or in points of a hundred."""
        return (self.quality - self.rival) * (1 if self.measure == "psnr" else 100)


@dataclass(frozen=True)
class TrainingState:
    """The run as it is now. ``gains`` compare with the rival on the photos kept aside for choosing."""

    phase: Phase = Phase.STARTING
    fraction: float = 0.0
    minutes: float = 0.0
    step: int = 0
    photos: Mapping[str, int] = dataclasses.field(default_factory=dict)
    noise: Mapping[str, float] = dataclasses.field(default_factory=dict)
    measure: str = "psnr"
    rival: float | None = None
    losses: tuple[Point, ...] = ()
    gains: tuple[Point, ...] = ()
    previews: int = 0
    comparison: Comparison | None = None
    model: Path | None = None
    error: RestorerError | None = None

    @property
    def seconds_left(self) -> float | None:
        """How long the training still takes, as far as that can be known."""
        if self.fraction < 0.01 or self.minutes <= 0:
            return None
        return 60 * self.minutes * (1 - self.fraction) / self.fraction

    @property
    def gain(self) -> float | None:
        """The best gain so far."""
        return max(point.value for point in self.gains) if self.gains else None

    @property
    def over(self) -> bool:
        """Whether the child has ended."""
        return self.phase in (Phase.FINISHED, Phase.LEFT, Phase.FAILED)

    def after(self, event: Mapping[str, Any]) -> "TrainingState":
        """Return the state once the child has said ``event``; what is not known is passed over."""
        hear = _HEARD.get(str(event.get("event")))
        return hear(self, event) if hear else self


def _on_photos(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    return dataclasses.replace(
        state, photos={name: event[name] for name in ("training", "choosing", "judging")}
    )


def _on_noise(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    found = {name: float(event[name]) for name in ("grain", "rows", "columns")}
    return dataclasses.replace(state, noise=found)


def _on_rival(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    return dataclasses.replace(
        state, rival=float(event["quality"]), measure=str(event["measure"]), phase=Phase.TRAINING
    )


def _on_step(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    fraction = min(1.0, float(event["fraction"]))
    losses = (*state.losses, Point(fraction, float(event["loss"])))
    return dataclasses.replace(
        state,
        phase=Phase.TRAINING,
        fraction=fraction,
        minutes=float(event["minutes"]),
        step=int(event["step"]),
        losses=losses,
    )


def _on_validation(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    fraction = min(1.0, float(event["fraction"]))
    rival = state.rival if state.rival is not None else float(event["quality"])
    gain = Comparison(state.measure, float(event["quality"]), rival, estimated=False).gain
    return dataclasses.replace(
        state,
        fraction=fraction,
        minutes=float(event["minutes"]),
        step=int(event["step"]),
        gains=(*state.gains, Point(fraction, gain)),
    )


def _on_verdict(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    found = Comparison(
        str(event["measure"]), float(event["quality"]), float(event["rival"]), bool(event["estimated"])
    )
    return dataclasses.replace(state, comparison=found, phase=Phase.JUDGING)


def _on_finished(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    return dataclasses.replace(state, phase=Phase.FINISHED, fraction=1.0, model=Path(str(event["model"])))


def _on_failed(state: TrainingState, event: Mapping[str, Any]) -> TrainingState:
    error = RestorerError(str(event["message"]), str(event.get("hint", "")))
    return dataclasses.replace(state, phase=Phase.FAILED, error=error)


_HEARD = {
    "photos": _on_photos,
    "noise": _on_noise,
    "rival": _on_rival,
    "step": _on_step,
    "validation": _on_validation,
    "preview": lambda state, event: dataclasses.replace(state, previews=state.previews + 1),
    "paused": lambda state, event: dataclasses.replace(state, phase=Phase.PAUSED),
    "resumed": lambda state, event: dataclasses.replace(state, phase=Phase.TRAINING),
    "verdict": _on_verdict,
    "finished": _on_finished,
    "failed": _on_failed,
}
