"""The window: the only package that knows Qt.

`application` puts everything together; `main_window` wires it and decides nothing. Actions become `commands`;
widgets (`panels`, `windows`) tell `workspace` what is wanted. `workspace` starts jobs (`work`), a job's
outcome comes back through `bridge` into the window's thread, and one signal, ``changed``, makes every widget
draw itself anew from the document. `canvas` shows pictures and knows nothing of all that.
"""

# Before Qt, whose hook on Python's imports makes all that is loaded after it take twice as long.
import restorer.app.jobs
import restorer.photo  # noqa: F401
