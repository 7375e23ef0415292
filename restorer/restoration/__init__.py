"""What the user asks for.

A `recipe.Recipe` is an ordered list of steps; `restore` carries it out on a photo. Each kind of step lives in
a module of its own (`denoise`), knows how a photo is put before its network and how the network's answer
comes back into the photo, and leaves the running to the engine. Steps do not know each other.
"""
