"""Background jobs: one outcome each, in the owner's thread, and stoppable."""

import threading
from collections.abc import Iterator

import pytest
from fakes import InlineDelivery

from restorer.app.jobs import Job, JobRunner, JobState
from restorer.progress import Progress, ProgressReport


@pytest.fixture
def delivery() -> InlineDelivery:
    return InlineDelivery()


@pytest.fixture
def runner(delivery: InlineDelivery) -> Iterator[JobRunner]:
    runner = JobRunner(delivery)
    yield runner
    runner.shutdown()


def _until_over(job: Job, delivery: InlineDelivery) -> None:
    limit = threading.Event()
    for _ in range(2000):
        delivery.listen()
        if job.finished:
            return
        limit.wait(0.005)
    raise AssertionError(f"{job.title} did not end")


def test_the_result_arrives_in_the_owners_thread(runner: JobRunner, delivery: InlineDelivery) -> None:
    threads: dict[str, threading.Thread] = {}

    def work(progress: Progress) -> int:
        threads["work"] = threading.current_thread()
        return 42

    results: list[int] = []

    def done(result: int) -> None:
        threads["done"] = threading.current_thread()
        results.append(result)

    job = runner.start("answer", work, done=done)
    _until_over(job, delivery)
    assert results == [42]
    assert job.state is JobState.DONE
    assert threads["done"] is threading.current_thread() is not threads["work"]
    assert not runner.busy


def test_a_failure_is_handed_over_and_nothing_else(runner: JobRunner, delivery: InlineDelivery) -> None:
    errors: list[Exception] = []

    def work(progress: Progress) -> None:
        raise ValueError("broken")

    job = runner.start("breaks", work, done=lambda _: pytest.fail("it did not work"), failed=errors.append)
    _until_over(job, delivery)
    assert job.state is JobState.FAILED
    assert [str(error) for error in errors] == ["broken"]


def test_progress_comes_before_the_outcome_and_only_the_latest(
    runner: JobRunner, delivery: InlineDelivery
) -> None:
    heard: list[ProgressReport | str] = []
    finished = threading.Event()

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress(step / 1000)
        finished.set()

    job = runner.start("counts", work, done=lambda _: heard.append("done"), progress=heard.append)
    assert finished.wait(10)
    _until_over(job, delivery)
    assert heard[-1] == "done"
    assert len(heard) == 2
    assert isinstance(heard[0], ProgressReport)
    assert heard[0].fraction == pytest.approx(0.999)


def test_cancelling_stops_the_work(runner: JobRunner, delivery: InlineDelivery) -> None:
    started, heard = threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress(0.5)

    job = runner.start(
        "endless", work, done=lambda _: heard.append("done"), cancelled=lambda: heard.append("cancelled")
    )
    assert started.wait(10)
    job.cancel()
    _until_over(job, delivery)
    assert heard == ["cancelled"]
    assert job.state is JobState.CANCELLED


def test_a_result_that_nobody_wants_any_more_is_dropped(runner: JobRunner, delivery: InlineDelivery) -> None:
    finished, heard = threading.Event(), []
    job = runner.start(
        "late",
        lambda progress: finished.set(),
        done=lambda _: heard.append("done"),
        cancelled=lambda: heard.append("cancelled"),
    )
    assert finished.wait(10)
    job.cancel()  # the work is over, but its owner has not heard of it yet
    _until_over(job, delivery)
    assert heard == ["cancelled"]


def test_a_new_job_takes_the_slot_of_the_last(runner: JobRunner, delivery: InlineDelivery) -> None:
    started, heard = threading.Event(), []

    def endless(progress: Progress) -> None:
        started.set()
        while True:
            progress(0.0)

    first = runner.start("first", endless, done=lambda _: heard.append("first"), slot="preview")
    assert started.wait(10)
    second = runner.start("second", lambda _: None, done=lambda _: heard.append("second"), slot="preview")
    _until_over(second, delivery)
    assert heard == ["second"]
    assert first.state is JobState.CANCELLED


def test_jobs_of_one_lane_keep_their_order(runner: JobRunner, delivery: InlineDelivery) -> None:
    order: list[int] = []
    jobs = [
        runner.start(str(number), lambda _, number=number: order.append(number), done=lambda _: None)
        for number in range(20)
    ]
    _until_over(jobs[-1], delivery)
    assert order == list(range(20))


def test_after_shutdown_nothing_is_delivered(delivery: InlineDelivery) -> None:
    runner = JobRunner(delivery)
    started = threading.Event()

    def endless(progress: Progress) -> None:
        started.set()
        while True:
            progress(0.0)

    runner.start("endless", endless, done=lambda _: pytest.fail("nobody listens"))
    assert started.wait(10)
    delivery.listen()
    runner.shutdown()
    assert delivery.waiting == []
