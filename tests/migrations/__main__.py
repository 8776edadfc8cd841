"""For who changes tables: `make revision NAME="what it does"` writes the step, `make dump` stores a database as it is after it."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import NullPool, create_engine

import laiwang.edge.capabilities  # noqa: F401  # every table
from laiwang.adapters.migrations import HEAD
from laiwang.adapters.migrations.upgrading import new_revision
from laiwang.adapters.sqlite.schema import upgrade_file
from tests.harness.postgres import client_program, shared_databases, stop_shared
from tests.harness.server import URL_SETTING, ServerProcess
from tests.migrations.world import settle

DUMPS = Path(__file__).parent / "dumps"


def write_revision(what: str) -> None:
    """The file of the next revision, with what Alembic sees between the revisions and today's tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "laiwang.db"
        upgrade_file(path, HEAD)
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
        with engine.connect() as connection:
            written = new_revision(connection, what)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", written], check=True)
    print(f"{os.path.relpath(written)}: read it and complete it, then `make dump`")


async def dump(store: str) -> None:
    """A server's database after some life, as SQL, and what its people must find again."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {URL_SETTING: shared_databases().make()} if store == "postgres" else {}
        server = ServerProcess(Path(folder) / "data", settings)
        server.start()
        try:
            settled = await settle(server)
            server.stop()
        finally:
            server.kill()
        if store == "postgres":
            text = client_program("pg_dump", "--inserts", "--rows-per-insert=100", "--no-owner", settings[URL_SETTING])
            # Words of psql, and comments that name its version.
            kept = [line for line in text.splitlines() if line and not line.startswith(("\\", "--"))]
        else:
            with closing(sqlite3.connect(server.data / "laiwang.db")) as database:
                kept = list(database.iterdump())
    (DUMPS / f"{HEAD}.{store}.sql").write_text("\n".join(kept) + "\n", encoding="utf-8")
    (DUMPS / f"{HEAD}.{store}.json").write_text(json.dumps(settled, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Runs one of the two."""
    match arguments:
        case ["revision", what] if what:
            write_revision(what)
        case ["dump"]:
            for store in ("sqlite", "postgres"):
                asyncio.run(dump(store))
            stop_shared()
            print(f"{os.path.relpath(DUMPS)}: the database of revision {HEAD}, commit it with the revision")
        case _:
            print('make revision NAME="what it does" | make dump', file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
