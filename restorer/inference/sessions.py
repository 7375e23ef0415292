"""A network made ready to run on a device; the only module that speaks to onnxruntime's sessions.

The engine asks for sessions through `SessionFactory`, so that tests can hand it devices that fail.
"""

import functools
import hashlib
import importlib
import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from restorer.errors import Cancelled, ModelError
from restorer.inference import arena
from restorer.inference.card import ModelCard
from restorer.inference.devices import CPU, WEBGPU_PACKAGE, WEBGPU_PROVIDER, Device
from restorer.progress import CancelToken

logger = logging.getLogger(__name__)

_LARGEST_NETWORK = (1 << 31) - 1  # more than that the format of ONNX cannot hold
_FITTED_KEPT = 2
"""Networks made for one size that are kept, up to 50 MB each. Tiles have one size, cells with repairs few."""
_NO_SUCH_FOLDER = "no-external-data"
_OUT_OF_MEMORY = (
    "allocate",
    "alloc_failed",
    "out of memory",
    "outofmemory",
    "bad_alloc",
    "not enough memory",
    "8007000e",
)


class SessionError(Exception):
    """A device could not run a network; the message is the library's own."""


class OutOfMemoryError(SessionError):
    """A device had too little memory for a run; a smaller one may succeed."""


class Session(Protocol):
    """A network on a device."""

    @property
    def provider(self) -> str:
        """What really runs the network, as onnxruntime calls it."""

    def run(
        self, planes: NDArray[np.float32], token: CancelToken, *, fitted: bool = False
    ) -> NDArray[np.float32]:
        """Run the network on ``(C, H, W)``, which must not change meanwhile, and return ``(C', H, W)``.

        The result lies in memory of its own: the caller fills what it gave with other pixels. With ``fitted``
        the network may be made anew for planes of this size, which takes some milliseconds: then it needs
        less memory and a little less time. It may round the last bit in another way than without.

        Raises:
            SessionError: the device failed.
            Cancelled: ``token`` was cancelled before or meanwhile.
        """

    def reserve(self, height: int, width: int, *, fitted: bool = False) -> None:
        """Do at once what runs on planes of up to this size would begin with: make the network, get memory.

        What was got before, and not given back since, counts; what somebody else is getting is waited for.
        """

    def give_back(self) -> None:
        """Give memory kept for the next run back to the system."""


class SessionFactory(Protocol):
    """Makes sessions."""

    def __call__(self, card: ModelCard, network: bytes, device: Device, threads: int) -> Session:
        """Make ``network`` (a checked ONNX file) ready to run on ``device``.

        Raises:
            ModelError: the network is damaged or breaks the contract of its card.
            SessionError: the device cannot be used, or not for this network.
        """


class OnnxSession:
    """A session of onnxruntime that keeps the contract of a model's card."""

    def __init__(self, card: ModelCard, network: bytes, device: Device, threads: int) -> None:
        session = _create(card, network, device, threads)
        self._input, self._output = _check_contract(card, session)
        self._session = session
        self._sides = _names_of_sides(session) if device == CPU else None
        self._fitted = functools.lru_cache(_FITTED_KEPT)(
            lambda *sides: _create(card, network, device, threads, dict(sides))
        )
        self._bytes_per_pixel = card.bytes_per_pixel - 4 * len(card.inputs)
        self._reserved = 0
        self._reserving = threading.Lock()
        self.provider = str(session.get_providers()[0])

    def run(
        self, planes: NDArray[np.float32], token: CancelToken, *, fitted: bool = False
    ) -> NDArray[np.float32]:
        """Run the network on ``(C, H, W)`` and return ``(C', H, W)``; see `Session`."""
        import onnxruntime

        options = onnxruntime.RunOptions()
        token.check()
        remove = token.on_cancel(lambda: setattr(options, "terminate", True))
        try:
            session = self._session_for(*planes.shape[1:]) if fitted else self._session
            # Bound, so that the result stays where the network wrote it instead of being copied.
            binding = session.io_binding()
            binding.bind_cpu_input(self._input, np.ascontiguousarray(planes[np.newaxis], np.float32))
            binding.bind_output(self._output, "cpu")
            session.run_with_iobinding(binding, options)
            result: NDArray[np.float32] = np.asarray(_Result(binding.get_outputs()[0]))
            return result.reshape(result.shape[1:])
        except _library_errors() as error:
            if token.cancelled:
                raise Cancelled from error
            raise _as_session_error(error) from error
        finally:
            remove()

    def reserve(self, height: int, width: int, *, fitted: bool = False) -> None:
        """Make the network and get the memory for runs on planes of up to this size; see `Session`."""
        pixels = height * width
        with self._reserving:
            if self.provider != CPU.provider or pixels <= self._reserved:
                return
            try:
                if fitted:
                    self._session_for(height, width)
                arena.reserve(pixels * self._bytes_per_pixel)
                self._reserved = pixels
            except _library_errors() as error:
                logger.info("memory is not reserved but taken as needed: %s", error)

    def give_back(self) -> None:
        """Give memory kept for the next run back to the system; see `Session`."""
        with self._reserving:
            self._reserved = 0
            try:
                arena.give_back()
            except _library_errors() as error:  # it costs memory, not the result
                logger.warning("memory was not given back: %s", error)

    def _session_for(self, height: int, width: int) -> Any:
        """Return the network made for planes of this size, if that can be done."""
        return self._fitted(*zip(self._sides, (height, width), strict=True)) if self._sides else self._session


