"""Proves that an installation computes rightly: models, devices, folders."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer import paths
from restorer.errors import RestorerError
from restorer.inference.catalog import Catalog, Model
from restorer.inference.devices import CPU, Device, available_devices
from restorer.inference.engine import Engine
from restorer.photo import Box

PARITY = 1e-4
"""How far a network's result may be from the one computed when it was made (0..1)."""

_LARGEST_SAMPLE = 64 << 20
_CHECK_FILE = "check.npz"


@dataclass(frozen=True)
class Check:
    """One thing that was checked: its name, whether it holds, and a sentence about it.

    With ``remark`` it does not hold, but the program does without.
    """

    name: str
    passed: bool
    detail: str
    remark: bool = False


def run_checks(
    catalog: Catalog,
    *,
    offered: Callable[[], Sequence[Device]] = available_devices,
    engine_on: Callable[[str], Engine] = Engine,
) -> Iterator[Check]:
    """Check every model, device and folder, one after the other, each as it is done.

    ``offered`` tells which devices there are, ``engine_on`` makes an engine on the one with an id.
    """
    for problem in catalog.problems:
        yield Check("models", False, problem)
    if not catalog.models():
        yield Check("models", False, "No model is installed.")
    for model in catalog.models():
        yield check_parity(model)
        for device in offered():
            if device != CPU:  # that is what the others are measured by, and its parity is checked already
                yield _check_device(f"{model.card.id} on {device.name}", model, engine_on(device.id))
    for name, folder in (("settings", paths.settings_file().parent), ("models folder", paths.user_models())):
        yield _check_writable(name, folder)


def check_parity(model: Model) -> Check:
    """Check that the network computes on the processor what it computed when it was made."""
    name = f"model {model.card.id}"
    file = model.folder / _CHECK_FILE
    engine = Engine("cpu")
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_SAMPLE:
                raise ValueError("it is far too large")  # noqa: TRY301 - said as the other reasons are
        with np.load(file, allow_pickle=False) as sample:
            photo, expected = sample["photo"][0], sample["result"][0]
        result = _run(engine, model, photo)
        difference = float(np.abs(result - expected).max())
    except RestorerError as error:
        return Check(name, False, str(error))
    except Exception as error:  # noqa: BLE001 - the border to a file that a stranger made
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error).partition("\n")[0]
        return Check(name, False, f"Its parity sample cannot be used: {reason[:200].rstrip('.')}.")
    finally:
        engine.close()
    who = f"{model.card.name} {model.card.version}"
    detail = f"{who} differs by at most {difference:.1e} from when it was made."
    return Check(name, difference <= PARITY, detail)


def _run(engine: Engine, model: Model, photo: NDArray[np.float32]) -> NDArray[np.float32]:
    size = photo.shape[1], photo.shape[2]
    result = np.zeros((len(model.card.outputs), *size), np.float32)

    def write(box: Box, planes: NDArray[np.float32]) -> None:
        result[:, *box.slices] = planes

    engine.run(model, lambda box: photo[:, *box.slices], write, size)
    return result


def _check_device(name: str, model: Model, engine: Engine) -> Check:
    """Check one device. One that fails (a graphics pack without a card) is never trusted with photos."""
    try:
        test = engine.self_test(model)
    except RestorerError as error:
        return Check(name, False, str(error))
    finally:
        engine.close()
    if not test.passed:
        reason = test.note.rstrip(".")
        return Check(name, True, f"{reason}. {CPU.name} computes instead.", remark=True)
    allowed = f"{test.tolerance:.0e} allowed"
    return Check(name, True, f"It differs by at most {test.difference:.1e} from the processor ({allowed}).")


def _check_writable(name: str, folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"check")
    except OSError as error:
        return Check(name, False, f"{folder} cannot be written to: {error.strerror}.")
    return Check(name, True, f"{folder} can be written to.")
