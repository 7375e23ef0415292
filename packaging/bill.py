"""Writes down what is in the bundle: ``python bill.py WORK BUNDLE``.

Reads PyInstaller's own record of what it collected (in WORK), finds whom each file came from, and writes into
BUNDLE a bill of materials (``bill-of-materials.cdx.json``, CycloneDX 1.6) and every licence text
(``THIRD-PARTY-LICENCES.txt``). Runs in the environment that the bundle was made in. For a pack it is
``python bill.py --pack FOLDER BILL NAME``; its licences are put into FOLDER.
"""

import ast
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LICENCES = Path(__file__).resolve().parent / "licences"
BILL, NOTICES = "bill-of-materials.cdx.json", "THIRD-PARTY-LICENCES.txt"
_LICENCE_FILE = re.compile(
    r"(^|/)(LICEN[CS]E|COPYING|NOTICE|ThirdPartyNotices)[^/]*$|/licenses/", re.IGNORECASE
)
# These wheels name their licence but do not carry its text.
_TEXTS = {"pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}


@dataclass
class Component:
    """A thing in the bundle that somebody else made; ``licence`` is what its maker calls it."""

    name: str
    version: str
    licence: str
    address: str
    kind: str = "library"
    sha256: str = ""
    texts: list[Path] = field(default_factory=list)


def main() -> None:
    """Write both files."""
    if sys.argv[1] == "--pack":
        folder = Path(sys.argv[2])
        components = list(map(_from_distribution, metadata.distributions(path=[str(folder)])))
        write(components, Path(sys.argv[3]), folder / NOTICES, sys.argv[4])
    else:
        bundle = Path(sys.argv[2])
        components = list(components_of(collected(Path(sys.argv[1]))))
        write(components, bundle / BILL, bundle / NOTICES, "Restorer")


def write(components: list[Component], bill: Path, texts: Path, name: str) -> None:
    """Write the bill of materials of what is called ``name``, and the licence texts."""
    sys.path.insert(0, str(ROOT))
    from restorer import __version__

    components.sort(key=lambda component: component.name.lower())
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        **described(components, __version__, name),
    }
    bill.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    texts.write_text(notices(components), encoding="utf-8")
    silent = [
        component.name for component in components if not component.texts and component.kind == "library"
    ]
    print(f"{len(components)} components; without a licence text of their own: {', '.join(silent) or 'none'}")


def collected(work: Path) -> list[Path]:
    """Return the files that PyInstaller put into the bundle, where it took them from."""
    found: set[Path] = set()
    for record in work.glob("*-00.toc"):
        if record.name.startswith(("COLLECT", "PYZ")):
            found |= set(_sources(ast.literal_eval(record.read_text(encoding="utf-8"))))
    return sorted(found)


def _sources(record: object) -> Iterator[Path]:
    if isinstance(record, tuple) and len(record) == 3 and all(isinstance(part, str) for part in record):
        if record[2] != "SYMLINK":
            yield Path(record[1])
    elif isinstance(record, list | tuple):
        for part in record:
            yield from _sources(part)


def components_of(files: list[Path]) -> Iterator[Component]:
    """Return whom the files came from: Python, installed distributions, the system, and the models."""
    owners = {
        Path(str(entry.locate())).resolve(): distribution
        for distribution in metadata.distributions()
        for entry in distribution.files or []
    }
    used = {owner.name: owner for file in files if (owner := owners.get(file.resolve())) is not None}
    used["pyinstaller"] = metadata.distribution("pyinstaller")  # its starter
    yield from map(_from_distribution, used.values())
    python = Path(sysconfig.get_path("stdlib"))
    version = platform.python_version()
    yield Component(
        *("Python", version, "Python-2.0", f"pkg:generic/python@{version}"),
        texts=[text for text in (python / "LICENSE.txt", python.parent / "LICENSE.txt") if text.is_file()],
    )
    ours = (ROOT, python.resolve(), Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve())
    strangers = [file for file in files if not any(file.resolve().is_relative_to(place) for place in ours)]
    yield from _from_system(strangers)
    yield from map(_from_card, sorted((ROOT / "models").glob("*/card.json")))


