"""The canvas on which a photo is compared before and after."""

from restorer.gui.canvas.canvas import Canvas
from restorer.gui.canvas.layout import Mode
from restorer.gui.canvas.picture import Picture

__all__ = ["Canvas", "Mode", "Picture"]
