"""What a training child is told about somebody's own folder: the plan and the files, as JSON.

Everything that can be decided without torch is decided before: which photos are learnt from and which are
kept aside. The child only does what stands here, as often as it is started, until it is done.
"""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan, plan_of

ORDER_FILE = "order.json"

Pair = tuple[Path, Path]
"""A noisy photo and the same one clean."""


@dataclass(frozen=True)
class Files:
    """Photos to use for one purpose; pairs where the task learns from pairs, else single photos."""

    photos: tuple[Path, ...] = ()
    pairs: tuple[Pair, ...] = ()

    def __len__(self) -> int:
        return len(self.photos) + len(self.pairs)


@dataclass(frozen=True)
class Order:
    """A training run on somebody's own photos.

    The network learns from ``training``; ``choosing`` tells which of its states is the best and ``judging``,
    never looked at before, how good that one is. The noise of ``scans`` is measured where the task needs it.
    ``rival`` is the folder of the model to beat (None: leaving photos as they are); ``start_from_rival``
    begins with its weights. ``mark`` is a picture with transparency: the watermark to learn. ``grain_only``
    leaves bands out of the noise.
    """

    plan: TrainingPlan
    training: Files
    choosing: Files
    judging: Files
    scans: tuple[Path, ...] = ()
    rival: Path | None = None
    start_from_rival: bool = True
    mark: Path | None = None
    grain_only: bool = False

    def save(self, folder: Path) -> None:
        """Write it into ``folder``, which is made if need be. Atomic."""
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{ORDER_FILE}.part"
        text = json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False, default=str)
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(folder / ORDER_FILE)


def load_order(folder: Path) -> Order:
    """Read what `Order.save` wrote.

    Raises:
        InvalidRecipe: there is none, or it is damaged.
    """
    try:
        content = json.loads((folder / ORDER_FILE).read_text(encoding="utf-8"))
        return _order(content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidRecipe(
            f"The training in “{folder.name}” cannot go on: what it was to do cannot be read.",
            hint="Start it anew.",
        ) from error


def _order(content: dict[str, Any]) -> Order:
    sides = {name: _files(content[name]) for name in ("training", "choosing", "judging")}
    return Order(
        plan_of(content["plan"]),
        **sides,
        scans=tuple(map(Path, content["scans"])),
        rival=_path(content["rival"]),
        start_from_rival=bool(content["start_from_rival"]),
        mark=_path(content["mark"]),
        grain_only=bool(content["grain_only"]),
    )


def _files(content: dict[str, Any]) -> Files:
    pairs = tuple((Path(noisy), Path(clean)) for noisy, clean in content["pairs"])
    return Files(tuple(map(Path, content["photos"])), pairs)


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)
