"""`python -m bench.move`: how fast `laiwang migrate` moves a server of many messages, and with how much memory.

The messages are written straight into the tables, as sends write them; the move is that of the command, in a process of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import apsw

import laiwang.edge.capabilities  # noqa: F401  # every table
from laiwang.adapters.sqlite import bring_up_to_date
from laiwang.edge.data_folder import DataFolder
from tests.harness.postgres import postgres_server

ROOMS = 500


def fill(path: Path, messages: int) -> None:
    """A log of so many messages with the rows that each of them has elsewhere."""
    bring_up_to_date(path)
    database = apsw.Connection(str(path))
    database.execute("PRAGMA synchronous=OFF")
    with database:
        database.executemany("INSERT INTO topics VALUES (?, ?)", ((n, f"room:!{n}:x") for n in range(1, ROOMS + 1)))
        body = (
            b'{"content":{"body":"'
            + b"How are you today? " * 8
            + b'","msgtype":"m.text"},"type":"m.room.message","event_id":"%s"}'
        )

        def name(n: int) -> str:
            return "$" + hashlib.sha256(n.to_bytes(8, "big")).hexdigest()[:43]

        database.executemany(
            "INSERT INTO log VALUES (?, ?, 'event', NULL, ?, ?, ?)",
            (
                (n, n % ROOMS + 1, n % 5, body % name(n).encode(), b'{"auth":["$a","$b"]}')
                for n in range(1, messages + 1)
            ),
        )
        database.executemany("INSERT INTO event_ids VALUES (?, ?)", ((name(n), n) for n in range(1, messages + 1)))
        database.executemany(
            "INSERT INTO transactions VALUES (?, ?, ?, ?, ?)",
            ((f"@u{n % 97}:x/D", f"send/!{n % ROOMS}:x/m", f"t{n}", name(n), n) for n in range(1, messages + 1)),
        )
        database.execute("UPDATE log_position SET value = ?", (messages,))
    database.close()


def main() -> None:
    """Prints one line."""
    parser = argparse.ArgumentParser(prog="python -m bench.move", description=__doc__)
    parser.add_argument("--messages", type=int, default=300_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, postgres_server({}) as server:
        folder = DataFolder(Path(place) / "data")
        folder.root.mkdir()
        folder.server_name("x")
        fill(folder.database, asked.messages)
        size = folder.database.stat().st_size
        environment = {name: value for name, value in os.environ.items() if not name.startswith("LAIWANG_")}
        begin = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "laiwang", "migrate", "--to", server.url(), "--data", str(folder.root)],
            check=True,
            env=environment,
        )
        spent = time.monotonic() - begin
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{asked.messages:,} messages, {size / 1e6:.0f} MB: moved and compared in {spent:.1f} s"
            f" ({asked.messages / spent:,.0f}/s), at most {memory:.0f} MB of memory"
        )


if __name__ == "__main__":
    main()
