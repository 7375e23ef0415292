"""Exports bundled models anew from the weights that they have: after a change of how networks are written.

    python packaging/renew_models.py [MODEL …] [--models FOLDER]

What a network computes stays as it is; the sample that proves it is made anew. The card keeps all that was
measured, but for ``bytes_per_pixel``: see ``benchmarks/engine_memory.py``. Needs what training needs.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from restorer import paths
from restorer.inference.catalog import Catalog, Model

_KEPT = ("receptive_radius", "halo", "multiple_of", "parameters")


def main() -> None:
    """Renew the models that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", nargs="*", help="its id (default: all)")
    parser.add_argument("--models", type=Path, default=paths.bundled_models(), help="the folder they are in")
    options = parser.parse_args()
    for model in Catalog([options.models]).models():
        if not options.model or model.card.id in options.model:
            renew(model)
            sys.stdout.write(f"{model.card.id}\n")


def renew(model: Model) -> None:
    """Write the network, the sample and the card of ``model`` anew.

    Raises:
        SystemExit: the network sees farther than before, or less far: it is another one.
    """
    from safetensors.torch import save_file

    from restorer.training.export import CARD_FILE, CHECK_FILE, export
    from restorer.training.plan import plan_of
    from restorer.training.weights import network_of

    plan = plan_of(model.card.recipe)
    weights = {name: value.contiguous() for name, value in network_of(plan, model.file).state_dict().items()}
    before = json.loads((model.folder / CARD_FILE).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        save_file(weights, Path(folder) / "weights.safetensors")
        steps, version = before["recipe"]["steps"], model.card.version
        made = export(plan, Path(folder) / "weights.safetensors", Path(folder), version=version, steps=steps)
        after = json.loads((made / CARD_FILE).read_text(encoding="utf-8"))
        if any(before[entry] != after[entry] for entry in _KEPT):
            raise SystemExit(
                f"The weights of “{model.card.id}” make another network than its card speaks of."
            )
        shutil.copy(made / after["file"], model.file)
        shutil.copy(made / CHECK_FILE, model.folder / CHECK_FILE)
    before["sha256"] = after["sha256"]
    before["recipe"]["exported"] = after["recipe"]["exported"]
    text = json.dumps(before, indent=2, ensure_ascii=False)
    (model.folder / CARD_FILE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
