"""Exit statuses: the same for every command, and listed in the help (see `parser`)."""

DONE, FAILED, WRONG_USE, MISSING, STOPPED = 0, 1, 2, 3, 130
