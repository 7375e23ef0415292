"""What a hand paints on a photo: strokes, and the mask that they fill.

`mask.Mask` is immutable and made of tiles; `strokes` puts the shape of a stroke into the tiles that it
touches and leaves all others as they are, shared. So a stroke on the largest scan costs what it touches, and
the way back is the mask before it. `edits.Edits` keeps what was added apart from what was taken away, so that
both hold whatever a network finds beneath them.
"""
