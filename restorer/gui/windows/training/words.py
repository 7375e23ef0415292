"""The goals, controls and numbers of a training in plain language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from restorer.app.training.goals import Goal
from restorer.app.training.report import FolderReport, prospect
from restorer.app.training.state import Phase, TrainingState
from restorer.app.training.verdict import gain_in_units
from restorer.gui.core_sentences import translated
from restorer.gui.numbers import number


def goals() -> Mapping[Goal, tuple[str, str]]:
    """Return the name and the meaning of every goal."""
    return {
        Goal.SCANNER: (
            _tr("The noise of this scanner"),
            _tr("Learns the grain and the stripes that your scanner leaves, and takes them out."),
        ),
        Goal.GRAIN: (
            _tr("The grain of this film"),
            _tr("Learns the grain of one film or paper, and leaves stripes alone."),
        ),
        Goal.COLOURS: (
            _tr("The colours of this album"),
            _tr("Colours grey photos as the coloured ones of your album are."),
        ),
        Goal.WATERMARK: (
            _tr("The watermark of my own archive"),
            _tr("Removes one watermark that you show, and no other."),
        ),
        Goal.INTACT: (
            _tr("What intact photos look like"),
            _tr("Learns what belongs into your photos, to find dust, scratches and wrong scans."),
        ),
        Goal.RESTORE: (
            _tr("Restoring photos like these"),
            _tr("Makes your good photos old, and learns to make such photos good again."),
        ),
    }


def statement(report: FolderReport) -> str:
    """Say how many photos of a folder are of use."""
    return _tr("{} photos can be learnt from").format(len(report.usable) + len(report.pairs))


def enough_for(report: FolderReport) -> str:
    """Say which goals a folder is enough for."""
    names = [name for goal, (name, _) in goals().items() if prospect(report, goal).enough]
    if not names:
        return _tr("nothing yet: add more photos")
    return ", ".join(map(in_the_middle, names))


def in_the_middle(name: str) -> str:
    """Write a goal's name as it stands within a sentence: nouns keep their capitals in German."""
    return name[:1].lower() + name[1:]


def time_left(left: float) -> str:
    """Say how long it still takes, no more exactly than anybody can know."""
    if left < 60:
        return _tr("less than a minute left")
    if left < 3600:
        return _tr("about {} min left").format(round(left / 60))
    return _tr("about {} h left").format(number(left / 3600, 1))


def _strength(noise: float) -> str:
    if noise < 5:
        return _tr("a little noise")
    return _tr("noticeable noise") if noise < 12 else _tr("strong noise")


def findings(report: FolderReport) -> dict[str, str]:
    """Say what is in a folder: pairs of a name and a sentence."""
    degraded = sum(photo.degraded and not photo.noisy for photo in report.usable)
    rows = {
        _tr("Noisy"): _tr("{} photos, with {}").format(len(report.noisy), _strength(report.mean_noise)),
        _tr("Clean"): _tr("{} photos can serve as examples of what a photo should be").format(
            len(report.clean)
        ),
        _tr("Compressed"): _tr("{} photos show compression damage").format(degraded),
        _tr("Both ways"): _tr("{} photos are there both noisy and clean").format(len(report.pairs)),
        _tr("Look alike"): _tr("{} left out: nearly the same as another one").format(
            sum(len(group) - 1 for group in report.duplicates)
        ),
        _tr("Too small"): _tr("{} left out").format(len(report.too_small)),
        _tr("Unreadable"): _tr("{} left out").format(len(report.unreadable)),
    }
    rows[_tr("Enough for")] = enough_for(report)
    always = {_tr("Noisy"), _tr("Clean")}
    return {name: text for name, text in rows.items() if name in always or not text.startswith("0 ")}


def progress_statement(state: TrainingState, *, has_builtin: bool) -> str:
    """Say how the new model compares so far."""
    if state.phase is Phase.STARTING:
        return _tr("Getting ready: reading the photos …")
    gain = state.gain
    if gain is None:
        return _tr("Learning. The first comparison comes soon.")
    rival = _tr("the built-in model") if has_builtin else _tr("leaving the photo as it is")
    amount = translated(gain_in_units(gain, state.measure))
    if gain >= 0.05:
        return _tr("Better than {} by {} on photos it has not seen").format(rival, amount)
    if gain <= -0.05:
        return _tr("Still behind {} by {}").format(rival, amount)
    return _tr("As good as {} so far").format(rival)


def noise_sentence(state: TrainingState) -> str:
    """Say what noise was measured; empty if none was."""
    if not state.noise:
        return ""
    grain, bands = state.noise["grain"], max(state.noise["rows"], state.noise["columns"])
    if bands < 0.5:
        return _tr("Measured on your scans: grain of {} (of 255), no stripes.").format(number(grain, 1))
    return _tr("Measured on your scans: grain of {} and stripes of {} (of 255).").format(
        number(grain, 1), number(bands, 1)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainingWords", text)
