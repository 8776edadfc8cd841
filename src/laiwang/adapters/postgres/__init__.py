"""PostgreSQL as the store: one order of positions over all processes that write to a database, reads over a pool of connections."""

from laiwang.adapters.postgres.database import PostgresDatabase

__all__ = ["PostgresDatabase"]
