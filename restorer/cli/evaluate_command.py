"""``restorer evaluate``: measures a model on a folder of photos, with peers beside it."""

import argparse
import dataclasses
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from restorer import paths
from restorer.app.evaluation import chains, colouring, damage, denoising, faces, peers, prints, watermarks
from restorer.app.evaluation.calibration import calibrate, clean_photos
from restorer.app.evaluation.colour_calibration import Aside, fit_colours
from restorer.app.evaluation.pictures import Picture, read_pairs, read_picture, read_pictures, readable
from restorer.app.evaluation.score_calibration import fit_scores
from restorer.app.evaluation.scores import Score
from restorer.cli.status import DONE, FAILED
from restorer.cli.terminal import Terminal
from restorer.errors import PhotoError, RestorerError
from restorer.inference.card import Task, save_card
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.training.ageing.dust import Artefacts, load_artefacts
from restorer.training.ageing.lettering import system_fonts

Work = TypeVar("Work")


@dataclass(frozen=True)
class _Measuring:
    """What is to be measured, and what has been left out so far: the reason, by the photo."""

    options: argparse.Namespace
    terminal: Terminal
    model: Model
    engine: Engine
    left: dict[Path, str] = field(default_factory=dict)

    def pictures(self) -> list[Picture]:
        """Read the photos."""
        return read_pictures(
            self.options.photos, self.options.limit, left_out=self.leave_out, token=self.terminal.token
        )

    def leave_out(self, photo: Path, error: PhotoError) -> None:
        """Say that a photo is left out, once however often it is tried."""
        if photo not in self.left:
            self.left[photo] = error.message
            self.terminal.say(f"Left out {photo.name}: {error.message}")

    def chosen_peers(self, offered: Callable[[], Mapping[str, peers.Peer[Work]]]) -> dict[str, Work]:
        """Return the peers that were asked for; where none is named, all that can be run.

        Raises:
            RestorerError: one that is named does something else, or its library is not installed.
        """
        if self.options.peers is None:
            return {}
        known = offered()
        lacking = {} if self.options.peers else {name: peers.lack(name, it) for name, it in known.items()}
        for name, error in lacking.items():
            if error:
                self.terminal.say(f"Left out {name}: {error.message} {error.hint}.")
        able = [name for name in known if not lacking.get(name)]
        return peers.chosen(known, self.options.peers or able)

    def write_card(self, **found: Any) -> None:
        """Put what was found into the model's card.

        Raises:
            RestorerError: it cannot be written.
        """
        folder = self.model.folder
        try:
            save_card(dataclasses.replace(self.model.card, **found), folder)
        except OSError as error:
            raise RestorerError(
                f"The card of “{self.model.card.name}” cannot be written: {error.strerror or error}.",
                f"See whether {folder} may be written to.",
            ) from error

    def artefacts(self) -> Artefacts:
        """Read the masks of dirt."""
        if self.options.artefacts is None:
            raise RestorerError(
                "Damage is drawn with masks of real dirt.", hint="Give their folder with --artefacts."
            )
        return load_artefacts(self.options.artefacts)[1]


def evaluate_model(options: argparse.Namespace, terminal: Terminal) -> int:
    """Measure as the options say, print a table (or JSON), and return the exit status."""
    model = _catalog().find(options.model)
    engine = Engine(options.device)
    measuring = _Measuring(options, terminal, model, engine)
    try:
        if options.calibrate:
            calibrating = _fit if model.card.task is Task.COLORIZE else _calibrate
            calibrating(measuring)
        else:
            with terminal.progress() as progress:
                scores = list(_FAMILIES[model.card.task](measuring, progress))
            _print(scores, options, terminal)
    finally:
        engine.close()
    return FAILED if measuring.left else DONE


def _calibrate(it: _Measuring) -> None:
    photos = clean_photos(it.options.photos, it.options.limit)
    with it.terminal.progress() as progress:
        table = calibrate(photos, it.model, it.engine, left_out=it.leave_out, progress=progress)
    fit = _score_fit(it, photos)
    if it.options.write_card:
        it.write_card(calibration=tuple(table), **({"fit": fit} if fit else {}))
    if it.options.json:
        it.terminal.result_json({"calibration": table, "fit": fit})
    else:
        for name, number in fit.items():
            it.terminal.say(f"fit: {name} {number:g}")
        rows = [(f"{entry['score']:g}", f"{entry['wrong_per_megapixel']:g}") for entry in table]
        it.terminal.result_table(("score", "wrong per megapixel"), rows)


def _score_fit(it: _Measuring, photos: Sequence[Path]) -> dict[str, float]:
    """Find how the scores of what finds damage are to be read; nothing where there is no dirt to lay over."""
    if it.model.card.task is not Task.FIND_DAMAGE or it.options.artefacts is None:
        return {}
    artefacts = it.artefacts()
    with it.terminal.progress() as progress:
        pictures = readable(photos, read_picture, it.leave_out)
        found = fit_scores(pictures, len(photos), artefacts, it.model, it.engine, progress=progress)
    return dataclasses.asdict(found)


