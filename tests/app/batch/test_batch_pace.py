"""How long a batch will take is said as a range, which becomes narrow as photos are done."""

import pytest
from batch_photos import AUTO, DENOISE
from fakes import FakeCatalog, FakeEngine

from restorer.app.batch.pace import Pace, Span, measure_pace


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_before_three_photos_only_what_was_measured_counts() -> None:
    assert Pace().left(10, 5) is None
    pace = Pace(Span(1, 2))
    pace.finished(1)
    assert pace.left(10, 5) == Span(10, 20)


def test_even_photos_give_a_narrow_range_around_the_truth() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    for _ in range(5):
        clock.now += 3
        pace.finished(1.5)
    left = pace.left(15, 10)
    assert left is not None
    assert left.low < 30 < left.high
    assert left.high - left.low < 5
    assert pace.megapixels_per_second == pytest.approx(0.5)


def test_uneven_photos_give_a_wide_one() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    for seconds in (1, 9, 2, 8):
        clock.now += seconds
        pace.finished(1)
    few, many = pace.left(1, 1), pace.left(100, 100)
    assert few is not None
    assert many is not None
    assert few.high / few.low > 1.5 * many.high / many.low
    assert 0 < few.low < 5 < few.high


def test_pauses_do_not_count() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    clock.now = 2
    pace.pause()
    clock.now = 1000
    pace.resume()
    clock.now = 1003
    assert pace.seconds == 5


@pytest.mark.parametrize("treatment", [DENOISE, AUTO])
def test_the_pace_is_measured_by_trying(treatment: object) -> None:
    engine = FakeEngine()
    span = measure_pace(treatment, engine, FakeCatalog())  # type: ignore[arg-type]
    assert len(engine.runs) == 3
    assert 0 <= span.low <= span.high
