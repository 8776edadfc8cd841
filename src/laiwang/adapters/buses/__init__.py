"""Buses between server processes: over PostgreSQL, and over NATS."""
