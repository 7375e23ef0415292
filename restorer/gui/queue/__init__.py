"""The queue: whole folders in the window.

``queue`` is what happens: it plans, runs, pauses, adds, takes back, and tells by signals; ``work`` is what it
has done away from the window's thread, and what a batch tells from there waits in the ``mailbox``. ``model``
holds the rows for the table and ``delegate`` paints them, with small pictures that ``thumbnails`` reads;
``panel`` puts both into the dock, with a ``question_bar`` where something has to be decided. ``preflight``
shows the plan before anything runs, ``commands`` connects all that with the menu and with what is dropped,
and ``notice`` tells the desktop when a batch is over.
"""
