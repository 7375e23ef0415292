"""Find what the core says: its sentences, which the window translates when it shows them.

What bundled models say on their cards, and what packs are called, is taken from where it stands.

The core speaks English and knows no translator. So its sentences are read from its source: whatever looks
like one, and what is given to errors and to progress as a note, with the phrases that are put into them. An
f-string becomes a template with numbered places: ``“{0}” is empty.`` `restorer.gui.core_sentences` recognises
them.
"""

import ast
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CORE = Path(__file__).resolve().parent.parent / "restorer"
MODELS, PACKS = CORE.parent / "models", CORE.parent / "packaging" / "packs.py"
PARTS = ("photo", "inference", "restoration", "app", "training", "errors.py", "settings.py")
ON_THE_COMMAND_LINE = (  # alone: no window shows what these say
    "app/batch/cluster.py", "app/batch/watch.py", "app/contact_sheet.py", "app/evaluation", "app/findings.py",
    "app/provenance.py", "app/verifying.py", "training/ageing", "training/batches.py", "training/faces.py",
    "training/tasks",
)  # fmt: skip
PUT_TOGETHER = (  # by more than an f-string, so that no reader of source finds them
    "8 bits", "16 bits", "more than {0}", "This file will hold {0}; this photo has {1}.",
    "{0} holds {1}; this photo has {2}.",
    "Noise of {0} (of 255).", "Faint noise of {0} (of 255).", "Noise of {0} (of 255): nothing to speak of.",
    "Compression damage of {0} (of 255).", "Compression damage of {0} (of 255): nothing to speak of.",
    "One scratch or fold", "{0} scratches or folds", "One speck", "{0} specks",
    "One scratch or fold and one speck", "One scratch or fold and {0} specks",
    "{0} scratches or folds and one speck", "{0} scratches or folds and {1} specks",
    "This looks unlike the photos that the networks know: {0} and {1}.",
    "{0}, mostly at the {1}", "top", "bottom", "left", "right",
    "top left", "top right", "bottom left", "bottom right",
    "{0}, strength {1} %, on {2}", "{0}, strength {1} %, on {2}: {3}",
    "noise {0} and compression {1} (of 255) found", "one place found", "{0} places found",
    "small letters, digits, dots and dashes", "64 hexadecimal digits in small letters",
    "layers", "width", "code size", "saturation", "warmth", "vividness", "takes", "returns",
    "your photos that were kept aside", "{0} photos of your own, {1}; {2} more were kept aside",
    "{0} minutes and {1} steps, begun on {2}",
    "one small or blurred face spared half of it", "{0} small or blurred faces spared half of it",
    "what surrounds the picture left as it was",
)  # fmt: skip
REPLACED = {"per channel", "more than", "This file will hold", "{0} holds", "{0} {1}; this photo has {2}."}
"""The parts of some of these, which say nothing by themselves."""
NOTING = {"progress", "_progress"}
SAYING = {
    "Refused", "Finding", "Trouble", "Computed", "SessionError", "say", "refuse", "_refusal", *NOTING,
}  # fmt: skip
OF_SCORES = ("test_set", "case", "published", "same_run")
NUMBER = re.compile(r"(?<![\w.,+-])(?<!BY )(?<!SA )\d+(?:,\d{3})*(?:\.\d+)?(?![\w+])")
PLACE = re.compile(r"\{\d+\}")
_SENTENCE = re.compile(r"(?!(UPDATE|DELETE|WHERE|SELECT|INSERT) )[A-Z“{`].* .*[.?!…]")
_DEEPEST = 8


def templates() -> list[str]:
    """Return all that the core says, in alphabetical order."""
    said = {*PUT_TOGETHER, *Reader(list(_modules())).templates()} - REPLACED
    return sorted({*said, *card_sentences(), *pack_names()})


def card_sentences() -> Iterator[str]:
    """Give what the bundled models say on their cards: what for, limits, on what trained, how measured.

    The latter two are much alike but for their numbers, which become places.
    """
    for file in sorted(MODELS.glob("*/card.json")):
        card = json.loads(file.read_text(encoding="utf-8"))
        yield from (card["description"], *card["limits"])
        told = [str(score[name]) for score in card["scores"] for name in OF_SCORES if name in score]
        yield from (numbered(text) for text in (*card["trained_on"], *told) if _has_words(text))


