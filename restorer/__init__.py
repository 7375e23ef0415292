"""Restorer gives old and damaged photographs back to the people who love them."""

__version__ = "0.1.0"

RELEASES = ""
"""The address (https) under which releases are published; empty as long as there is none."""
