"""Tool tips with names in them: Qt takes for markup what only looks like it."""

from html import escape


def plain_tip(text: str) -> str:
    """Return what shows ``text`` as it is when it is used as a tool tip."""
    if "<" not in text:
        return text
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<qt>{lines}</qt>"
