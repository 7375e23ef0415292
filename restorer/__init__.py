"""Restorer gives old and damaged photographs back to the people who love them."""

__version__ = "0.1.0"
