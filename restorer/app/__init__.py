"""What the program does, without a window.

`document` is a photo being worked on, `jobs` runs work in the background, `batch` restores whole folders with
a journal on disk, `training` teaches a network on somebody's own folder, `model_files` passes models on,
`inspection` lists what does not belong into a folder, `self_check` proves that an installation computes
rightly, `evaluation` measures a model beside its peers, and `measures` are numbers about a restoration.

The window and the command line both stand on this package; it knows neither.
"""
