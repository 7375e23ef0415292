"""Gives widgets the names that style sheet, tests and remembered layouts know them by."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Widget = TypeVar("Widget", bound=QWidget)


def named(widget: Widget, name: str = "", *, role: str = "") -> Widget:
    """Return ``widget`` with an object name and, for the style sheet, a role."""
    if name:
        widget.setObjectName(name)
    if role:
        widget.setProperty("role", role)
    return widget
