"""What a picture is, and how it comes from a file and goes into one.

`open_photo` gives a `Photo`: upright, in its file's own depth and colours, with all its metadata; `probe`
says from the header alone what to expect. `save_photo` writes a photo; `check_target` says before whether
it could, and `losses` what the format cannot hold. `display_pixels` makes any pixels fit for the screen, and
`thumbnail` a small picture for a list.
How each format works inside is nobody else's business.
"""

from restorer.photo.colour import display_pixels
from restorer.photo.geometry import Box
from restorer.photo.kinds import MOST_BITS, READABLE, WRITABLE
from restorer.photo.photo import Metadata, Photo
from restorer.photo.probing import Facts, probe
from restorer.photo.reading import open_photo
from restorer.photo.thumbnails import thumbnail
from restorer.photo.writing import SaveOptions, check_target, losses, refuse_original, save_photo

__all__ = [
    "MOST_BITS",
    "READABLE",
    "WRITABLE",
    "Box",
    "Facts",
    "Metadata",
    "Photo",
    "SaveOptions",
    "check_target",
    "display_pixels",
    "losses",
    "open_photo",
    "probe",
    "refuse_original",
    "save_photo",
    "thumbnail",
]
