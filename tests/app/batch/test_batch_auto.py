"""``--auto`` in a batch: each photo gets what it needs, and the report says why."""

import json

import numpy as np
from batch_photos import AUTO, Bench, digests
from fakes import FakeCatalog, FakeEngine, denoised
from numpy.typing import NDArray
from PIL import Image

from restorer.app.batch.items import Treatment
from restorer.app.batch.work import Loaded, compute
from restorer.inference.catalog import Model
from restorer.photo import Photo


def _by_brightness(planes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find noise of 80 in white photos, none in black ones."""
    return denoised(planes, 80 * float(planes.mean()), 80 * float(planes.mean()))


class _Asked(FakeCatalog):
    """Notes which models it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def find(self, model_id: str) -> Model:
        self.asked.append(model_id)
        return super().find(model_id)


def test_auto_gives_each_photo_what_it_needs_and_says_why(bench: Bench) -> None:
    for name, value in (("black.png", 0), ("grey.png", 100), ("white.png", 255)):
        Image.fromarray(np.full((20, 20, 3), value, np.uint8)).save(bench.photos / name)
    bench.engine, bench.treatment = FakeEngine(_by_brightness), AUTO
    assert bench.run().skipped == 2
    rows = {row.source.name: row for row in bench.rows()}
    assert rows["black.png"].reason.startswith("Nothing needs to be restored")
    assert "Noise of 31" in rows["grey.png"].findings
    assert rows["white.png"].reason.startswith("Set aside for a look")
    assert digests(bench.results).keys() == {"grey.png"}
    runs = len(bench.engine.runs)
    assert bench.run().skipped == 0
    assert len(bench.engine.runs) == runs
    assert {row.source.name: row for row in bench.rows()} == rows


def test_auto_removes_noise_with_the_model_that_was_chosen_for_it(bench: Bench) -> None:
    own = Treatment(None, denoiser="attic")
    assert Treatment.from_json(json.loads(json.dumps(own.to_json()))) == own
    assert Treatment.from_json(AUTO.to_json()) == AUTO
    assert own.key(FakeCatalog()) != AUTO.key(FakeCatalog())  # type: ignore[arg-type]
    noisy = Loaded(Photo(np.full((20, 20, 3), 100, np.uint8)), "")
    for treatment, model in ((AUTO, "denoise"), (own, "attic")):
        catalog = _Asked()
        computed = compute(noisy, treatment, FakeEngine(_by_brightness), catalog)  # type: ignore[arg-type]
        assert computed.photo is not None
        assert catalog.asked[-1] == model
