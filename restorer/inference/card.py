"""What a model is: its identity, its contract with the engine, and the truth about its training."""

import enum
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from restorer.errors import ModelError

CARD_FILE = "card.json"
_FORMAT = 1
_LARGEST_CARD = 1 << 20  # bytes; a card is text for people, and a hostile one should not fill the memory
_INSTALL_AGAIN = "Install the model again, or remove its folder."


class Task(enum.StrEnum):
    """What a model is for."""

    DENOISE = "denoise"
    COLORIZE = "colorize"
    WATERMARK = "watermark"
    FIND_DAMAGE = "find-damage"
    REPAIR_DAMAGE = "repair-damage"
    RESTORE = "restore"
    FIND_FACES = "find-faces"


@dataclass(frozen=True)
class ModelCard:
    """All that is known about a model without running it.

    The contract: the network takes one float32 tensor ``(1, len(inputs), H, W)`` and returns one float32
    tensor ``(1, len(outputs), H, W)``, values 0..1, planes in the order named. H and W must be multiples of
    ``multiple_of``. A pixel of the result depends on no pixel further away than ``receptive_radius``
    (rows or columns); None means that it may depend on the whole photo. ``halo`` is what an area whose edges
    lie on multiples of ``multiple_of`` needs around it: for a strided network that is less, because the
    pixels of one block see the same blocks; None means that it is not known, and the radius is taken.
    ``calibration`` is for models that find things: entries of a ``score`` (0..1) and the
    ``wrong_per_megapixel`` finds of that score or more, measured on clean photos. ``fit`` is for models that
    colour, or find damage: numbers, by name, with which their answer is read (`restoration.colour_fit`,
    `restoration.score_fit`).
    ``bytes_per_pixel`` is the memory the network needs while it runs, its input and output included, as
    ``benchmarks/engine_memory.py`` measures it.
    """

    id: str
    name: str
    task: Task
    version: str
    file: str
    sha256: str
    licence: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    multiple_of: int
    receptive_radius: int | None
    bytes_per_pixel: int
    halo: int | None = None
    kilo_macs_per_pixel: float = 0.0
    parameters: int = 0
    description: str = ""
    trained_on: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    scores: tuple[Mapping[str, Any], ...] = ()
    calibration: tuple[Mapping[str, float], ...] = ()
    fit: Mapping[str, float] = field(default_factory=dict)
    recipe: Mapping[str, Any] = field(default_factory=dict)


