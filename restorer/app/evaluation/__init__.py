"""Measures models on folders of photos, beside the methods that a user would else pick, in the same run.

`pictures` reads what is measured on, `scores` holds the measures. Each family has a module that makes the
damage, runs model and peers on it and yields `scores.Score`s: `denoising`, `damage` (finding and repairing
it), `watermarks`, `colouring` and `prints` (general restoring). `calibration` counts how often a model that
finds is wrong, `colour_calibration` finds how a colourizer's answer is best read. `peers` and `chains` are
the classical methods, from libraries that users need not install.
"""
