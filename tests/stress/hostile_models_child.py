"""Loads and runs hostile networks one after the other, as the program does with a model that a user added."""

import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress")]

import numpy as np  # noqa: E402
from child import Case, face, refused  # noqa: E402
from hostile_models import hostile_networks  # noqa: E402
from tiny_models import write_model  # noqa: E402

from restorer.errors import Cancelled, RestorerError  # noqa: E402
from restorer.inference.catalog import Catalog  # noqa: E402
from restorer.inference.engine import Engine  # noqa: E402
from restorer.progress import CancelToken, Progress  # noqa: E402

PATIENCE = 5.0
"""Seconds after which the user of a network that does not end asks to stop."""


def cases(outside: Path) -> Iterator[Case]:
    """Yield hostile models; ``outside`` is a file that none may read."""
    outside.write_bytes(b"\0\0\x80\x3f")
    for name, network in hostile_networks(str(outside)):
        yield name, lambda folder, network=network: write_model(folder, network, id="hostile"), attempt


def attempt(folder: Path) -> dict[str, Any]:
    """Run the model on a small picture; return what came of it."""
    result = np.full((3, 40, 48), -1, np.float32)
    token = CancelToken()
    alarm = threading.Timer(PATIENCE, token.cancel)
    alarm.start()
    try:
        model = Catalog([folder.parent]).find("hostile")
        Engine("cpu", 50_000_000, 1).run(
            model,
            lambda box: np.full((3, box.height, box.width), 0.5, np.float32),
            lambda box, planes: result.__setitem__((slice(None), *box.slices), planes),
            result.shape[1:],
            progress=Progress(token=token),
        )
    except RestorerError as error:
        return refused(error)
    except Cancelled:
        return {"outcome": "stopped", "words": ""}
    finally:
        alarm.cancel()
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    assert np.isfinite(result).all(), "no numbers were handed over"
    return {"outcome": "ran", "words": ""}


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    face(cases(Path(told["folder"]) / "outside.bin"), told)
