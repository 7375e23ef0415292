"""Makes the installer for Windows out of the bundle, with NSIS.

Signed when the environment names a certificate: RESTORER_SIGN is what signtool is to be given, for instance
``/n "My Company" /tr http://timestamp.digicert.com /td sha256 /fd sha256``.
"""

import os
import shlex
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent / "windows" / "restorer.nsi"


def build(bundle: Path, work: Path, version: str, output: Path) -> Path:
    """Make the installer of ``bundle`` in the folder ``output`` and return it."""
    for program in sorted(bundle.glob("*.exe")):
        sign(program)
    write_lists(bundle, work)
    installer = output / f"restorer-{version}-windows-setup.exe"
    compile_installer(bundle, work, version, installer)
    sign(installer)
    return installer


def write_lists(bundle: Path, work: Path) -> None:
    """Write what is installed and what is removed, file by file.

    A folder that the user chose is never deleted with whatever is in it: only what was put there.
    """
    files = sorted(path.relative_to(bundle) for path in bundle.rglob("*") if path.is_file())
    folders = sorted({folder for file in files for folder in file.parents if folder != Path()})
    install, remove = [], [f'Delete "$INSTDIR\\{backslashed(file)}"' for file in files]
    for folder in [Path(), *folders]:
        install.append(
            f'SetOutPath "$INSTDIR\\{backslashed(folder)}"' if folder.parts else "SetOutPath $INSTDIR"
        )
        install += [f'File "{bundle / file}"' for file in files if file.parent == folder]
    remove += [f'RMDir "$INSTDIR\\{backslashed(folder)}"' for folder in reversed(folders)]
    (work / "install.nsh").write_text("\n".join(install) + "\n", encoding="utf-8")
    (work / "remove.nsh").write_text("\n".join(remove) + "\n", encoding="utf-8")


def backslashed(path: Path) -> str:
    """Return a relative path as NSIS and Windows write it."""
    return "\\".join(path.parts).replace("$", "$$")


def compile_installer(bundle: Path, work: Path, version: str, installer: Path) -> None:
    """Run makensis on the lists in ``work``."""
    size = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file())
    values = {"VERSION": version, "WORK": work, "OUTPUT": installer, "KILOBYTES": size // 1024}
    defined = [f"-D{name}={value}" for name, value in values.items()]
    # Any warning is an error: a wrong installer is found out on somebody else's computer.
    subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, SCRIPT], check=True)


def sign(program: Path) -> None:
    """Sign a program, if there is something to sign with."""
    if options := os.environ.get("RESTORER_SIGN"):
        subprocess.run(["signtool", "sign", *shlex.split(options), program], check=True)
