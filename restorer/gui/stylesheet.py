"""How controls are drawn, as a Qt style sheet over Fusion.

Only what Fusion draws plainly is redrawn here; combo boxes and spin boxes stay its own, coloured by the
palette. Roles are set as the dynamic property ``role``.
"""

from string import Template

from restorer import paths
from restorer.gui.colours import Colours

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 5px 7px; }

QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $panel; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 8px; border-radius: 5px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: $accent_soft; border: 1px solid $accent; border-radius: 5px; }
QMenu::separator { height: 1px; background: $separator; margin: 5px 8px; }

QToolBar {
    background: $window; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px; spacing: 3px; }
QToolBar::separator { background: $separator; width: 1px; margin: 6px 7px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; background: transparent; }
QToolButton:hover { background: $pressed; }
QToolButton:pressed { background: $edge; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:checked:disabled { background: transparent; border-color: transparent; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $faint; }
QToolButton[role="labelled"] { padding: 5px 10px 5px 7px; }
QToolButton[role="menu"] { padding-right: 18px; }
QToolButton[role="menu"]::menu-indicator { subcontrol-position: right center; right: 5px; }

QWidget#segments, QWidget#queue_filters {
    background: $well; border: 1px solid $separator; border-radius: 8px; }
QWidget#segments QToolButton, QWidget#queue_filters QToolButton { padding: 4px 7px; border-radius: 6px; }

QPushButton {
    background: $raised; border: 1px solid $edge; border-radius: 6px;
    padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: $pressed; }
QPushButton:pressed { background: $edge; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton:disabled { color: $faint; background: transparent; border-color: $separator; }
QPushButton[role="primary"], QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"] { font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton:default:hover {
    background: $accent_hover; border-color: $accent_hover;
     }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 2px solid $focus; }
QPushButton[role="primary"]:disabled { background: $raised; color: $faint; border-color: $separator; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[role="large"] { padding: 10px 14px; }
QPushButton[role="primary"][large="true"] { padding: 9px 14px; }
QPushButton[role="fold"] {
    text-align: left; background: transparent; border: 1px solid transparent; color: $muted;
    font-size: $small; font-weight: 600; padding: 4px 0; margin-left: -5px; }
QPushButton[role="fold"]:hover { color: $text; }
QPushButton[role="fold"]:focus { border-color: $focus; }

QDockWidget { color: $muted; }
QDockWidget > QWidget { background: $panel; }
QWidget#repair_panel, QWidget#panel_footer { background: $panel; }
QWidget#panel_footer { border-top: 1px solid $separator; }
QFrame#walk_bar { background: $panel; border: 1px solid $edge; border-radius: 9px; }
QFrame#walk_bar QLabel { padding: 0 6px; }
QWidget#panel, QWidget#photo_list, QScrollArea#panel_scroll, QScrollArea#panel_scroll > QWidget > QWidget {
    background: $panel; }
QScrollArea { border: none; }
QLabel { background: transparent; }
QLabel[role="heading"] { color: $muted; font-size: $small; font-weight: 600; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="statement"] { font-size: $statement; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="fact"] { color: $muted; }
QLabel[role="value"] { color: $muted; }
QLabel[suggested="true"] { color: $focus; font-weight: 600; }
QSlider[suggested="true"]::sub-page:horizontal { background: $focus; }
QSlider[suggested="true"]::handle:horizontal { border: 2px solid $focus; width: 14px; height: 14px; }
QFrame[role="rule"] { background: $separator; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="rule-upright"] { background: $separator; border: none; max-width: 1px; min-width: 1px; }

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
    background: $knob; border: 1px solid $knob_edge; }
QSlider::handle:horizontal:hover { border-color: $focus; }
QSlider::handle:horizontal:focus { border: 2px solid $focus; width: 14px; height: 14px; }
QSlider::sub-page:horizontal:disabled { background: $track; }
QSlider::handle:horizontal:disabled { background: $pressed; border-color: $separator; }

QProgressBar { border: none; border-radius: 3px; background: $track; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle {
    background: $pressed; border-radius: 4px; margin: 2px;
    min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: $window; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
QStatusBar QLabel#status_name { color: $text; }
QPushButton#device_chip { min-height: 16px; background: transparent;
    padding: 2px 7px 2px 5px; border-radius: 10px; border: 1px solid $edge;
    color: $muted; }
QPushButton#device_chip[fallen="true"] { background: $amber_soft; border-color: $amber; color: $amber; }
QPushButton#device_chip:hover { background: $pressed; }
QPushButton#device_chip:focus { border-color: $focus; }

QFrame#message { border: none; border-bottom: 1px solid $line; background: $accent_soft; }
QFrame#message[weight="check"] { background: $green_soft; }
QFrame#message[weight="warning"] { background: $amber_soft; }
QFrame#message[weight="error"] { background: $red_soft; }

QFrame#tour_card { background: $panel; border: 1px solid $accent; border-radius: 10px; }
QFrame#tour_ring { background: transparent; border: 3px solid $accent; border-radius: 8px; }

QWidget#empty_page { background: $surround; }
QPushButton[role="target"] {
    background: $panel; border: 1px solid $edge; border-radius: 12px;
    text-align: center; }
QPushButton[role="target"]:hover { background: $raised; border-color: $accent; }
QPushButton[role="target"]:focus { border: 2px solid $focus; }
QPushButton[role="target"] QLabel { background: transparent; }
QWidget#drop_veil { background: transparent; }

QListView { background: $panel; border: none; outline: none; padding: 4px; }
QListView#photos { activate-on-singleclick: 1; }
QListView::item { border-radius: 6px; padding: 5px; margin: 1px 2px; color: $text; }
QListView::item:hover { background: $raised; }
QListView::item:selected { background: $accent_soft; color: $text; }
QWidget#queue { background: $panel; }
QTableView#queue_table { background: $panel; border: none; outline: none; }
QTableView#queue_table:focus { border: 1px solid $focus; }
QToolButton[role="filter"] { padding: 3px 9px; }
QTableWidget, QTreeWidget, QPlainTextEdit, QTextBrowser {
    background: $panel; border: 1px solid $separator; border-radius: 6px; }
QHeaderView::section { background: $panel; color: $muted; border: none; padding: 4px 8px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px 0; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $field; border: 1px solid $outline; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $focus; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border: 2px solid $focus; width: 14px;
    height: 14px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { background: #ffffff; border: 5px solid $accent; width: 8px; height: 8px; }
QLineEdit { background: $field; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px; }
QLineEdit:focus { border-color: $focus; }
QTabBar::tab { padding: 7px 14px; }
""")


def style_sheet(colours: Colours, points: float) -> str:
    """Return the style sheet in ``colours``, for a system font of ``points``."""
    dark = colours.dark
    return _SHEET.substitute(
        {name: value for name, value in vars(colours).items() if isinstance(value, str)},
        separator=colours.line if not dark else "#3d3d3d",
        well="#1d1d1d" if dark else "#e2e2e2",
        track="#4a4a4a" if dark else "#c8c8c8",
        knob="#e6e6e6" if dark else "#ffffff",
        knob_edge="#111111" if dark else "#8c8c8c",
        outline="#8a8a8a",
        tick=(paths.resources() / "icons" / "tick.svg").as_posix(),
        field="#1d1d1d" if dark else "#ffffff",
        small=f"{points * 0.88:.1f}pt",
        statement=f"{points * 1.1:.1f}pt",
        title=f"{points * 1.9:.1f}pt",
    )
