"""Where to look when looking everywhere would take too long."""

from restorer.photo import Box


def sample_boxes(size: tuple[int, int], side: int, across: int) -> list[Box]:
    """Return up to ``across`` × ``across`` boxes of ``side`` pixels, spread evenly over ``size``.

    A photo hardly larger than a box has one box, in its middle.
    """

    def starts(length: int) -> list[int]:
        if length <= side * 2:
            return [max(0, (length - side) // 2)]
        room = length - side
        return [round(room * (i + 0.5) / across) for i in range(across)]

    height, width = size
    return [
        Box(top, left, min(top + side, height), min(left + side, width))
        for top in starts(height)
        for left in starts(width)
    ]