def load_card(folder: Path) -> ModelCard:
    """Read and check the card in ``folder``.

    Raises:
        ModelError: there is no card, or it is damaged or of a format this program does not know.
    """
    path = folder / CARD_FILE
    try:
        if path.stat().st_size > _LARGEST_CARD:
            raise ModelError(f"The model card in “{folder.name}” is far too large.", _INSTALL_AGAIN)
        values = json.loads(path.read_text(encoding="utf-8"))
        json.dumps(values, ensure_ascii=False).encode()  # halves of characters can be escaped, but not shown
    except OSError as error:
        raise ModelError(f"The model card in “{folder.name}” cannot be read.", _INSTALL_AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise ModelError(f"The model card in “{folder.name}” is damaged.", _INSTALL_AGAIN) from error
    try:
        return _from_json(values)
    except _CardFaultError as fault:
        raise ModelError(f"The model card in “{folder.name}” is wrong: {fault}.", fault.hint) from fault


def save_card(card: ModelCard, folder: Path) -> Path:
    """Write ``card`` into ``folder``, which is made if need be, and return its path. Atomic.

    Raises:
        ModelError: the card is not one that `load_card` would take.
        OSError: the folder cannot be written.
    """
    text = json.dumps({"format": _FORMAT} | asdict(card), indent=2, ensure_ascii=False)
    try:
        _from_json(json.loads(text))
    except _CardFaultError as fault:
        raise ModelError(f"The model card “{card.id}” is wrong: {fault}.", fault.hint) from fault
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / CARD_FILE
    part = folder / f"{CARD_FILE}.part"
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(path)
    return path


class _CardFaultError(Exception):
    """What is wrong with a card, as the end of a sentence."""

    def __init__(self, fault: str, hint: str = _INSTALL_AGAIN) -> None:
        super().__init__(fault)
        self.hint = hint


def _from_json(values: Any) -> ModelCard:
    """Turn the object of a card file into a card, trusting nothing in it."""
    if not isinstance(values, dict):
        raise _CardFaultError("it is not a JSON object")
    values = dict(values)
    version = values.pop("format", None)
    if version != _FORMAT or isinstance(version, bool):
        raise _CardFaultError(
            f"its format is {version!r}, and this program knows format {_FORMAT}",
            "Use a newer version of the program, or a model made for this one.",
        )
    known = {f.name: f for f in fields(ModelCard)}
    if unknown := sorted(set(values) - set(known)):
        raise _CardFaultError(f"“{unknown[0]}” is not a known entry")
    for name, entry in known.items():
        if name not in values and entry.default is MISSING and entry.default_factory is MISSING:
            raise _CardFaultError(f"the entry “{name}” is missing")
    card = ModelCard(**{name: _CHECKS[name](name, value) for name, value in values.items()})
    if card.halo is not None and (card.receptive_radius is None or card.halo > card.receptive_radius):
        raise _CardFaultError("“halo” must not be larger than “receptive_radius”")
    return card


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _CardFaultError(f"“{name}” must be text")
    if any(letter < " " and letter not in "\n\t" for letter in value):
        raise _CardFaultError(f"“{name}” holds characters that steer a terminal")
    return value


def _filled(name: str, value: Any) -> str:
    if not _text(name, value).strip():
        raise _CardFaultError(f"“{name}” is empty")
    return str(value)


def _matching(pattern: str, meaning: str) -> Callable[[str, Any], str]:
    def check(name: str, value: Any) -> str:
        if not re.fullmatch(pattern, _text(name, value), re.ASCII):
            raise _CardFaultError(f"“{name}” must be {meaning}")
        return str(value)

    return check


def _whole_number(least: int, most: int) -> Callable[[str, Any], int]:
    def check(name: str, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _CardFaultError(f"“{name}” must be a whole number from {least} to {most}")
        return value

    return check


def _number(name: str, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < sys.float_info.max:
        raise _CardFaultError(f"“{name}” must be a number that is not negative")
    return float(value)


def _distance(name: str, value: Any) -> int | None:
    return None if value is None else _whole_number(0, 1 << 20)(name, value)


def _task(name: str, value: Any) -> Task:
    try:
        return Task(_text(name, value))
    except ValueError:
        raise _CardFaultError(f"“{value}” is not a task this program knows") from None


def _file_name(name: str, value: Any) -> str:
    """Take a plain name only: a card must not reach out of its own folder, on any system."""
    text = _filled(name, value)
    plain = text not in {".", "..", CARD_FILE} and not re.search(r'[/\\:*?"<>|\x00-\x1f]', text)
    if not plain:
        raise _CardFaultError(f"“{name}” must be the plain name of a file beside the card")
    return text


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _CardFaultError(f"“{name}” must be a list of texts")
    return tuple(_filled(name, item) for item in value)


def _planes(name: str, value: Any) -> tuple[str, ...]:
    planes = _texts(name, value)
    if not planes or len(set(planes)) != len(planes):
        raise _CardFaultError(f"“{name}” must name one plane or more, each once")
    return planes


def _object(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _CardFaultError(f"“{name}” must be an object")
    return value


def _objects(name: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list):
        raise _CardFaultError(f"“{name}” must be a list of objects")
    return tuple(_object(name, item) for item in value)


def _calibration(name: str, value: Any) -> tuple[Mapping[str, float], ...]:
    table = _objects(name, value)
    for entry in table:
        if set(entry) != {"score", "wrong_per_megapixel"}:
            raise _CardFaultError(f"each entry of “{name}” must have “score” and “wrong_per_megapixel”")
        _number("wrong_per_megapixel", entry["wrong_per_megapixel"])
        if _number("score", entry["score"]) > 1:
            raise _CardFaultError(f"a score in “{name}” must be from 0 to 1")
    return table


def _numbers(name: str, value: Any) -> Mapping[str, float]:
    return {
        _filled(name, key): _number(f"{name}: {key}", number) for key, number in _object(name, value).items()
    }


_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "id": _matching(r"[a-z0-9][a-z0-9._-]{0,63}", "small letters, digits, dots and dashes"),
    "name": _filled,
    "task": _task,
    "version": _filled,
    "file": _file_name,
    "sha256": _matching(r"[0-9a-f]{64}", "64 hexadecimal digits in small letters"),
    "licence": _filled,
    "inputs": _planes,
    "outputs": _planes,
    "multiple_of": _whole_number(1, 1024),
    "receptive_radius": _distance,
    "halo": _distance,
    "bytes_per_pixel": _whole_number(1, 1 << 20),
    "kilo_macs_per_pixel": _number,
    "parameters": _whole_number(0, 1 << 40),
    "description": _text,
    "trained_on": _texts,
    "limits": _texts,
    "scores": _objects,
    "calibration": _calibration,
    "fit": _numbers,
    "recipe": _object,
}
