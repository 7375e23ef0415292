"""What a photo needs, found out by looking at it: the recipe for ``--auto``, in words.

`Diagnose` is the seam: a richer diagnosis (damage, faded colours) only has to return a `Diagnosis`.
"""

from dataclasses import dataclass
from typing import Protocol

from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.progress import Progress
from restorer.restoration.denoise import estimate_noise
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise

AUTO_MODELS = ("denoise",)
"""The models that a diagnosis may ask for."""

_STRONGEST_NOISE = 55.0
"""Of 255. The denoiser was trained up to here; beyond, its answer is a guess."""


@dataclass(frozen=True)
class Diagnosis:
    """What was found (sentences), what to do about it, and why a person should look first (or "").

    An empty recipe means: leave the photo as it is.
    """

    recipe: Recipe
    findings: tuple[str, ...]
    look: str = ""


class Diagnose(Protocol):
    """Looks at a photo and says what it needs."""

    def __call__(self, photo: Photo, engine: Engine, catalog: Catalog, progress: Progress) -> Diagnosis:
        """Diagnose ``photo``. Raises what the engine raises."""


def diagnose(photo: Photo, engine: Engine, catalog: Catalog, progress: Progress) -> Diagnosis:
    """Diagnose by the denoiser's own estimate of noise and compression."""
    estimate = estimate_noise(photo, catalog.find(AUTO_MODELS[0]), engine, progress=progress)
    levels = f"Noise {estimate.noise:.1f} and compression {estimate.compression:.1f} (of 255) were found"
    if estimate.noise > _STRONGEST_NOISE:
        look = f"Its noise of {estimate.noise:.0f} is stronger than any the network was trained on."
        return Diagnosis(Recipe(), (f"{levels}.",), look)
    if estimate.negligible:
        return Diagnosis(Recipe(), (f"{levels}: nothing that removing would improve.",))
    return Diagnosis(Recipe((Denoise(model=AUTO_MODELS[0]),)), (f"{levels}; both are removed.",))
