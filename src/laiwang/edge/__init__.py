"""The edge: HTTP, settings, the list of capabilities, the command line. Nothing below knows of it."""
