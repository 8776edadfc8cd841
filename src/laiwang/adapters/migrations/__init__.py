"""Schema changes, one Alembic revision each, for both engines.

A new database gets today's tables at once; a test shows that both ways end alike. What imports Alembic is in `upgrading.py`, and only a
database that has to be upgraded asks for it: a start must not wait for it.
"""

from __future__ import annotations

from pathlib import Path

from laiwang.kernel.ports import DatabaseUnfit

__all__ = ["FOLDER", "HALF_FILLED", "HEAD", "REVISIONS", "check_fingerprint", "check_known"]

FOLDER = Path(__file__).parent
#: all revisions, oldest first: the names of their files tell, as in `versions/r0002_what_it_does.py`
REVISIONS = tuple(sorted(path.name[1:5] for path in (FOLDER / "versions").glob("r[0-9]*.py")))
HEAD = REVISIONS[-1]
#: in the place of a revision, as long as a database is being filled from another one
HALF_FILLED = "half filled"


def check_known(revision: str | None, where: str) -> None:
    """Whether this version can bring a database of that revision up to date. Raises DatabaseUnfit."""
    if revision in REVISIONS:
        return
    if revision == HALF_FILLED:
        raise DatabaseUnfit(f"{where} is half filled: run `laiwang migrate` again, which goes on where it stopped")
    if revision is not None and revision.isascii() and revision.isdigit() and revision > HEAD:
        raise DatabaseUnfit(
            f"{where} was written by a newer version of Laiwang (its tables are of revision {revision}, and this version knows them up to "
            f"{HEAD}); start the newer version, or restore a backup from before the upgrade"
        )
    raise DatabaseUnfit(f"{where} is no database of Laiwang that this version knows (revision {revision})")


def check_fingerprint(found: str | None, wanted: str, where: str) -> None:
    """Whether a database of the newest revision has today's tables: in development tables change before their revision is written.
    Raises DatabaseUnfit."""
    if found != wanted:
        raise DatabaseUnfit(
            f"{where} was made by another development version, with other tables, and this version cannot read it; "
            "start on a new one, or with the version that made this one"
        )
