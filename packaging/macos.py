"""Makes the disk image for macOS out of the application. Runs on macOS only.

Signed when RESTORER_IDENTITY names a "Developer ID Application" certificate in the keychain, and then
notarised when RESTORER_NOTARY names a profile made by ``xcrun notarytool store-credentials``. Without them
the application is signed ad hoc, and people must allow it by hand the first time.
"""

import os
import platform
import shutil
import subprocess
from pathlib import Path

ENTITLEMENTS = Path(__file__).resolve().parent / "macos" / "entitlements.plist"


def build(application: Path, work: Path, version: str, output: Path) -> Path:
    """Make the disk image of ``application`` in the folder ``output`` and return it."""
    identity = os.environ.get("RESTORER_IDENTITY", "-")
    sign(application, identity)
    image = output / f"Restorer-{version}-macos-{platform.machine()}.dmg"
    make_image(application, work / "image", version, image)
    if identity != "-":
        run("codesign", "--sign", identity, "--timestamp", image)
        if profile := os.environ.get("RESTORER_NOTARY"):
            run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
            run("xcrun", "stapler", "staple", image)
            run("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image)
    return image


def sign(application: Path, identity: str) -> None:
    """Sign every library, then the application around them: what is inside must be signed first."""
    hardened: list[str | Path] = ["--options", "runtime", "--entitlements", ENTITLEMENTS]
    options: list[str | Path] = [
        "--force",
        "--sign",
        identity,
        *(["--timestamp", *hardened] if identity != "-" else []),
    ]
    inside = [
        p for p in sorted(application.rglob("*")) if p.suffix in (".so", ".dylib") and not p.is_symlink()
    ]
    for library in inside:
        run("codesign", *options, library)
    run("codesign", *options, application)
    run("codesign", "--verify", "--deep", "--strict", application)


def make_image(application: Path, folder: Path, version: str, image: Path) -> None:
    """Write a disk image with the application beside a link to the folder it is to be dragged to."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run("ditto", application, folder / application.name)
    (folder / "Applications").symlink_to("/Applications")
    name = f"Restorer {version}"
    run("hdiutil", "create", "-volname", name, "-srcfolder", folder, "-format", "ULFO", "-ov", image)


def run(*command: str | Path) -> None:
    """Run a command that must end well."""
    subprocess.run(command, check=True)
