"""``restorer evaluate``: measures a model on a folder of photos, with peers beside it."""

import argparse
import dataclasses
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from restorer import paths
from restorer.app.evaluation import chains, colouring, damage, denoising, faces, peers, prints, watermarks
from restorer.app.evaluation.calibration import calibrate, clean_photos
from restorer.app.evaluation.colour_calibration import Aside, fit_colours
from restorer.app.evaluation.pictures import read_pairs, read_pictures
from restorer.app.evaluation.scores import Score
from restorer.cli.terminal import Terminal
from restorer.errors import RestorerError
from restorer.inference.card import Task, save_card
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.training.ageing.dust import Artefacts, load_artefacts
from restorer.training.ageing.lettering import system_fonts

Method = TypeVar("Method")


def evaluate_model(options: argparse.Namespace, terminal: Terminal) -> int:
    """Measure as the options say, print a table (or JSON), and return the exit status."""
    model = _catalog().find(options.model)
    engine = Engine(options.device)
    if options.calibrate:
        calibrating = _fit if model.card.task is Task.COLORIZE else _calibrate
        calibrating(model, engine, options, terminal)
        engine.close()
        return 0
    with terminal.progress() as progress:
        scores = list(_FAMILIES[model.card.task](options, model, engine, progress))
    engine.close()
    _print(scores, options, terminal)
    return 0


def _calibrate(model: Model, engine: Engine, options: argparse.Namespace, terminal: Terminal) -> None:
    with terminal.progress() as progress:
        table = calibrate(clean_photos(options.photos, options.limit), model, engine, progress=progress)
    if options.write_card:
        save_card(dataclasses.replace(model.card, calibration=tuple(table)), model.folder)
    if options.json:
        terminal.result_json(table)
    else:
        rows = [(f"{it['score']:g}", f"{it['wrong_per_megapixel']:g}") for it in table]
        terminal.result_table(("score", "wrong per megapixel"), rows)


def _fit(model: Model, engine: Engine, options: argparse.Namespace, terminal: Terminal) -> None:
    aside = Aside(options.photos, model, options.limit)
    with terminal.progress() as progress:
        found = fit_colours(aside, model, engine, progress=progress)
    fit = dataclasses.asdict(found.fit)
    if options.write_card:
        save_card(dataclasses.replace(model.card, fit=fit), model.folder)
    if options.json:
        terminal.result_json(dataclasses.asdict(found))
        return
    tried = {"longest": found.sizes, "drawn_back": found.drawn_back, "vivid": found.vivid}
    rows = [
        (name, f"{value:g}", ", ".join(f"{number:g}: {db:.2f}" for number, db in tried.get(name, {}).items()))
        for name, value in fit.items()
    ]
    terminal.result_table(("fit", "found", "PSNR (dB) of what was tried"), rows)


def _denoising(
    options: argparse.Namespace, model: Model, engine: Engine, progress: Progress
) -> Iterator[Score]:
    methods: dict[str, denoising.Method] = {"as it is": denoising.nothing}
    methods[model.card.name] = denoising.model_method(model, engine)
    methods |= _peers(options, peers.denoising_peers)
    if options.pairs:
        pairs = read_pairs(options.photos, options.limit)
        yield from denoising.evaluate_pairs(pairs, "real noise", 10 / 255, methods, progress=progress)
        return
    cases = [*map(denoising.gaussian, options.sigma), *map(denoising.compressed, options.jpeg)]
    cases += [denoising.untouched()] if options.clean else []
    yield from denoising.evaluate(
        read_pictures(options.photos, options.limit), cases, methods, progress=progress
    )


def _finding(
    options: argparse.Namespace, model: Model, engine: Engine, progress: Progress
) -> Iterator[Score]:
    finders = {model.card.name: damage.model_finder(model, engine)} | _peers(options, peers.finding_peers)
    pictures = read_pictures(options.photos, options.limit)
    yield from damage.evaluate_finding(pictures, _artefacts(options), finders, progress=progress)


def _filling(
    options: argparse.Namespace, model: Model, engine: Engine, progress: Progress
) -> Iterator[Score]:
    fillers = {model.card.name: damage.model_filler(model, engine)} | _peers(options, peers.filling_peers)
    pictures = read_pictures(options.photos, options.limit)
    yield from damage.evaluate_filling(pictures, _artefacts(options), fillers, progress=progress)


def _removal(
    options: argparse.Namespace, model: Model, engine: Engine, progress: Progress
) -> Iterator[Score]:
    removers = {model.card.name: watermarks.model_remover(model, engine)}
    fills = _peers(options, peers.filling_peers)
    removers |= {f"{name}, mask given": watermarks.filling_remover(fill) for name, fill in fills.items()}
    pictures = read_pictures(options.photos, options.limit)
    yield from watermarks.evaluate_removal(pictures, system_fonts()[1], removers, progress=progress)


def _colouring(
    options: argparse.Namespace, model: Model, engine: Engine, progress: Progress
) -> Iterator[Score]:
    pictures = read_pictures(options.photos, options.limit)
    yield from colouring.evaluate_colouring(pictures, model, engine, _catalog(), progress=progress)


def _prints(options: argparse.Namespace, model: Model, engine: Engine, progress: Progress) -> Iterator[Score]:
    pictures, catalog = read_pictures(options.photos, options.limit), _catalog()
    classical = _peers(options, chains.print_peers).get("chains")
    wanted = prints.recipes(model, catalog)
    yield from prints.evaluate_prints(pictures, wanted, engine, catalog, chains=classical, progress=progress)


def _faces(options: argparse.Namespace, model: Model, engine: Engine, progress: Progress) -> Iterator[Score]:
    counters = {model.card.name: faces.model_counter(model, engine)} | _peers(options, peers.face_peers)
    pictures = read_pictures(options.photos, options.limit)
    yield from faces.evaluate_faces(pictures, counters, progress=progress)


_FAMILIES: Mapping[Task, Callable[[argparse.Namespace, Model, Engine, Progress], Iterator[Score]]] = {
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


def _peers(options: argparse.Namespace, offered: Callable[[], Mapping[str, Method]]) -> dict[str, Method]:
    """Return the peers that were asked for; all where none is named.

    Raises:
        RestorerError: one of them does something else, or its library is not installed.
    """
    if options.peers is None:
        return {}
    known = offered()
    if strange := [name for name in options.peers if name not in known]:
        raise RestorerError(
            f"{strange[0]} does something else than this model.", hint=f"Choose from: {', '.join(known)}."
        )
    return {name: known[name] for name in options.peers or known}


def _artefacts(options: argparse.Namespace) -> Artefacts:
    if options.artefacts is None:
        raise RestorerError(
            "Damage is drawn with masks of real dirt.", hint="Give their folder with --artefacts."
        )
    return load_artefacts(options.artefacts)[1]


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
