"""Plans of networks so small that they learn in seconds: one for every family."""

import dataclasses

from restorer.training.plan import TrainingPlan

TINY = TrainingPlan(
    name="Tiny",
    task="denoise",
    widths=(8, 16),
    encoder_blocks=(1, 1),
    decoder_blocks=(1,),
    steps=24,
    crop=32,
    large_crop=48,
    validation_crop=48,
    validation_crops=6,
    validation_steps=12,
    batch=4,
    validation_share=0.2,
    warm_up_steps=5,
    learning_rate=3e-3,
)
TWO_PARTS = {"finder_widths": (8, 16), "finder_encoder_blocks": (1, 1), "finder_decoder_blocks": (1,)}
PLANS = {
    "denoise": TINY,
    "colorize": dataclasses.replace(TINY, task="colorize", groups=2),
    "watermark": dataclasses.replace(TINY, task="watermark", dilations=(1, 2), **TWO_PARTS),
    "find-watermark-close": dataclasses.replace(TINY, task="find-watermark-close", **TWO_PARTS),
    "find-watermark": dataclasses.replace(TINY, task="find-watermark"),
    "find-damage": dataclasses.replace(TINY, task="find-damage", code=3, **TWO_PARTS),
    "repair-damage": dataclasses.replace(TINY, task="repair-damage", dilations=(1, 2)),
    "find-faces": dataclasses.replace(TINY, task="find-faces"),
    "restore": dataclasses.replace(TINY, task="restore", loss="mean squared error"),
    "restore-tones": dataclasses.replace(TINY, task="restore-tones", half_weights=True),
}
NETWORKS = {**PLANS, "denoise-thorough": dataclasses.replace(TINY, task="denoise-thorough")}
"""The thorough denoiser has the plain one's weights, and learns nothing itself."""
