"""Packs: large parts of the program that few people need, added on request.

The training pack holds torch, the GPU pack what computes on graphics cards. `pack` is what a release says
about its packs, checksums included; `shelf` keeps those that are installed, each in a folder beside the
user's models; `unpacking` takes an archive apart, trusting nothing in it; `fetching` brings one over the
network and goes on where it was interrupted, `installing` does both.

Nothing is taken in whose checksum the release does not state, and nothing is fetched unless somebody asks.
"""
