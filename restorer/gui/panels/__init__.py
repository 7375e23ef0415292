"""The parts of the main window around the photo. Each shows what the workspace holds and tells it what is wanted."""
