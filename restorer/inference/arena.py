"""The store of memory that all networks on the CPU share.

onnxruntime's own store doubles whenever it grows, and what it got piece by piece it cannot join again:
a U-Net needs 180 to 280 bytes per pixel in it, twice and more of what is ever in use at once. This store
grows by what is asked for, and is given its full size in one piece before the first tile.
"""

import functools
from typing import Any

import numpy as np

_MOST = 4 << 30

# An ONNX network of 84 bytes that makes a tensor of as many float32 as it is told, and returns their number.
_FILLER = (
    b'\x08\x08\x12\x00:H\n\x17\n\x01n\x12\x01m"\x0fConstantOfShape\n\x0c\n\x01m\x12\x01s"\x04Size'
    b"\x12\x01gZ\x0f\n\x01n\x12\n\n\x08\x08\x07\x12\x04\n\x02\x08\x01b\x0b\n\x01s\x12\x06\n\x04\x08\x07"
    b"\x12\x00B\x04\n\x00\x10\x11"
)


@functools.cache
def register() -> None:
    """Make the store; sessions made with `options_with_store` take their memory from it."""
    import onnxruntime

    store = onnxruntime.OrtArenaCfg(
        {
            "arena_extend_strategy": 1,  # by what is asked for
            "initial_chunk_size_bytes": 1 << 16,
            "max_dead_bytes_per_chunk": 1 << 16,  # a piece's rest is used for something else
            "initial_growth_chunk_size_bytes": -1,
            "max_mem": _MOST,  # a hostile network may ask for anything, even while it is loaded
        }
    )
    place = onnxruntime.OrtMemoryInfo(
        "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
    )
    onnxruntime.create_and_register_allocator(place, store)


def options_with_store(threads: int) -> Any:
    """Return options for a session that takes its memory from the store."""
    import onnxruntime

    register()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4  # everything that goes wrong is said by us
    # Tiles are few and equally large: patterns recorded per shape would only take memory of their own.
    options.enable_mem_pattern = False
    # A thread that waits for the others should not keep its core busy: files are read and packed meanwhile.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.use_env_allocators", "1")
    return options


def reserve(size: int) -> None:
    """Let the store grow by ``size`` bytes, in one piece. Raises what onnxruntime raises."""
    _filler().run(None, {"n": np.array([size // 4], np.int64)})


def give_back() -> None:
    """Give what is not in use back to the system."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    _filler().run(None, {"n": np.array([0], np.int64)}, options)


@functools.cache
def _filler() -> Any:
    import onnxruntime

    return onnxruntime.InferenceSession(_FILLER, options_with_store(1), providers=["CPUExecutionProvider"])
