"""``restorer evaluate``: measures a denoiser on a folder of photos, with peers beside it."""

import argparse
import dataclasses

from restorer import paths
from restorer.app.evaluation import (
    Method,
    Score,
    compressed,
    evaluate,
    evaluate_pairs,
    gaussian,
    model_method,
    nothing,
    read_pairs,
    read_pictures,
    untouched,
)
from restorer.cli.terminal import Terminal
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine


def evaluate_model(options: argparse.Namespace, terminal: Terminal) -> int:
    """Measure as the options say, print a table (or JSON), and return the exit status."""
    model = Catalog([paths.bundled_models(), paths.user_models()]).find(options.model)
    engine = Engine(options.device)
    methods: dict[str, Method] = {"as it is": nothing, model.card.name: model_method(model, engine)}
    if options.peers is not None:
        from restorer.app.peers import denoising_peers

        peers = denoising_peers()
        methods.update({name: peers[name] for name in options.peers or peers})
    with terminal.progress() as progress:
        if options.pairs:
            pairs = read_pairs(options.photos, options.limit)
            scores = list(evaluate_pairs(pairs, "real noise", 10 / 255, methods, progress=progress))
        else:
            pictures = read_pictures(options.photos, options.limit)
            cases = [*map(gaussian, options.sigma), *map(compressed, options.jpeg)]
            cases += [untouched()] if options.clean else []
            scores = list(evaluate(pictures, cases, methods, progress=progress))
    engine.close()
    _print(scores, options, terminal)
    return 0


def _print(scores: list[Score], options: argparse.Namespace, terminal: Terminal) -> None:
    if options.json:
        terminal.result_json([dataclasses.asdict(score) for score in scores])
        return
    rows = [
        (it.case, it.method, f"{it.psnr:.2f}", f"{it.seconds_per_megapixel:.2f}", str(it.pictures))
        for it in scores
    ]
    terminal.result_table(("case", "method", "PSNR (dB)", "s/MP", "pictures"), rows)
