"""The networks, small enough to read: `blocks` holds the autoencoder that all of them are made of.

Every network takes ``(N, channels, H, W)`` in 0..1, H and W multiples of its coarsest level's pixel, and
returns planes of the same height and width. `forward` returns what the engine is to see; `parts` (where a
network has it) what a training run needs besides.
"""
