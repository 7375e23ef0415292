"""The parts of the main window; each shows what the workspace holds and tells it what is wanted."""
