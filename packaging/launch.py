"""The frozen program starts here.

``restorer --training-child …`` is the training child (`restorer.training.worker`), for which a checkout
starts Python. Its torch comes from the training pack, a folder beside the user's models.
"""

import json
import multiprocessing
import sys

TRAINING_CHILD = "--training-child"


def main() -> int:
    """Do what the command line asks for; returns the exit status."""
    if sys.argv[1:2] != [TRAINING_CHILD]:
        from restorer.__main__ import main as start

        return start()
    from restorer import paths

    pack = paths.user_models().parent / "training-pack"
    if not pack.is_dir():
        said = {"message": "The training pack is not installed.", "hint": f"Unpack it as {pack}."}
        print(json.dumps({"event": "failed", **said}), flush=True)
        return 1
    sys.path.append(str(pack))
    from restorer.training.worker import main as train

    return train(sys.argv[2:])


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process that makes batches for training ends here
    sys.exit(main())
