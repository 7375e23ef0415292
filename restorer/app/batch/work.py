"""Restores one photo into a draft: read, compute, write. Can be sent to another machine.

A draft is a whole result without its name; only the batch's own desk gives names, so that a photo that two
workers happened to restore has one result all the same.
"""

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from restorer.app.batch.items import Treatment, sha256_of
from restorer.app.diagnosis import diagnose
from restorer.app.provenance import with_provenance
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo, losses, open_photo, save_photo
from restorer.progress import Progress
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import Restoration, restore


@dataclass(frozen=True)
class Order:
    """A photo to be restored: its number, where drafts go, the ending of its result, what to do.

    ``key`` is the treatment's: whoever has other networks would restore it differently.
    """

    item: int
    source: Path
    drafts: Path
    suffix: str
    treatment: Treatment
    key: str


@dataclass(frozen=True, eq=False)
class Loaded:
    """A photo in memory, the hash of its file, and the seconds that reading took."""

    photo: Photo
    sha256: str
    seconds: float = 0.0


@dataclass(frozen=True, eq=False)
class Computed:
    """A restored photo (None: it is left alone, for ``reason``), and what was found, in sentences.

    ``seconds`` is the time spent on it so far, without that in which it waited.
    """

    photo: Photo | None
    source_sha256: str
    findings: str
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Draft:
    """A finished result without its name (``path`` None: the photo is left alone, for ``reason``).

    ``seconds`` is the time spent on it, without that in which it waited.
    """

    path: Path | None
    sha256: str
    source_sha256: str
    findings: str
    reason: str = ""
    seconds: float = 0.0


def load(source: Path, progress: Progress | None = None) -> Loaded:
    """Read a photo.

    Raises:
        PhotoError: it cannot be read, or changed meanwhile.
    """
    started = time.monotonic()
    try:
        before = source.stat()
        digest = sha256_of(source)
        photo = open_photo(source, progress=progress)
        after = source.stat()
    except OSError as error:
        raise PhotoError(f"“{source.name}” cannot be read: {error.strerror or error}.") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise PhotoError(f"“{source.name}” changed while it was read.", "Try again when it is finished.")
    return Loaded(photo, digest, time.monotonic() - started)


def compute(
    loaded: Loaded,
    treatment: Treatment,
    engine: Engine,
    catalog: Catalog,
    *,
    progress: Progress | None = None,
) -> Computed:
    """Restore a photo in memory as the treatment says, or as its diagnosis does.

    Raises:
        ModelError, DeviceError, PhotoError: what `restore` raises.
        Cancelled: somebody asked to stop.
    """
    progress, started = progress or Progress(), time.monotonic()
    recipe, findings = treatment.recipe, list(loaded.photo.notes)
    rendition = Rendition(loaded.photo)
    if recipe is None:
        diagnosis = diagnose(rendition, engine, catalog, progress=progress.part(0.0, 0.3))
        recipe = diagnosis.with_denoiser(treatment.denoiser)
        findings += [finding.sentence for finding in diagnosis.findings]
        reason = f"Set aside for a look: {diagnosis.look}" if diagnosis.look else ""
        if not recipe.active and not reason:
            reason = "Nothing needs to be restored; no result was written."
        if reason:
            return Computed(None, loaded.sha256, " ".join(findings), reason)
    restoration = restore(
        loaded.photo, recipe, engine, catalog, rendition=rendition, progress=progress.part(0.3, 0.7)
    )
    findings += _sentences(restoration)
    told = with_provenance(restoration.photo, recipe, restoration.steps)
    seconds = loaded.seconds + time.monotonic() - started
    return Computed(told, loaded.sha256, " ".join(findings), seconds=seconds)


def write(computed: Computed, order: Order, progress: Progress | None = None) -> Draft:
    """Write a restored photo as a draft.

    Raises:
        PhotoError: the disk refuses. OSError: so it does when the draft is read again.
        Cancelled: somebody asked to stop; nothing is left behind.
    """
    if computed.photo is None:
        return Draft(None, "", computed.source_sha256, computed.findings, computed.reason)
    started = time.monotonic()
    # Two workers may be given the same order, if one of them is believed to be dead.
    draft = order.drafts / f"{order.item}-{secrets.token_hex(6)}{order.suffix}"
    save_photo(computed.photo, draft, order.treatment.save, progress=progress)
    digest = sha256_of(draft)
    seconds = computed.seconds + time.monotonic() - started
    findings = computed.findings
    if computed.photo.format != "JPEG":  # what it could not hold was not there to be lost
        findings = " ".join((findings, *losses(computed.photo, draft, order.treatment.save))).strip()
    return Draft(draft, digest, computed.source_sha256, findings, seconds=seconds)


def _sentences(restoration: Restoration) -> list[str]:
    said = []
    for step in restoration.steps:
        strength = f"strength {100 * step.step.strength:.0f} %"
        who = f"{step.model} {step.version}, {strength}, on {step.run.device.name}"
        said.append(f"{who}: {step.finding}." if step.finding else f"{who}.")
        said += step.run.notices
    return said
