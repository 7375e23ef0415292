"""What the program does, without a window.

`document` is a photo being worked on, `jobs` runs work in the background.

The window and the command line both stand on this package; it knows neither.
"""
