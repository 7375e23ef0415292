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


THIN = {"thin_widths": (12, 16), "thin_encoder_blocks": (1, 2), "thin_decoder_blocks": (2,)}


def test_what_looks_for_thin_damage_begins_by_judging_as_the_other_part_does() -> None:
    import torch

    from restorer.training.growth import grown, inherited
    from restorer.training.train import build_network

    whole = build_network(PLANS["find-damage"]).eval()
    whole.judge.last.weight.data.normal_(generator=torch.Generator().manual_seed(3))
    weights = whole.state_dict()
    finder = build_network(dataclasses.replace(PLANS["find-thin-damage"], seed=2, **THIN)).eval()
    finder.load_state_dict(grown(weights, finder))
    drawn = finder.state_dict()["thin.stem.weight"].clone()
    finder.load_state_dict(inherited(weights, finder, "thin"))
    assert not torch.equal(finder.state_dict()["thin.stem.weight"], drawn)
    photo = torch.rand(1, 3, 32, 32)
    with torch.no_grad():
        before, after = whole.parts(photo), finder.parts(photo)
    torch.testing.assert_close(after["thin"], before["logits"], atol=1e-5, rtol=0)
    # Two that are as sure as each other: the odds are twice as high.
    torch.testing.assert_close(after["logits"].exp(), 2 * before["logits"].exp(), atol=0, rtol=1e-4)
    finder.thin.last.bias.data += 2.0
    with torch.no_grad():
        surer = finder.parts(photo)
    odds = before["logits"].exp() + surer["thin"].exp()
    torch.testing.assert_close(surer["logits"].exp(), odds, atol=0, rtol=1e-4)


def test_a_part_that_nobody_knows_does_not_hide_another_network() -> None:
    from restorer.training.growth import grown
    from restorer.training.train import build_network

    denoiser = build_network(PLANS["denoise"]).state_dict()
    finder = build_network(PLANS["find-damage"])
    with pytest.raises(RuntimeError, match="nexpected key"):
        finder.load_state_dict(grown(denoiser, finder))


def test_what_is_thin_stands_out_and_what_is_wide_does_not() -> None:
    import torch

    from restorer.training.networks.damage import thin_things

    photo = torch.full((1, 3, 64, 64), 0.5)
    photo[..., 10, :] = 0.9  # a light line of one pixel
    photo[..., 30:35, :] = 0.2  # a dark one of five
    photo[..., 45:63, :] = 0.9  # a bright field
    light, dark = thin_things(photo)[0].split(3)
    assert light[:, 10, 32].tolist() == pytest.approx([0.4, 0.4, 0.4])
    assert dark[:, 32, 32].tolist() == pytest.approx([0.0, 0.3, 0.3])
    assert light[:, 54, 32].tolist() == pytest.approx([0.0, 0.0, 0.0])
    assert float(light[:, 20].abs().max() + dark[:, 20].abs().max()) == 0
