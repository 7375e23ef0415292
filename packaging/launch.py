"""The frozen program starts here, with the packs that the user added (`restorer.app.packs`) to import from.

``restorer --training-child …`` is the training child (`restorer.training.worker`), for which a checkout
starts Python.
"""

import json
import multiprocessing
import sys

from restorer.app.packs.shelf import users_shelf
from restorer.app.training.child import CHILD_OPTION, PACK_ID
from restorer.errors import PackError

FOR_THE_WINDOW = "gpu"


def main() -> int:
    """Do what the command line asks for; returns the exit status."""
    if sys.argv[1:2] == [CHILD_OPTION]:
        return train()
    add(FOR_THE_WINDOW)
    from restorer.__main__ import main as start

    return start()


def train() -> int:
    """Be the training child, if its pack is there."""
    if not add(PACK_ID):
        said = {
            "message": "The training pack is not installed, or belongs to another version.",
            "hint": "Install it: Help, Packs…, or on the command line: restorer pack install FILE",
        }
        print(json.dumps({"event": "failed", **said}), flush=True)
        return 1
    from restorer.training.worker import main as work

    return work(sys.argv[2:])


def add(pack: str) -> bool:
    """Let Python import from a pack; False if it is not there."""
    try:
        place = users_shelf().place(pack)
    except PackError:  # a damaged installation says so when it is asked about packs; it restores all the same
        return False
    if place is not None:
        sys.path.append(str(place))
    return place is not None


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process that makes batches for training ends here
    sys.exit(main())
