"""The diagnosis in plain words: what was found, how sure that is, and what to do."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from restorer.gui.numbers import number
from restorer.gui.panels.needs import Line, Need
from restorer.gui.panels.wording import compression_in_words, noise_in_words
from restorer.gui.workspace import Workspace

if TYPE_CHECKING:
    from restorer.app.findings import Finding

_SURE, _FAIRLY, _CANNOT_TELL = 0.9, 0.7, 0.5
_A_FEW, _FEW_REPAIRS = 2, 12


def needs_of(workspace: Workspace) -> tuple[str, Sequence[Line], str]:
    """Return a statement about the open photo, the findings behind it, and advice."""
    if workspace.document is None:
        return _tr("No photo is open"), (), _tr("Open one, or drop it anywhere on this window.")
    lines = lines_of(workspace.diagnosing.findings)
    if workspace.estimating:
        return _tr("Looking at the photo…"), lines, ""
    diagnosis = workspace.diagnosing.diagnosis
    if diagnosis is None:
        return (
            _tr("The photo could not be looked at"),
            lines,
            _tr("You can switch steps on all the same."),
        )
    unknown = _tr("Not looked at, as the models for it are not installed: {}").format(
        ", ".join(_unknown(workspace))
    )
    advice = unknown if _unknown(workspace) else ""
    if diagnosis.look:
        look = _tr("Look closely at what comes out: this photo is unlike those the models know.")
        return _tr("An unusual photo"), lines, look
    if diagnosis.needs_nothing:
        nothing = _tr(
            "Restoring it could take detail away. Faint scratches, dust and watermarks may be missed: "
            "paint what you see."
        )
        offered = any(line.need is Need.OPTIONAL for line in lines)
        circles = _tr("What has a circle is offered: switch it on below if you want it.") if offered else ""
        said = "\n".join(filter(None, (circles, nothing, advice)))
        if diagnosis.in_doubt:
            return _tr("Perhaps this photo needs nothing"), lines, said
        return _tr("This photo needs nothing"), lines, said
    return _tr("Restoring will help this photo"), lines, advice


def lines_of(findings: Sequence["Finding"]) -> tuple[Line, ...]:
    """Return the findings as lines, those that are worth one."""
    worn = any(finding.subject == "wear" for finding in findings)
    # That grain of one pixel is hardly there reads like a denial of the thick grain above it.
    told = [it for it in findings if it.there or not (worn and it.subject == "noise")]
    return tuple(line for finding in told if (line := line_of(finding)) is not None)


def line_of(finding: "Finding") -> Line | None:
    """Return a finding as a line; None if there is nothing worth a line."""
    text = _TEXTS[finding.subject](finding)
    if not text:
        return None
    need = Need.NO
    if finding.suggested:
        need = Need.YES
    elif finding.subject == "unusual":
        need = Need.WARNING
    elif finding.step is not None:
        need = Need.OPTIONAL
    return Line(need, text, _sureness(finding), _tip(finding, need))


def _sureness(finding: "Finding") -> str:
    if finding.subject in ("colour", "unusual"):
        return ""
    if finding.sure >= _SURE:
        return _tr("sure")
    return _tr("fairly sure") if finding.sure >= _FAIRLY else _tr("not sure")


def _tip(finding: "Finding", need: Need) -> str:
    tips = {
        Need.YES: _tr("Suggested."),
        Need.OPTIONAL: _tr("Not suggested; switch it on below if you want it."),
    }
    sure = _tr("Sure to {:.0f} %.").format(100 * finding.sure)
    tip = f"{tips.get(need, '')} {sure}".strip()
    if finding.subject in ("noise", "compression"):
        tip += "\n" + _tr("Strength {} of 255").format(number(finding.amount, 1))
    return tip


def _damage(finding: "Finding") -> str:
    if finding.sure <= _CANNOT_TELL and finding.step is None:
        return _tr("Whether it is damaged cannot be told")
    count = round(finding.amount)
    if finding.there and not count:
        return _tr("Wide damage: accept what is to be repaired")
    if not count:
        return _tr("No plain scratches or dust")
    if not finding.there:
        few = _tr("Perhaps a speck or two of damage")
        return few if count <= _A_FEW else _tr("Perhaps scratches or dust: {} places").format(count)
    if count == 1:
        return _tr("A scratch or dust in one place")
    if count <= _FEW_REPAIRS:
        return _tr("Scratches or dust: {} places").format(count)
    return _tr("Many scratches, much dust: {} places").format(count)


def _watermark(finding: "Finding") -> str:
    if finding.there:
        return _tr("A mark that repeats all over the photo")
    if finding.step is not None:
        return _tr("Perhaps a watermark, a date or lettering")
    if finding.sure <= _CANNOT_TELL:
        return _tr("Whether it bears a watermark cannot be told")
    return _tr("No plain watermark")


def _tones(finding: "Finding") -> str:
    if finding.there:
        return _tr("Faded tones or a colour cast")
    if finding.step is not None:
        return _tr("Faded or yellowed, or meant so")
    return _tr("Tones and colours are fresh")


def _colour(finding: "Finding") -> str:
    return "" if finding.there else _tr("Black and white: colours would be guesses")


def _compression(finding: "Finding") -> str:
    return compression_in_words(finding.amount) if finding.there else ""


_TEXTS: Mapping[str, Callable[["Finding"], str]] = {
    "noise": lambda finding: noise_in_words(finding.amount),
    "compression": _compression,
    "wear": lambda _: _tr("Thick grain, paper or printing dots"),
    "tones": _tones,
    "colour": _colour,
    "damage": _damage,
    "watermark": _watermark,
    "unusual": lambda _: _tr("Unlike the photos that the models know"),
}


def _unknown(workspace: Workspace) -> list[str]:
    """Return what could not be looked at."""
    looked_at = {str(finding.subject) for finding in workspace.diagnosing.findings}
    names = {"damage": _tr("damage"), "watermark": _tr("watermarks"), "noise": _tr("noise")}
    return [name for subject, name in names.items() if subject not in looked_at]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)
