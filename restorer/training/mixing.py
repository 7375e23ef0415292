"""Mixes the weights that a training began with and those that it ended with.

What has learnt on is better at what it learnt from, and often worse elsewhere; there the mean of both is
better than either (Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models", CVPR 2022).
"""

from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from restorer.errors import InvalidRecipe

MIXED_FILE = "mixed.safetensors"


def mixed(start: Path, learnt: Path, share: float) -> Path:
    """Write ``share`` (0..1) of the ``start`` weights and the rest of the ``learnt`` ones beside these.

    Raises:
        InvalidRecipe: the share is no share, or the weights to start from cannot be read, or are others.
    """
    if not 0 <= share < 1:
        raise InvalidRecipe(f"A share of {share} of the weights to start from is none.", hint="Take 0.5.")
    after = load_file(learnt)
    try:
        before = load_file(start)
        both = {name: tensor.float().lerp(before[name].float(), share) for name, tensor in after.items()}
    except (OSError, KeyError, RuntimeError, SafetensorError) as error:
        raise InvalidRecipe(
            f"The weights in {start.name} cannot be mixed with those learnt.",
            hint="Give the weights that the training started from.",
        ) from error
    target = learnt.with_name(MIXED_FILE)
    temporary = target.with_suffix(".part")
    save_file(both, temporary)
    temporary.replace(target)
    return target
