"""``restorer train``: teaches a network on a folder of photos, with the same events as the window."""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from restorer import paths
from restorer.app.training.adopt import adopt
from restorer.app.training.arrange import RECIPES, arrange, base_plan
from restorer.app.training.child import child_command
from restorer.app.training.choices import Choices, compression_in_words
from restorer.app.training.goals import GOALS, Goal, Way
from restorer.app.training.mark import MARKS, shown_mark
from restorer.app.training.report import FolderReport, builtin_estimator, inspect_folder, prospect
from restorer.app.training.runs import Run, begin, resumable
from restorer.app.training.session import TrainingSession
from restorer.app.training.state import Phase, TrainingState
from restorer.app.training.verdict import gain_in_units, judge
from restorer.cli.status import DONE, STOPPED
from restorer.cli.terminal import Terminal, in_json, time_left, write
from restorer.cli.train_options import DEFAULT_MINUTES, DEFAULT_SEED, SETTLED
from restorer.errors import RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine


def train(options: argparse.Namespace, terminal: Terminal) -> int:
    """Look at the folder, train, and offer the model if it is better; return the exit status."""
    command = child_command()
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    goal, folder = Goal(options.task), options.folder.absolute()
    if options.resume:
        _refuse_what_is_settled(options)
    run = resumable(paths.trainings(), folder, goal) if options.resume else None
    if options.resume and run is None:
        raise RestorerError(
            f"There is no training of “{folder}” to go on with.", "Leave --resume out to begin."
        )
    if run is None:
        run = _begin(options, terminal, catalog, goal, folder)
    if run is None:
        return DONE
    state = _run(run, command, options, terminal)
    return _end(run, state, options, terminal, catalog)


def _refuse_what_is_settled(options: argparse.Namespace) -> None:
    """Refuse what a training that goes on could only ignore. Raises RestorerError."""
    said = {name: getattr(options, name) for name in SETTLED}
    given = [f"--{name.replace('_', '-')}" for name, it in said.items() if it is not None and it is not False]
    if given:
        raise RestorerError(
            f"A training goes on as it was begun: --resume cannot change {', '.join(given)}.",
            "Leave that out, or leave --resume out to begin anew.",
        )


def _begin(
    options: argparse.Namespace, terminal: Terminal, catalog: Catalog, goal: Goal, folder: Path
) -> Run | None:
    """Look at the folder and write down what is to be done; None if it was only to be looked at."""
    report = _look(folder, catalog, terminal)
    way = Way(options.way) if options.way else None
    expected = prospect(report, goal, way)
    if options.json:
        _say_json({"event": "report", **_facts(report), "way": expected.way, "enough": expected.enough,
                   "message": expected.sentence, "hint": expected.hint})  # fmt: skip
    for line in (*_in_words(report), f"{expected.sentence} {expected.hint}".strip()):
        terminal.say(line)
    if options.report_only:
        return None
    base = base_plan(goal, catalog, paths.bundled_models() / RECIPES)
    choices = Choices(
        options.code_size, options.layers, options.width, options.loss, options.crop, None,
        options.minutes or DEFAULT_MINUTES, options.steps,
        DEFAULT_SEED if options.seed is None else options.seed, options.start_from != "nothing",
    )  # fmt: skip
    clean = _photos_in(options.clean, catalog, terminal) if options.clean else ()
    mark = shown_mark(options.mark, paths.trainings() / MARKS) if options.mark else None
    order = arrange(report, goal, choices, base, way=way, clean=clean, mark=mark)
    terminal.say(compression_in_words(order.plan))
    return begin(paths.trainings(), folder, goal, expected.way if not clean else Way.CLEAN, order)


def _look(folder: Path, catalog: Catalog, terminal: Terminal) -> FolderReport:
    """Look at a folder with the built-in noise estimator."""
    engine = Engine("cpu")
    try:
        with terminal.progress() as progress:
            return inspect_folder(folder, builtin_estimator(engine, catalog), progress=progress)
    finally:
        engine.close()


def _photos_in(folder: Path, catalog: Catalog, terminal: Terminal) -> tuple[Path, ...]:
    return tuple(photo.path for photo in _look(folder.absolute(), catalog, terminal).usable)


def _run(run: Run, command: Any, options: argparse.Namespace, terminal: Terminal) -> TrainingState:
    """Run the child to its end; Ctrl+C lets it keep what it has."""
    with terminal.bar() as show:
        session = TrainingSession(
            run, command, partial(_tell, show, options.json), polite=not options.full_speed
        )
        remove = terminal.token.on_cancel(lambda: None)
        try:
            while not session.state.over:
                state = session.wait(0.2)
                if terminal.token.cancelled:
                    session.leave()
                    return session.state
            return state if state.over else session.state
        finally:
            remove()


def _tell(show: Any, as_json: bool, state: TrainingState, event: dict[str, Any]) -> None:
    if as_json:
        _say_json(event)
    note = "Getting ready"
    if state.gain is not None:
        better = "better" if state.gain >= 0 else "behind"
        note = f"Training: {gain_in_units(state.gain, state.measure)} {better}"
    show(state.fraction, note, time_left(state.seconds_left))


def _end(
    run: Run, state: TrainingState, options: argparse.Namespace, terminal: Terminal, catalog: Catalog
) -> int:
    if state.phase is Phase.FAILED and state.error is not None:
        raise state.error
    if state.phase is not Phase.FINISHED:
        terminal.say("Stopped. What it has learnt so far is kept: go on with --resume.")
        return STOPPED
    has_builtin = any(model.card.id == GOALS[run.goal].builtin for model in catalog.models())
    verdict = judge(state, run.goal, has_builtin=has_builtin)
    lines = [verdict.sentence, *verdict.advice]
    model = None
    if verdict.offered:
        model = adopt(run, state, options.name or f"My {run.goal}", catalog, paths.user_models())
        lines.append(f"The model “{model.card.id}” is ready: restorer restore PHOTO --model {model.card.id}")
    if options.json:
        _say_json({"event": "over", "offered": verdict.offered, "message": " ".join(lines),
                   "model": model.card.id if model else None})  # fmt: skip
    else:
        for line in lines:
            terminal.result(line)
    return DONE


def _facts(report: FolderReport) -> dict[str, int]:
    return {
        "usable": len(report.usable), "clean": len(report.clean), "noisy": len(report.noisy),
        "duplicates": sum(len(group) - 1 for group in report.duplicates), "pairs": len(report.pairs),
        "too_small": len(report.too_small), "unreadable": len(report.unreadable),
    }  # fmt: skip


def _in_words(report: FolderReport) -> tuple[str, ...]:
    facts = _facts(report)
    left_out = {
        "near-duplicates": facts["duplicates"], "too small": facts["too_small"],
        "unreadable": facts["unreadable"],
    }  # fmt: skip
    left = ", ".join(f"{count} {what}" for what, count in left_out.items() if count)
    lines = [f"{facts['usable']} usable photos, {facts['noisy']} of them noisy."]
    return (*lines, f"Left out: {left}.") if left else tuple(lines)


def _say_json(event: dict[str, Any]) -> None:
    write(in_json(event) + "\n")
