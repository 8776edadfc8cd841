"""Workloads on a real clock: one server process on one core, the load on the other, durable commits. `python -m bench --help`."""
