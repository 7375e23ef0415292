"""Pictures of nothing, drawn by code: intact, and like no photo that a training has.

A network that looks for what does not belong takes for damage what its photos never showed it: a dark beast,
a railing, a wire. Shapes laid over shapes, in sizes that follow a power law, have edges, shades and textures
as photos have (the "dead leaves" of Matheron, 1968; Lee, Mumford, Huang, "Occlusion Models for Natural
Images", 2001), and there is no end of them.
"""