def _from_distribution(distribution: metadata.Distribution) -> Component:
    about = distribution.metadata
    name, version = distribution.name, distribution.version
    classes = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License")]
    licence = _said(about, "License-Expression") or _said(about, "License") or ", ".join(classes)
    texts = [Path(str(f.locate())) for f in distribution.files or [] if _LICENCE_FILE.search(str(f))]
    texts = [text for text in texts if text.is_file() and text.suffix not in (".py", ".pyc")]
    normal = re.sub(r"[-_.]+", "-", name).lower()
    texts += [LICENCES / text for text in _TEXTS.get(normal, ())]
    return Component(
        *(name, version, licence.split("\n")[0], f"pkg:pypi/{normal}@{version}"), texts=sorted(texts)
    )


def _said(about: metadata.PackageMetadata, field_name: str) -> str:
    return str(about[field_name]) if field_name in about else ""


def _from_system(files: list[Path]) -> Iterator[Component]:
    """Return the Debian packages that the files are from; elsewhere a component for each file."""
    packages: set[str] = set()
    for file in files:
        package = _debian_package(file)
        if package is None:
            yield Component(file.name, "", "see the system it is from", f"pkg:generic/{file.name}")
        else:
            packages.add(package)
    for package in packages:
        asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        name = package.partition(":")[0]
        address = f"pkg:deb/debian/{name}@{version}"
        yield Component(name, version, "see its text", address, texts=[text] if text.is_file() else [])


def _debian_package(file: Path) -> str | None:
    if not sys.platform.startswith("linux"):
        return None
    for place in (file, file.resolve(), Path(str(file.resolve()).removeprefix("/usr"))):
        asked = subprocess.run(["dpkg", "-S", place], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.partition(": ")[0].partition(",")[0]
    return None


def _from_card(card: Path) -> Component:
    about = json.loads(card.read_text(encoding="utf-8"))
    name, version = f"model {about['id']}", about["version"]
    address = f"pkg:generic/restorer-model-{about['id']}@{version}"
    kind = "machine-learning-model"
    return Component(name, version, about["licence"], address, kind, sha256=about["sha256"])


def described(components: list[Component], version: str, name: str) -> dict[str, object]:
    """Return the parts of a CycloneDX document about the components, the same for the same bundle."""
    made = {"type": "application", "name": name, "version": version, "bom-ref": "restorer"}
    entries = [
        {
            "type": component.kind,
            "bom-ref": component.address,
            "name": component.name,
            **({"version": component.version} if component.version else {}),
            "licenses": [{"license": {"name": component.licence or "see its text"}}],
            "purl": component.address,
            **({"hashes": [{"alg": "SHA-256", "content": component.sha256}]} if component.sha256 else {}),
        }
        for component in components
    ]
    serial = uuid.UUID(hashlib.sha256(json.dumps(entries).encode()).hexdigest()[:32])
    moment = metadata_time()
    return {
        "serialNumber": f"urn:uuid:{serial}",
        "metadata": {**({"timestamp": moment} if moment else {}), "component": made},
        "components": entries,
        "dependencies": [{"ref": "restorer", "dependsOn": [component.address for component in components]}],
    }


def metadata_time() -> str:
    """Return the moment of the commit that is built, if it is known."""
    from datetime import UTC, datetime

    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(stamp), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else ""


def notices(components: list[Component]) -> str:
    """Return every licence text, each once, under the names of the components that it is for."""
    texts: dict[str, list[str]] = {}
    for component in components:
        for file in component.texts:
            text = file.read_text(encoding="utf-8", errors="replace").strip()
            title = f"{component.name} {component.version}".strip()
            texts.setdefault(text, []).append(f"{title} ({file.name})")
    line = "=" * 100
    lines = [
        "Restorer stands on the work of others. What is in this bundle, under which licence:\n",
        *(f"  {c.name} {c.version}: {c.licence}" for c in components),
        "\nEvery library under the LGPL (Qt, PySide6, LibRaw, libheif, libde265, GLib and others) is a file",
        "of its own in the folder _internal and may be replaced by a changed one. The texts follow.",
        *(f"\n{line}\n{chr(10).join(names)}\n{line}\n\n{text}" for text, names in texts.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
