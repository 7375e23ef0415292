"""What the user asks for.

A `recipe.Recipe` is an ordered list of `steps`; `restore` carries it out on a photo. What each network does
is a module of its own (`denoise`, `detail`, `tones`, `masking`, `colorize`), which knows how a photo is put
before the network and how the answer comes back, and leaves the running to the engine. They do not know each
other: `stages` says which of them a recipe needs, `computing` runs what is missing, and a
`rendition.Rendition` keeps what they made and blends it, so that no setting runs a network twice
(docs/decisions/005). `repairs` turns a network's scores into places that a person can accept or reject;
`painting` is what a hand adds to them.
"""
