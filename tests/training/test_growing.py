"""Networks that begin with the weights of smaller ones, or of parts of others."""

import dataclasses

import pytest
from tiny_plans import PLANS, TINY

pytestmark = pytest.mark.train


def test_a_network_with_a_block_more_begins_as_the_one_without() -> None:
    import torch

    from restorer.training.growth import grown
    from restorer.training.train import build_network

    small = build_network(dataclasses.replace(TINY, decoder_blocks=(0,))).eval()
    large = build_network(TINY).eval()
    large.load_state_dict(grown(small.state_dict(), large))
    photo = torch.rand(1, 3, 16, 16)
    assert torch.equal(large(photo), small(photo))
    assert grown(large.state_dict(), small).keys() == large.state_dict().keys()  # another network


def test_a_network_with_a_level_more_begins_as_the_one_without() -> None:
    import torch

    from restorer.training.growth import grown
    from restorer.training.train import build_network

    small = build_network(TINY).eval()
    for weight in small.parameters():  # as if it had learnt something
        torch.nn.init.normal_(weight, std=0.1)
    levels = {"widths": (*TINY.widths, 16), "encoder_blocks": (*TINY.encoder_blocks, 1)}
    plan = dataclasses.replace(TINY, **levels, decoder_blocks=(*TINY.decoder_blocks, 0))
    large = build_network(plan).eval()
    large.load_state_dict(grown(small.state_dict(), large))
    photo = torch.rand(1, 3, 32, 32)
    assert torch.equal(large(photo), small(photo))
    # What comes back up from there is nothing, but it can learn to be something.
    large(photo).square().mean().backward()
    last = f"up.{len(plan.widths) - 2}."
    back = [weight.grad for name, weight in large.named_parameters() if last in name]
    assert [gradient is not None and bool(gradient.any()) for gradient in back] == [True]


def test_a_wider_network_begins_as_the_narrow_one() -> None:
    import torch

    from restorer.training.growth import grown
    from restorer.training.train import build_network

    small = build_network(PLANS["find-damage"]).eval()
    for weight in small.parameters():  # as if it had learnt something
        torch.nn.init.normal_(weight, std=0.1)
    widths = tuple(2 * width for width in PLANS["find-damage"].finder_widths)
    blocks = tuple(count + 1 for count in PLANS["find-damage"].finder_encoder_blocks)
    wider = dataclasses.replace(PLANS["find-damage"], finder_widths=widths, finder_encoder_blocks=blocks)
    large = build_network(wider).eval()
    large.load_state_dict(grown(small.state_dict(), large))
    photo = torch.rand(1, 3, 32, 32)
    torch.testing.assert_close(large(photo), small(photo), atol=1e-6, rtol=0)
    # Nothing looks at the new channels yet, but it can learn to.
    large(photo).square().mean().backward()
    last = large.judge.last.weight.grad[:, small.judge.last.weight.shape[1] :]
    assert bool(last.any())


def test_a_part_inherits_what_fits_from_another_kind_of_network() -> None:
    import torch

    from restorer.training.growth import inherited
    from restorer.training.train import build_network

    filler = build_network(dataclasses.replace(PLANS["repair-damage"], seed=2)).state_dict()
    remover = build_network(PLANS["watermark"])
    started = inherited(filler, remover, "remover")

    own = remover.state_dict()
    taken = {name for name in own if not torch.equal(started[name], own[name])}
    assert taken
    assert all(name.startswith("remover.") for name in taken)
    shared = taken - {"remover.stem.weight"}
    assert all(torch.equal(started[name], filler[name.replace("remover", "filler")]) for name in shared)


def test_a_part_inherits_from_its_namesake_where_there_is_one() -> None:
    import torch

    from restorer.training.growth import inherited
    from restorer.training.train import build_network

    both = build_network(dataclasses.replace(PLANS["watermark"], seed=2)).state_dict()
    alone = build_network(PLANS["find-watermark"])
    started = inherited(both, alone, "finder")
    for name, value in started.items():
        seen = both[name][:, : value.shape[1]] if name == "finder.stem.weight" else both[name]
        torch.testing.assert_close(value, seen, atol=0, rtol=0)


def test_a_part_that_nobody_knows_does_not_hide_another_network() -> None:
    from restorer.training.growth import grown
    from restorer.training.train import build_network

    denoiser = build_network(PLANS["denoise"]).state_dict()
    finder = build_network(PLANS["find-damage"])
    with pytest.raises(RuntimeError, match="nexpected key"):
        finder.load_state_dict(grown(denoiser, finder))
