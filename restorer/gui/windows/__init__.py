"""The windows and dialogs that the main window opens."""
