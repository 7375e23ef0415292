"""What networks find in a photo before anything is made of it: places that need repair, faces, wear."""

from collections.abc import Callable
from typing import TypeVar

from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.progress import Progress
from restorer.restoration.denoise import estimate_noise
from restorer.restoration.faces import find_faces
from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.masking import find
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.stages import StepReport, models_of, spares_faces, stages
from restorer.restoration.steps import MaskStep
from restorer.restoration.tones import Toning, find_tones
from restorer.restoration.wear import Wear, coarse_wear

Seen = TypeVar("Seen")


def look(rendition: Rendition, step: MaskStep, model: Model, engine: Engine, *, progress: Progress) -> None:
    """Let a step's network look for what needs repair, if it has not.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    card = model.card
    if card.sha256 in rendition.found:
        return
    picture = rendition.frame.picture
    found = find(rendition.photo, rendition.softness, model, engine, picture, progress=progress)
    rendition.overlays[card.sha256] = found.overlay
    rendition.found[card.sha256] = found.repairs
    count = len(found.repairs.all)
    report = StepReport(step, card.name, card.version, card.sha256, found.run, repairs=count)
    rendition.reports["find", card.sha256] = report


def noise_of(
    rendition: Rendition, model: Model, engine: Engine, *, progress: Progress | None = None
) -> NoiseEstimate:
    """Return how noisy a photo's picture is to a network, which looks if it has not.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """

    def estimated() -> NoiseEstimate:
        picture = Photo(rendition.photo.pixels[rendition.frame.picture.slices])
        return estimate_noise(picture, model, engine, progress=progress)

    return _once(rendition.looks.noise, model, estimated)


def coarse_wear_of(
    rendition: Rendition, model: Model, engine: Engine, *, progress: Progress | None = None
) -> Wear:
    """Return how worn a photo's surface is to a network, which looks if it has not.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    photo = rendition.photo
    return _once(rendition.looks.wear, model, lambda: coarse_wear(photo, model, engine, progress=progress))


def tones_of(
    rendition: Rendition, model: Model, engine: Engine, *, progress: Progress | None = None
) -> Toning:
    """Return what a network makes of the tones of a photo's picture; it looks if it has not.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """

    def found() -> Toning:
        pixels, frame = rendition.photo.pixels, rendition.frame
        return find_tones(pixels, model, engine, frame, progress=progress)

    return _once(rendition.looks.tones, model, found)


def know_faces(
    rendition: Rendition,
    recipe: Recipe,
    engine: Engine,
    catalog: Catalog,
    *,
    progress: Progress | None = None,
) -> bool:
    """Look for the faces that a recipe spares, if that has not been done; return whether it was done now.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    wanted = {name: stage.step for stage in stages(recipe) if (name := spares_faces(stage))}
    models = models_of(recipe, catalog) if wanted else {}
    looked = False
    for name, step in wanted.items():
        card = models[name].card
        rendition.cards[card.id] = card
        if card.sha256 not in rendition.faces:
            looked = True
            faces = find_faces(rendition.photo.pixels, models[name], engine, progress or Progress())
            rendition.faces[card.sha256] = faces
            report = StepReport(
                step, card.name, card.version, card.sha256, faces.run, spared=len(faces.delicate)
            )
            rendition.reports["faces", card.sha256] = report
    return looked


def _once(known: dict[str, Seen], model: Model, seen: Callable[[], Seen]) -> Seen:
    """Return what a network made of a photo; it looks if that is not ``known``."""
    sha256 = model.card.sha256
    if sha256 not in known:
        known[sha256] = seen()
    return known[sha256]
