"""Makes the AppImage: one file that runs on any Linux without being installed.

Its head (appimage/runtime.c) is compiled here from the distribution's own packages rather than downloaded, so
that the file holds nothing that was not built from source; its image is a squashfs of the bundle.
"""

import os
import shutil
import subprocess
from pathlib import Path

import debian

HERE = Path(__file__).resolve().parent / "appimage"
TOOLS = {"gcc": "gcc", "mksquashfs": "squashfs-tools"}
LIBRARIES = {
    "squashfuse": "libsquashfuse-dev",
    "fuse3": "libfuse3-dev",
    "z": "zlib1g-dev",
    "lzma": "liblzma-dev",
    "zstd": "libzstd-dev",
    "lzo2": "liblzo2-dev",
    "lz4": "liblz4-dev",
}
"""What the head is linked with, and the Debian package of each."""
MAGIC = b"AI\x02"
MAGIC_AT = 8


def missing_packages() -> list[str]:
    """Return the Debian packages that making an AppImage takes and this machine lacks."""
    lacking = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    for library, package in LIBRARIES.items():
        if not any(Path("/usr/lib").glob(f"**/lib{library}.a")):
            lacking.append(package)
    return lacking


def build(bundle: Path, icons: Path, version: str, moment: int, work: Path, output: Path) -> Path:
    """Make the AppImage of ``bundle`` in the folder ``output`` and return it.

    ``moment`` (seconds since 1970) is the time that every file in it gets.

    Raises:
        ValueError: its head cannot be compiled, or does not find its image.
    """
    folder = fill(bundle, icons, version, moment, work / "AppDir")
    head = compile_head(work / "appimage-runtime")
    image = work / "image.squashfs"
    image.unlink(missing_ok=True)
    options = ["-noappend", "-quiet", "-no-progress", "-root-owned", "-comp", "zstd"]
    options += ["-Xcompression-level", "22", "-b", "1M", "-mkfs-time", str(moment), "-all-time", str(moment)]
    # The times are given; mksquashfs refuses to be told twice.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(["mksquashfs", folder, image, *options], env=environment, check=True)
    file = output / f"Restorer-{version}-{os.uname().machine}.AppImage"
    file.write_bytes(head.read_bytes() + image.read_bytes())
    file.chmod(0o755)
    shutil.rmtree(folder)
    image.unlink()
    said = subprocess.run([file, "--appimage-offset"], capture_output=True, text=True, check=True).stdout
    if int(said) != head.stat().st_size:
        raise ValueError(f"the image begins at {head.stat().st_size}, its head says {said}")
    return file


def fill(bundle: Path, icons: Path, version: str, moment: int, folder: Path) -> Path:
    """Make the AppDir: the bundle, and what desktops that know AppImages look for."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bundle, folder / "usr/lib/restorer", symlinks=True)
    debian.add_desktop(folder, icons, version, moment)
    (folder / "AppRun").symlink_to("usr/lib/restorer/restorer")
    shutil.copy(folder / "usr/share/applications/restorer.desktop", folder)
    shutil.copy(icons / "restorer-256.png", folder / "restorer.png")
    (folder / ".DirIcon").symlink_to("restorer.png")
    (folder / "usr/share/doc").mkdir()
    texts = [Path("/usr/share/doc", package, "copyright") for package in LIBRARIES.values()]
    licences = "\n\n".join(text.read_text(encoding="utf-8") for text in texts if text.is_file())
    (folder / "usr/share/doc/runtime-copyright").write_text(licences, encoding="utf-8")
    return folder


def compile_head(program: Path) -> Path:
    """Compile the head, with everything it needs in it, and mark it as that of an AppImage."""
    libraries = ["squashfuse_ll", *LIBRARIES, "pthread", "dl"]
    options = ["-O2", "-Wall", "-Wextra", "-static", "-s", "-Wl,--build-id=none"]
    command: list[str | Path] = ["gcc", *options, "-o", program, HERE / "runtime.c"]
    command += [f"-l{library}" for library in libraries]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(f"the head of the AppImage cannot be compiled:\n{done.stderr}")
    content = bytearray(program.read_bytes())
    content[MAGIC_AT : MAGIC_AT + len(MAGIC)] = MAGIC
    program.write_bytes(content)
    return program
