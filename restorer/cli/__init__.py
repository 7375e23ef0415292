"""The command line: the same core as the window's, for terminals and scripts.

`parser` says what may be asked, `main` carries it out and turns what happens into an exit status, and each
command has a module of its own. Results go to standard output, progress and messages to standard error.
"""
