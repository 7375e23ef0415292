"""Takes in an ONNX network made elsewhere, when what it does can be found out and fits.

Such a file says little about itself. So it is tried: which sizes it takes, that a smooth picture comes back
as itself and not darker, larger or in another order, and how far a pixel sees. What is found becomes its
card, and the picture that it was tried on the sample that it is checked by ever after.
"""

import dataclasses
import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.app.training.adopt import free_id, install
from restorer.errors import ModelError
from restorer.inference.card import ModelCard, Task, save_card
from restorer.inference.catalog import Catalog, Model
from restorer.inference.devices import CPU
from restorer.inference.sessions import OnnxSession, SessionError
from restorer.progress import CancelToken

_RGB = ("red", "green", "blue")
_LARGEST = 1 << 30  # bytes
_MULTIPLES = (1, 2, 4, 8, 16, 32, 64)
_SIDE = 192  # pixels, about; of the pictures that it is tried on
_FAR_OFF = 0.1  # a denoiser that changes a smooth picture by more than this does something else
_CHANGED = 1e-5
_BYTES_PER_PIXEL = 1200  # nobody says; enough for a network of 64 channels at full size
_HINT = "It must take red, green and blue from 0 to 1 and return them cleaner, at the same size."


def take_in_network(file: Path, name: str, catalog: Catalog, user_models: Path) -> Model:
    """Add the network in ``file`` as a model that removes noise, and return it.

    Raises:
        ModelError: the file is no network, or not one that removes noise as the program needs it.
        RestorerError: it cannot be written to ``user_models``.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise ModelError(f"“{file.name}” is too large to be a model.", _HINT)
        network = file.read_bytes()
    except OSError as error:
        raise ModelError(f"“{file.name}” cannot be read: {error.strerror or error}.", _HINT) from error
    multiple_of = _multiple(file.name, network)
    session = OnnxSession(_card(file.name, network, multiple_of, None), network, CPU, 1)
    side = -(-_SIDE // multiple_of) * multiple_of
    photo = _smooth(side)
    result = _run(file.name, session, photo)
    if not np.isfinite(result).all() or np.abs(result - photo).mean() > _FAR_OFF:
        raise ModelError(f"“{file.name}” does not return a photo as it is given one.", _HINT)
    card = _card(file.name, network, multiple_of, _radius(file.name, session, photo, multiple_of))
    taken = {model.card.id for model in catalog.models()}
    card = _named(card, name or file.stem, free_id(f"other-{name or file.stem}", taken))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copyfile(file, folder / card.file)
        np.savez_compressed(folder / "check.npz", photo=photo[None], result=result[None])
        save_card(card, folder)
        return install(folder, card, user_models)


def _multiple(name: str, network: bytes) -> int:
    """Return the number that sides must be a multiple of: the first that odd multiples of are taken of."""
    for multiple_of in _MULTIPLES:
        side = multiple_of * (2 * (_SIDE // multiple_of // 2) + 1)
        session = OnnxSession(_card(name, network, multiple_of, None), network, CPU, 1)
        try:
            result = session.run(_smooth(side), CancelToken())
        except SessionError:
            continue
        if result.shape == (3, side, side):
            return multiple_of
    raise ModelError(f"“{name}” does not return a photo of the size that it is given.", _HINT)


def _radius(name: str, session: OnnxSession, photo: NDArray[np.float32], multiple_of: int) -> int | None:
    """Measure how far a pixel sees; None where it may be the whole photo.

    A block in the middle is changed, at each place within the coarsest grid's cell that matters.
    """
    before, farthest, side = _run(name, session, photo), 0, photo.shape[1]
    for offset in (0, multiple_of // 2, multiple_of - 1):
        middle, other = side // 2 + offset, photo.copy()
        other[:, middle, middle] = 1 - other[:, middle, middle]
        rows, columns = np.nonzero(np.abs(_run(name, session, other) - before).max(axis=0) > _CHANGED)
        if rows.size:
            farthest = max(farthest, int(np.abs(rows - middle).max()), int(np.abs(columns - middle).max()))
    # Small weights far away may not have shown; half as much again is taken to be safe.
    radius = farthest + farthest // 2 + multiple_of
    return radius if radius < side // 2 else None


def _run(name: str, session: OnnxSession, photo: NDArray[np.float32]) -> NDArray[np.float32]:
    try:
        return session.run(photo, CancelToken())
    except SessionError as error:
        raise ModelError(f"“{name}” cannot be run: {error}", _HINT) from error


def _smooth(side: int) -> NDArray[np.float32]:
    """Return a smooth picture ``(3, side, side)`` whose channels differ, lightly noisy."""
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / max(side - 1, 1)
    wave = 0.5 + 0.3 * np.sin(5 * rows) * np.cos(4 * columns)
    planes = np.stack([0.2 + 0.5 * rows, wave, 0.8 - 0.5 * columns])
    noise = 0.02 * np.random.default_rng(1).standard_normal(planes.shape)
    return np.asarray(np.clip(planes + noise, 0, 1), np.float32)


def _card(name: str, network: bytes, multiple_of: int, radius: int | None) -> ModelCard:
    return ModelCard(
        id="other",
        name=name,
        task=Task.DENOISE,
        version="1",
        file="model.onnx",
        sha256=hashlib.sha256(network).hexdigest(),
        licence="Unknown: ask its makers",
        inputs=_RGB,
        outputs=_RGB,
        multiple_of=multiple_of,
        receptive_radius=radius,
        bytes_per_pixel=_BYTES_PER_PIXEL,
    )


def _named(card: ModelCard, name: str, model_id: str) -> ModelCard:
    return dataclasses.replace(
        card,
        id=model_id,
        name=name,
        description="Removes noise. Made elsewhere; what it needs was found out by trying it here.",
        limits=("Nobody here knows what it was trained on, or how good it is: try `restorer evaluate`.",),
    )
