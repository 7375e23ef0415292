"""What is kept of what was made: few things, each made once."""

import threading

import pytest

from restorer.restoration.keeping import Kept


def test_what_is_kept_is_made_once_and_what_nobody_asked_for_longest_goes() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    kept: Kept[str, str] = Kept(2)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(name, lambda name=name: make(name)) == name.upper()
    assert made == ["a", "b", "c", "b"]


def test_what_is_larger_than_the_room_is_given_and_not_kept() -> None:
    kept: Kept[str, bytes] = Kept(10, len)
    made: list[int] = []
    for _ in range(2):
        assert len(kept.get("large", lambda: made.append(1) or bytes(11))) == 11
    assert len(made) == 2


def test_nothing_is_kept_of_what_could_not_be_made() -> None:
    kept: Kept[str, int] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 1) == 1


def test_threads_that_ask_for_the_same_wait_for_the_one_that_makes_it() -> None:
    kept: Kept[str, object] = Kept(2)
    begun, going_on, made_again, answers = threading.Event(), threading.Event(), threading.Event(), []

    def slowly() -> object:
        begun.set()
        assert going_on.wait(10)
        return object()

    def again() -> object:
        made_again.set()
        return object()

    first = threading.Thread(target=lambda: answers.append(kept.get("a", slowly)))
    first.start()
    assert begun.wait(10)
    second = threading.Thread(target=lambda: answers.append(kept.get("a", again)))
    second.start()
    assert not made_again.wait(0.2)
    going_on.set()
    first.join(10)
    second.join(10)
    assert len(answers) == 2
    assert answers[0] is answers[1]
