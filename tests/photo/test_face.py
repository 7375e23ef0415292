"""The face of the package: what it exports, and how little it loads."""

import subprocess
import sys

import restorer.photo


def test_the_face_is_sorted_and_there() -> None:
    names = restorer.photo.__all__

    kinds = [(not name.isupper(), not name[0].isupper(), name) for name in names]
    assert kinds == sorted(kinds)
    assert all(hasattr(restorer.photo, name) for name in names)


def test_what_is_slow_to_load_is_loaded_when_needed() -> None:
    program = "import restorer.photo, sys; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"tifffile", "imagecodecs", "rawpy", "pi_heif", "PIL.Image", "PIL.ImageCms"} & set(loaded)