def numbered(text: str) -> str:
    """Return a text with a place for each number; those of licences and names stay."""
    count = itertools.count()
    return NUMBER.sub(lambda _: f"{{{next(count)}}}", text)


def pack_names() -> Iterator[str]:
    """Give the names of packs, and what they are for."""
    for node in ast.walk(ast.parse(PACKS.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) == "Recipe":
            yield from map(template_of, node.args[1:3])


def template_of(node: ast.expr) -> str:
    """Return a string constant or f-string as a template; empty if it is neither."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, places = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{places}}}")
            places += 1
    return "".join(parts)


@dataclass
class Module:
    """A file of the core: what stands where in it."""

    name: str
    tree: ast.Module
    function_of: dict[ast.AST, ast.FunctionDef] = field(default_factory=dict)
    calls: dict[str, list[ast.Call]] = field(default_factory=dict)
    returned: dict[str, list[ast.expr]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for function in ast.walk(self.tree):  # the outer ones come first, so the innermost stays
            if isinstance(function, ast.FunctionDef):
                self.function_of.update(dict.fromkeys(ast.walk(function), function))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                self.calls.setdefault(_name(node.func), []).append(node)
            elif isinstance(node, ast.Return) and node.value:
                self.returned.setdefault(self.function_of[node].name, []).append(node.value)

    @property
    def package(self) -> str:
        """The part of the core that it belongs to."""
        return self.name.split("/", maxsplit=1)[0]


class Reader:
    """Reads what modules say, following what is put into sentences to where it comes from."""

    def __init__(self, modules: list[Module]) -> None:
        self._modules = modules
        self._said: set[str] = set()
        self._seen: set[ast.AST] = set()

    def templates(self) -> set[str]:
        """Return the templates, without space around them."""
        saying = SAYING | self._errors()
        for module in self._modules:
            for node in _outer_strings(module.tree):
                if _SENTENCE.fullmatch(template_of(node).strip()):
                    self._follow(node, module)
            for name, calls in module.calls.items():
                for call in calls if name in saying else ():
                    for value in (*call.args, *(keyword.value for keyword in call.keywords)):
                        self._follow(value, module)
                    if name in NOTING:
                        self._said.update(filter(str.istitle, map(template_of, call.args)))
        return self._said

    def _errors(self) -> set[str]:
        """Return the names of the errors for people."""
        found = {"RestorerError"}
        classes = [
            node for it in self._modules for node in ast.walk(it.tree) if isinstance(node, ast.ClassDef)
        ]
        while more := {it.name for it in classes if found & {_name(base) for base in it.bases}} - found:
            found |= more
        return found

    def _follow(self, node: ast.AST, module: Module, depth: int = 0) -> None:
        """Take up the strings that ``node`` may stand for."""
        if node in self._seen or depth > _DEEPEST:
            return
        self._seen.add(node)
        if isinstance(node, ast.Constant | ast.JoinedStr) and _worth(text := template_of(node).strip()):
            self._said.add(text)
        for origin, home in self._origins(node, module):
            self._follow(origin, home, depth + 1)

    def _origins(self, node: ast.AST, module: Module) -> Iterator[tuple[ast.AST, Module]]:
        inside: list[ast.expr] = []
        match node:
            case ast.JoinedStr(values=values):
                inside = [it.value for it in values if isinstance(it, ast.FormattedValue)]
            case ast.IfExp(body=body, orelse=other):
                inside = [body, other]
            case ast.BoolOp(values=inside) | ast.Dict(values=inside):
                pass
            case ast.Tuple(elts=inside) | ast.List(elts=inside):
                pass
            case ast.Subscript(value=value):
                inside = [value]
            case ast.GeneratorExp(elt=value) | ast.ListComp(elt=value):
                inside = [value]
            case ast.Call(func=ast.Attribute(value=value), args=arguments) if not isinstance(value, ast.Name):
                inside = [value, *arguments]
                yield from self._returned(_name(node.func), module)
            case ast.Call(func=function, args=arguments):
                inside = arguments if _name(function) == "str" else []
                yield from self._returned(_name(function), module)
            case ast.Name(id=name):
                yield from self._named(name, module.function_of.get(node), module)
        yield from ((it, module) for it in inside)

    def _returned(self, name: str, module: Module) -> Iterator[tuple[ast.AST, Module]]:
        for home in self._near(name, module):
            yield from ((value, home) for value in home.returned.get(name, ()))

    def _named(
        self, name: str, function: ast.FunctionDef | None, module: Module
    ) -> Iterator[tuple[ast.AST, Module]]:
        """Give what a name may stand for: what is assigned, raised, gone through or given as an argument."""
        for node in ast.walk(function) if function else ():
            match node:
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    yield value, module
                case ast.ExceptHandler(name=caught, type=ast.expr() as kinds) if caught == name:
                    yield from self._raised({_name(kind) for kind in ast.walk(kinds)}, module)
                case ast.Call(func=ast.Attribute(value=ast.Name(id=target), attr="append")) if target == name:
                    yield from ((it, module) for it in node.args)
                case ast.For(target=target, iter=source) if name in {_name(it) for it in ast.walk(target)}:
                    yield from ((it, module) for it in self._gone_through(source, function))
        if function and name in (names := [it.arg for it in function.args.args]):
            yield from self._given(function.name, name, names.index(name) - (names[0] == "self"), module)
        for node in module.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    yield value, module
                case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                    yield value, module

    def _gone_through(self, source: ast.expr, function: ast.FunctionDef | None) -> Iterator[ast.AST]:
        names = {_name(it) for it in ast.walk(source)}
        assigned = [
            it.value
            for it in ast.walk(function or source)
            if isinstance(it, ast.Assign) and names & {_name(target) for target in it.targets}
        ]
        for node in (source, *assigned):
            yield from (it for it in ast.walk(node) if isinstance(it, ast.Constant | ast.JoinedStr))

    def _raised(self, kinds: set[str], module: Module) -> Iterator[tuple[ast.AST, Module]]:
        for call in (it for kind in kinds - {""} for it in module.calls.get(kind, ())):
            yield from ((it, module) for it in call.args)

    def _given(
        self, function: str, name: str, index: int, module: Module
    ) -> Iterator[tuple[ast.AST, Module]]:
        for home in self._near(function, module):
            for call in home.calls.get(function, ()):
                if index < len(call.args):
                    yield call.args[index], home
                yield from ((it.value, home) for it in call.keywords if it.arg == name)

    def _near(self, name: str, module: Module) -> list[Module]:
        """Return the modules that may mean the same by a function's name."""
        if not name or name.startswith("_"):
            return [module]
        return [it for it in self._modules if it.package == module.package]


def _modules() -> Iterator[Module]:
    for part in PARTS:
        place = CORE / part
        for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
            name = file.relative_to(CORE).as_posix()
            if not name.startswith(ON_THE_COMMAND_LINE):
                yield Module(name, ast.parse(file.read_text(encoding="utf-8")))


def _outer_strings(tree: ast.Module) -> list[ast.expr]:
    """Return the strings of a module, without docstrings and what lies inside of f-strings."""
    aside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            aside.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            aside |= set(ast.walk(node)) - {node}
    return [it for it in ast.walk(tree) if isinstance(it, ast.Constant | ast.JoinedStr) and it not in aside]


def _name(node: ast.AST) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _has_words(text: str) -> bool:
    """Whether a text of a card is more than a name, as that of a set of photos."""
    return " " in text or text.islower()


def _worth(text: str) -> bool:
    """Whether a template has words enough to be recognised by, and is no code."""
    bare = PLACE.sub("", text)
    words = re.findall(r"[^\W\d_]+", bare)
    enough = sum(map(len, words)) >= 4 and any(map(str.islower, words)) and " " in text
    return enough and " --" not in text  # options are spoken of on the command line only
