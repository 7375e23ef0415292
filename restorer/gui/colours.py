"""The colours of the window's two faces, and of both in high contrast.

All greys are neutral (red = green = blue): next to tinted greys, a photo's own colours look wrong. The one
strong colour marks what to do next; amber is kept for warnings.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Colours:
    """Colours as ``#rrggbb``, named after what they are for.

    ``surround`` is behind the photo, ``window`` behind tool bars, ``panel`` behind controls;
    ``raised`` is the face of buttons, ``pressed`` of what is held or hovered;
    ``line`` parts, ``edge`` outlines controls.
    """

    dark: bool
    surround: str
    window: str
    panel: str
    raised: str
    pressed: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    focus: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str
    green: str
    green_soft: str


DARK = Colours(
    dark=True,
    surround="#262626",
    window="#202020",
    panel="#2c2c2c",
    raised="#383838",
    pressed="#474747",
    line="#151515",
    edge="#4d4d4d",
    text="#ececec",
    muted="#b0b0b0",
    faint="#7d7d7d",
    accent="#3f7fd0",
    accent_hover="#4f8fe0",
    accent_soft="#2f4461",
    on_accent="#ffffff",
    focus="#79b0f5",
    amber="#f2b04a",
    amber_soft="#463820",
    red="#ff8d83",
    red_soft="#4a2826",
    green="#7fd197",
    green_soft="#223f2b",
)
LIGHT = Colours(
    dark=False,
    surround="#c4c4c4",
    window="#ececec",
    panel="#f8f8f8",
    raised="#ffffff",
    pressed="#dedede",
    line="#d2d2d2",
    edge="#b9b9b9",
    text="#1d1d1d",
    muted="#4e4e4e",
    faint="#8f8f8f",
    accent="#2467bd",
    accent_hover="#1d58a5",
    accent_soft="#d6e5f8",
    on_accent="#ffffff",
    focus="#2467bd",
    amber="#8a5300",
    amber_soft="#fdecc8",
    red="#b3261e",
    red_soft="#fbe1df",
    green="#1b6b35",
    green_soft="#dcf1e2",
)


def in_high_contrast(colours: Colours) -> Colours:
    """Return ``colours`` with black or white text and outlines that nobody can miss."""
    ink, paper = ("#ffffff", "#000000") if colours.dark else ("#000000", "#ffffff")
    return replace(
        colours, window=paper, panel=paper, raised=paper, line=ink, edge=ink, text=ink, muted=ink, faint=ink
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1..21) of two ``#rrggbb`` colours, as WCAG 2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
