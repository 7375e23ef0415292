"""The canvas on which a photo is compared before and after, marked and painted on."""

from restorer.gui.canvas.canvas import Canvas
from restorer.gui.canvas.layout import Mode
from restorer.gui.canvas.marks import Mark, Marks
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.pins import Pin
from restorer.gui.canvas.tools import Stroke, Tool

__all__ = ["Canvas", "Mark", "Marks", "Mode", "Picture", "Pin", "Stroke", "Tool"]