class _Result:
    """Lets numpy look at a tensor of onnxruntime without a copy, and keeps the tensor alive meanwhile."""

    def __init__(self, tensor: Any) -> None:
        self._tensor = tensor
        self.__array_interface__ = {
            "shape": tuple(tensor.shape()),
            "typestr": "<f4",
            "data": (tensor.data_ptr(), False),
            "version": 3,
        }


def _create(
    card: ModelCard, network: bytes, device: Device, threads: int, sides: Mapping[str, int] | None = None
) -> Any:
    """Return a session of onnxruntime's, for planes of any size or of these ``sides``."""
    import onnxruntime

    options = arena.options_with_store(threads)
    for name, length in (sides or {}).items():
        # Where it knows that two tensors are of one size, onnxruntime adds one to the other in its place.
        options.add_free_dimension_override_by_name(name, length)
        # But it would also hold memory for all tensors of one size from the first of them to the last.
        options.enable_mem_reuse = False
    # The checksum covers one file, so weights in another one are refused wherever they claim to lie.
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", _NO_SUCH_FOLDER)
    try:
        if device.provider == WEBGPU_PROVIDER:
            options.add_provider_for_devices(_webgpu_devices(), {})
            return onnxruntime.InferenceSession(network, options)
        providers = [device.provider] if device is CPU else [device.provider, CPU.provider]
        return onnxruntime.InferenceSession(network, options, providers=providers)
    except _broken_network_errors() as error:
        raise _damaged(card) from error
    except _library_errors() as error:
        if device == CPU:
            raise _damaged(card) from error
        raise _as_session_error(error) from error


def _damaged(card: ModelCard) -> ModelError:
    return ModelError(
        f"The network of the model “{card.id}” cannot be loaded: it is damaged, or made for another program.",
        "Install the model again, or choose another one.",
    )


def _check_contract(card: ModelCard, session: Any) -> tuple[str, str]:
    """Return the names of the network's input and output."""
    ends = session.get_inputs(), session.get_outputs()
    for values, planes, what in zip(ends, (card.inputs, card.outputs), ("takes", "returns"), strict=True):
        fits = (
            len(values) == 1
            and values[0].type == "tensor(float)"
            and len(values[0].shape) == 4
            and _may_be(values[0].shape[0], 1)
            and _may_be(values[0].shape[1], len(planes))
            and not any(isinstance(side, int) for side in values[0].shape[2:])
        )
        if not fits:
            raise ModelError(
                f"The network of the model “{card.id}” {what} something else than its card says.",
                f"It must take and return one float32 tensor (1, planes, H, W) of any size; the card names "
                f"{len(card.inputs)} planes in and {len(card.outputs)} out.",
            )
    return str(ends[0][0].name), str(ends[1][0].name)


def _names_of_sides(session: Any) -> tuple[str, str] | None:
    """Return what a network calls its input's height and width; None if it does not tell them apart."""
    height, width = session.get_inputs()[0].shape[2:]
    named = isinstance(height, str) and isinstance(width, str) and height != width
    return (height, width) if named else None


def _may_be(dimension: object, value: int) -> bool:
    return not isinstance(dimension, int) or dimension == value


@functools.cache
def _register_webgpu() -> None:
    import onnxruntime

    package = importlib.import_module(WEBGPU_PACKAGE)
    onnxruntime.register_execution_provider_library("webgpu", package.get_library_path())


def _webgpu_devices() -> list[Any]:
    import onnxruntime

    _register_webgpu()
    devices = [device for device in onnxruntime.get_ep_devices() if device.ep_name == WEBGPU_PROVIDER]
    if not devices:
        raise RuntimeError("no GPU was found")
    return devices[:1]


def _broken_network_errors() -> tuple[type[Exception], ...]:
    from onnxruntime.capi import onnxruntime_pybind11_state as library

    return library.InvalidProtobuf, library.InvalidGraph, library.NoModel, library.NoSuchFile


def _library_errors() -> tuple[type[Exception], ...]:
    from onnxruntime.capi import onnxruntime_pybind11_state as library

    own = [kind for kind in vars(library).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    return (*own, RuntimeError, ValueError, MemoryError, OSError, ImportError)


def _as_session_error(error: Exception) -> SessionError:
    text = str(error) or type(error).__name__
    if isinstance(error, MemoryError) or any(sign in text.lower() for sign in _OUT_OF_MEMORY):
        return OutOfMemoryError(text)
    return SessionError(text)


def read_network(card: ModelCard, file: Path) -> bytes:
    """Return the bytes of a model's file, whose checksum must be the card's.

    Raises:
        ModelError: the file is missing, or not the one the card speaks of.
    """
    hint = "Install the model again, or choose another one."
    try:
        if file.stat().st_size > _LARGEST_NETWORK:
            raise ModelError(f"The file “{file.name}” of the model “{card.id}” is far too large.", hint)
        network = file.read_bytes()
    except OSError as error:
        raise ModelError(f"The file “{file.name}” of the model “{card.id}” cannot be read.", hint) from error
    if hashlib.sha256(network).hexdigest() != card.sha256:
        raise ModelError(
            f"The file “{file.name}” of the model “{card.id}” is damaged: its checksum is wrong.", hint
        )
    return network
