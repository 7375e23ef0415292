"""The table of actions: complete, and no key asks for two things."""

from collections import Counter

import pytest
from program import Program
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from restorer import paths
from restorer.gui.action_spec import ActionSpec, Scope
from restorer.gui.action_table import ACTIONS, HELD_KEYS, MENUS

_RESERVED = {"Alt+F4", "Alt+Tab", "Ctrl+Alt+Del", "Ctrl+Esc", "Alt+Space", "Meta+L", "Ctrl+Alt+T", "Print"}


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_every_action_has_all_that_it_needs(spec: ActionSpec) -> None:
    assert spec.text
    assert spec.tip
    assert spec.menu in MENUS
    assert spec.shortcuts, "no shortcut"
    assert (paths.resources() / "icons" / f"{spec.icon}.svg").is_file()
    for shortcut in spec.shortcuts:
        assert QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText) == shortcut


def test_no_shortcut_is_given_twice_or_reserved_by_a_desktop() -> None:
    given = Counter(shortcut for spec in ACTIONS for shortcut in spec.shortcuts)
    given.update(key for key in HELD_KEYS if "+" not in key)
    assert [shortcut for shortcut, times in given.items() if times > 1] == []
    assert _RESERVED & set(given) == set()


def test_names_are_given_once() -> None:
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)


def test_single_keys_act_on_the_canvas_only() -> None:
    for spec in ACTIONS:
        for shortcut in spec.shortcuts:
            plain = len(shortcut.removeprefix("Shift+")) == 1
            assert not plain or spec.scope is Scope.CANVAS, f"{spec.name}: {shortcut}"


def test_no_two_entries_of_a_menu_have_the_same_mnemonic() -> None:
    for menu in MENUS:
        letters = Counter(
            spec.text[spec.text.index("&") + 1].lower()
            for spec in ACTIONS
            if spec.menu == menu and "&" in spec.text
        )
        assert [letter for letter, times in letters.items() if times > 1] == [], menu


def test_every_action_does_something_and_stands_in_its_menu(program: Program) -> None:
    bar = program.window.menuBar()
    listed = {action.objectName() for menu in bar.actions() for action in menu.menu().actions()}
    for spec in ACTIONS:
        assert spec.name in listed, spec.name
        assert program.window.actions_[spec.name].receivers("2triggered(bool)") > 0, (
            f"{spec.name} does nothing"
        )


def test_canvas_keys_belong_to_the_canvas(program: Program) -> None:
    canvas: QWidget = program.window.canvas
    for spec in ACTIONS:
        action = program.window.actions_[spec.name]
        assert (action in canvas.actions()) == (spec.scope is Scope.CANVAS)
        assert (action in program.window.actions()) == (spec.scope is Scope.WINDOW)