def _fit(it: _Measuring) -> None:
    aside = Aside(it.options.photos, it.model, it.options.limit, left_out=it.leave_out)
    with it.terminal.progress() as progress:
        found = fit_colours(aside, it.model, it.engine, progress=progress)
    fit = dataclasses.asdict(found.fit)
    if it.options.write_card:
        it.write_card(fit=fit)
    if it.options.json:
        it.terminal.result_json(dataclasses.asdict(found))
        return
    tried = {"longest": found.sizes, "drawn_back": found.drawn_back, "vivid": found.vivid}
    rows = [
        (name, f"{value:g}", ", ".join(f"{number:g}: {db:.2f}" for number, db in tried.get(name, {}).items()))
        for name, value in fit.items()
    ]
    it.terminal.result_table(("fit", "found", "PSNR (dB) of what was tried"), rows)


def _denoising(it: _Measuring, progress: Progress) -> Iterator[Score]:
    options = it.options
    methods: dict[str, denoising.Method] = {"as it is": denoising.nothing}
    methods[it.model.card.name] = denoising.model_method(it.model, it.engine)
    methods |= it.chosen_peers(peers.denoising_peers)
    if options.pairs:
        pairs = read_pairs(options.photos, options.limit, left_out=it.leave_out, token=it.terminal.token)
        yield from denoising.evaluate_pairs(pairs, "real noise", 10 / 255, methods, progress=progress)
        return
    cases = [*map(denoising.gaussian, options.sigma), *map(denoising.compressed, options.jpeg)]
    cases += [denoising.untouched()] if options.clean else []
    if not cases:
        raise RestorerError(
            "There is nothing to measure.", hint="Name values of --sigma or --jpeg, or --clean."
        )
    yield from denoising.evaluate(it.pictures(), cases, methods, progress=progress)


def _finding(it: _Measuring, progress: Progress) -> Iterator[Score]:
    finders = {it.model.card.name: damage.model_finder(it.model, it.engine)} | it.chosen_peers(
        peers.finding_peers
    )
    artefacts = it.artefacts()
    yield from damage.evaluate_finding(it.pictures(), artefacts, finders, progress=progress)


def _filling(it: _Measuring, progress: Progress) -> Iterator[Score]:
    fillers = {it.model.card.name: damage.model_filler(it.model, it.engine)} | it.chosen_peers(
        peers.filling_peers
    )
    artefacts = it.artefacts()
    yield from damage.evaluate_filling(it.pictures(), artefacts, fillers, progress=progress)


def _removal(it: _Measuring, progress: Progress) -> Iterator[Score]:
    removers = {it.model.card.name: watermarks.model_remover(it.model, it.engine, _catalog())}
    fills = it.chosen_peers(peers.filling_peers)
    removers |= {f"{name}, mask given": watermarks.filling_remover(fill) for name, fill in fills.items()}
    fonts, kinds = system_fonts()[1], it.options.marks
    yield from watermarks.evaluate_removal(it.pictures(), fonts, removers, kinds=kinds, progress=progress)


def _colouring(it: _Measuring, progress: Progress) -> Iterator[Score]:
    yield from colouring.evaluate_colouring(it.pictures(), it.model, it.engine, _catalog(), progress=progress)


def _prints(it: _Measuring, progress: Progress) -> Iterator[Score]:
    catalog, classical = _catalog(), it.chosen_peers(chains.print_peers).get("chains")
    wanted = prints.recipes(it.model, catalog)
    yield from prints.evaluate_prints(
        it.pictures(), wanted, it.engine, catalog, chains=classical, progress=progress
    )


def _faces(it: _Measuring, progress: Progress) -> Iterator[Score]:
    counters = {it.model.card.name: faces.model_counter(it.model, it.engine)} | it.chosen_peers(
        peers.face_peers
    )
    yield from faces.evaluate_faces(it.pictures(), counters, progress=progress)


_FAMILIES: Mapping[Task, Callable[[_Measuring, Progress], Iterator[Score]]] = {
    Task.DENOISE: _denoising,
    Task.FIND_DAMAGE: _finding,
    Task.REPAIR_DAMAGE: _filling,
    Task.WATERMARK: _removal,
    Task.COLORIZE: _colouring,
    Task.RESTORE: _prints,
    Task.FIND_FACES: _faces,
}


def _catalog() -> Catalog:
    return Catalog([paths.bundled_models(), paths.user_models()])


def _print(scores: list[Score], options: argparse.Namespace, terminal: Terminal) -> None:
    if options.json:
        terminal.result_json([dataclasses.asdict(score) for score in scores])
        return
    for measures, alike in itertools.groupby(scores, key=lambda score: tuple(score.figures)):
        rows = [
            (it.case, it.method, *(f"{it.figures[measure]:.4g}" for measure in measures), str(it.pictures))
            for it in alike
        ]
        terminal.result_table(("case", "method", *measures, "pictures"), rows)
