"""Laiwang (来往): an open, self-hosted messenger. One ordered log, many small capabilities around it."""

__version__ = "0.1.0"
