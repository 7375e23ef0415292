"""A few hundred random inputs for each reader; `fuzzing` tries millions, guided by what they reach."""

import numpy as np
import pytest
from spoiling import damaged
from targets import TARGETS, attempt

ROUNDS = {"journal": 60, "shared model": 60, "camera raw": 40, "WebP, HEIC, AVIF": 60}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_sentences(name: str) -> None:
    target, random = TARGETS[name], np.random.default_rng(20)
    seeds = target.seeds()
    for seed in seeds:
        assert not attempt(target, seed), "a sound input was refused"

    for number in range(ROUNDS.get(name, 150)):
        attempt(target, damaged(seeds[number % len(seeds)], random))
