"""Bring the translations up to date: new texts of the window into the .ts files, and those into .qm files.

    python packaging/translate.py [--check]

The core's sentences are texts too, which core_sentences.py finds; core.json has the window know them.

Qt Linguist opens the .ts files (`pyside6-linguist resources/translations/restorer_de.ts`); so does any
editor. A new language is a copy of one of them, with its ending and the entry ``language`` changed, and a
line in restorer/gui/languages.py. ``--check`` changes nothing and names what is missing; exit status 1 if
anything is.
"""

import argparse
import ast
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from core_sentences import PLACE, templates

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "restorer" / "gui"
TRANSLATIONS = ROOT / "resources" / "translations"
CORE_CONTEXT, CORE_FILE = "core", "core.json"
MARKS = ("translate", "QT_TRANSLATE_NOOP")
OPTIONS = (
    "-extensions",
    "py",
    "-no-obsolete",
    "-locations",
    "none",
    "-disable-heuristic",
    "similartext",
    "-silent",
)


def main() -> int:
    """Update or check all languages. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing; name what is missing")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        place = TRANSLATIONS
        if check:
            place = Path(shutil.copytree(TRANSLATIONS, Path(folder) / "checked"))
        files = sorted(place.glob("*.ts"))
        said = templates()
        (place / CORE_FILE).write_text(
            json.dumps(said, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n"
        )
        extract(files, said, Path(folder))
        missing = {file.name: unfinished(file) for file in files}
        for file in files:
            run("lrelease", "-silent", str(file))
        made = [*sorted(place.glob("*.qm")), place / CORE_FILE]
        stale = [file for file in made if not same(file, TRANSLATIONS / file.name)]
    for name, texts in missing.items():
        for text in texts:
            print(f"{name}: not translated: {text}")
    if check and stale:
        print(f"not up to date: {', '.join(file.name for file in stale)}")
    return 1 if any(missing.values()) or (check and stale) else 0


def extract(files: list[Path], said: list[str], folder: Path) -> None:
    """Put every text of the window, and what the core has ``said``, into ``files`` (.ts).

    What is there already stays translated.
    """
    wrapped = folder / "wrapped.py"
    texts = {*wrapped_texts(), *((CORE_CONTEXT, template) for template in said)}
    calls = [f"QCoreApplication.translate({context!r}, {text!r})\n" for context, text in sorted(texts)]
    wrapped.write_text("".join(calls), encoding="utf-8")
    run("lupdate", *OPTIONS, str(WINDOW), str(wrapped), "-ts", *map(str, files))


def wrapped_texts() -> Iterator[tuple[str, str]]:
    """Give context and text of calls of functions like ``_tr``, which lupdate does not see through."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(WINDOW.rglob("*.py"))]
    own = [
        {
            function.name: context
            for function in tree.body
            if isinstance(function, ast.FunctionDef) and (context := context_of(function))
        }
        for tree in trees
    ]
    public = {name: context for names in own for name, context in names.items() if not name.startswith("_")}
    for tree, names in zip(trees, own, strict=True):
        imported = [
            alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
        ]
        contexts = {
            **names,
            **{it.asname or it.name: public[it.name] for it in imported if it.name in public},
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in contexts:
                text = node.args[0] if node.args else None
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield contexts[node.func.id], text.value


def context_of(function: ast.FunctionDef) -> str:
    """Return the context in which a function translates its first argument; empty if it does not."""
    first = function.args.args[0].arg if function.args.args else ""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and len(node.args) == 2:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            context, text = node.args
            if name in MARKS and isinstance(context, ast.Constant) and getattr(text, "id", "") == first:
                return str(context.value)
    return ""


def unfinished(file: Path) -> list[str]:
    """Return the texts that a .ts file does not translate, or whose translation has other places."""
    return [
        text
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if not translates(message, text := message.findtext("source", ""), context.findtext("name", ""))
    ]


def translates(message: ElementTree.Element, text: str, context: str) -> bool:
    """Whether a message of a .ts file is finished, and gives a sentence of the core all its places back."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    words = "".join(translation.itertext())
    places_stay = sorted(PLACE.findall(words)) == sorted(PLACE.findall(text))
    return bool(words.strip()) and (context != CORE_CONTEXT or places_stay)


def same(one: Path, other: Path) -> bool:
    """Whether two files hold the same."""
    return other.is_file() and one.read_bytes() == other.read_bytes()


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which come with PySide6."""
    from PySide6 import __file__ as pyside

    program = shutil.which(tool, path=str(Path(pyside).parent))
    if program is None:
        sys.exit(f"{tool} is not in {Path(pyside).parent}; install PySide6-Essentials.")
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
