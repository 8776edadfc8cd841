"""Ways to index messages by parts of words, over the same texts: `python -m bench.adr.search_index [MESSAGES]`. For docs/adr/0009.

Each is written in batches of 256, as a follower does it, into a file of its own. A query gives the newest 1,000 positions at most.
"""

from __future__ import annotations

import argparse
import struct
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import apsw

from bench.load import percentile
from bench.search import Words
from laiwang.chat.search.model import Entry
from laiwang.chat.search.rules import Probe, grams_of, hits_in_block, pack_entries, pack_grams
from laiwang.kit.folding import fold

BATCH = 256
FOUND_MAX = 1000
ROUNDS = 7


class Index(Protocol):
    """One way."""

    def add(self, entries: Sequence[tuple[int, str]]) -> None:
        """Takes (position, folded line) in."""

    def find(self, word: str) -> list[int]:
        """Positions of lines with the word, newest first."""


def _grams(text: str) -> list[int]:
    """Grams as numbers that fit a column of 32 bits."""
    return sorted({((gram * 0x9E3779B97F4A7C15) & ((1 << 64) - 1)) >> 33 for gram in grams_of(text)})


class PostingRows:
    """A row for each gram of each message; the texts beside it, to tell hits from accidents."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        db.execute("CREATE TABLE postings (gram INTEGER, position INTEGER, PRIMARY KEY (gram, position)) WITHOUT ROWID")
        db.execute("CREATE TABLE lines (position INTEGER PRIMARY KEY, line TEXT)")

    def add(self, entries: Sequence[tuple[int, str]]) -> None:
        """See Index."""
        rows = [(gram, position) for position, line in entries for gram in _grams(line)]
        self._db.executemany("INSERT INTO postings VALUES (?, ?)", rows)
        self._db.executemany("INSERT INTO lines VALUES (?, ?)", entries)

    def find(self, word: str) -> list[int]:
        """See Index."""
        grams = _grams(word)
        if not grams:
            where, params = "1", []
        else:
            where = " AND ".join(
                f"EXISTS (SELECT 1 FROM postings p{n} WHERE p{n}.gram = ? AND p{n}.position = lines.position)"
                for n in range(1, len(grams))
            )
            where = "lines.position IN (SELECT position FROM postings WHERE gram = ?)" + (where and " AND " + where)
            params = [*grams]
        sql = f"SELECT position FROM lines WHERE {where} AND instr(line, ?) ORDER BY position DESC LIMIT {FOUND_MAX}"
        return [row[0] for row in self._db.execute(sql, [*params, word])]


class PostingBlobs:
    """A row for each gram of each segment of 4,096 messages, its positions packed; small segments of a batch are merged."""

    SEGMENT = 4096

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._open: dict[int, list[int]] = defaultdict(list)
        self._count = 0
        self._first = 0
        db.execute(
            "CREATE TABLE postings (gram INTEGER, segment INTEGER, packed BLOB, PRIMARY KEY (gram, segment)) WITHOUT ROWID"
        )
        db.execute("CREATE TABLE lines (position INTEGER PRIMARY KEY, line TEXT)")

    def add(self, entries: Sequence[tuple[int, str]]) -> None:
        """See Index. What is in memory here would have to be on disk in a small form as well, which is not counted."""
        for position, line in entries:
            for gram in _grams(line):
                self._open[gram].append(position)
        self._db.executemany("INSERT INTO lines VALUES (?, ?)", entries)
        self._count += len(entries)
        if self._count >= self.SEGMENT:
            self.seal()

    def seal(self) -> None:
        """Writes the segment."""
        rows = [
            (gram, self._first, struct.pack(f"<{len(found)}H", *(position - self._first for position in found)))
            for gram, found in sorted(self._open.items())
        ]
        self._db.executemany("INSERT INTO postings VALUES (?, ?, ?)", rows)
        self._first += self._count
        self._count = 0
        self._open.clear()

    def find(self, word: str) -> list[int]:
        """See Index."""
        if self._count:
            self.seal()
        sets: list[set[int]] = []
        for gram in _grams(word):
            found: set[int] = set()
            for segment, packed in self._db.execute("SELECT segment, packed FROM postings WHERE gram = ?", (gram,)):
                found.update(segment + one for one in struct.unpack(f"<{len(packed) // 2}H", packed))
            sets.append(found)
        if not sets:
            sql = f"SELECT position FROM lines WHERE instr(line, ?) ORDER BY position DESC LIMIT {FOUND_MAX}"
            return [row[0] for row in self._db.execute(sql, (word,))]
        hits: list[int] = []
        for position in sorted(set.intersection(*sets), reverse=True):
            for (line,) in self._db.execute("SELECT line FROM lines WHERE position = ?", (position,)):
                if word in line:
                    hits.append(position)
            if len(hits) == FOUND_MAX:
                break
        return hits


class Trigrams:
    """SQLite's FTS5 with its trigram tokenizer: bound to one engine, and blind to words of two letters, as most Chinese ones are."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        db.execute("CREATE VIRTUAL TABLE lines USING fts5 (line, tokenize = 'trigram')")

    def add(self, entries: Sequence[tuple[int, str]]) -> None:
        """See Index."""
        self._db.executemany("INSERT INTO lines (rowid, line) VALUES (?, ?)", entries)

    def find(self, word: str) -> list[int]:
        """See Index. Short words are looked for in every line."""
        where = "lines MATCH ?" if len(word) >= 3 else "line LIKE '%' || ? || '%'"
        term = '"' + word + '"' if len(word) >= 3 else word
        sql = f"SELECT rowid FROM lines WHERE {where} ORDER BY rowid DESC LIMIT {FOUND_MAX}"
        return [row[0] for row in self._db.execute(sql, (term,))]


class Blocks:
    """Blocks of 128 lines as one text. With grams, hashed to bits, a word is looked for only where it can be."""

    def __init__(self, db: apsw.Connection, *, with_grams: bool) -> None:
        self._db = db
        self._with_grams = with_grams
        self._open: list[Entry] = []
        db.execute("CREATE TABLE blocks (position INTEGER PRIMARY KEY, grams BLOB)")
        db.execute("CREATE TABLE texts (position INTEGER PRIMARY KEY, positions BLOB, text BLOB)")

    def add(self, entries: Sequence[tuple[int, str]]) -> None:
        """See Index."""
        self._open += [Entry(position, position, line) for position, line in entries]
        while len(self._open) >= 128:
            self.seal()

    def seal(self) -> None:
        """Writes a block."""
        block, self._open = self._open[:128], self._open[128:]
        grams = pack_grams(grams_of("\n".join(one.line for one in block))) if self._with_grams else b""
        first = block[0].position
        self._db.execute("INSERT INTO blocks VALUES (?, ?)", (first, grams))
        self._db.execute("INSERT INTO texts VALUES (?, ?, ?)", (first, *pack_entries(first, block)))

    def find(self, word: str) -> list[int]:
        """See Index."""
        if self._open:
            self.seal()
        probe, needle, found = Probe([word]), [word.encode()], list[int]()
        for position, grams in self._db.execute("SELECT position, grams FROM blocks ORDER BY position DESC"):
            if probe.may_hold(grams):
                for block in self._db.execute("SELECT positions, text FROM texts WHERE position = ?", (position,)):
                    found += [
                        one.position
                        for one in reversed(hits_in_block(position, block[0], block[1], needle, frozenset({""})))
                    ]
            if len(found) >= FOUND_MAX:
                return found[:FOUND_MAX]
        return found


WAYS: dict[str, Callable[[apsw.Connection], Index]] = {
    "a row for each gram and message": PostingRows,
    "packed positions by gram and segment": PostingBlobs,
    "FTS5 trigram": Trigrams,
    "blocks, every text is read": lambda db: Blocks(db, with_grams=False),
    "blocks with grams": lambda db: Blocks(db, with_grams=True),
}


def _batches(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    for start in range(0, len(lines), BATCH):
        yield [(start + number, line) for number, line in enumerate(lines[start : start + BATCH])]


def main() -> None:
    """Measures all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench.adr.search_index", description=__doc__)
    parser.add_argument("messages", nargs="?", type=int, default=100_000)
    count = parser.parse_args().messages
    words = Words()
    lines = [fold(words.text()) for _ in range(count)]
    for number in range(0, count, count // 7):
        lines[number] += " marmalade 鈴虫"
    two = [word for word in words.han if len(word) == 2]
    terms = {
        "common": words.latin[2],
        "seldom": max(words.latin[9000:9200], key=len),
        "rare": "marmalade",
        "part": max(words.latin[2000:2200], key=len)[1:6],
        "中 common": two[5],
        "中 seldom": two[9000],
        "中 rare": "鈴虫",
    }
    print(f"| {count:,} messages | write µs | bytes | {' | '.join(f'{name} ms' for name in terms)} |")
    print(f"|---|---:|---:|{'---:|' * len(terms)}")
    wanted: dict[str, list[int]] = {}
    for name, make in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "index.db"
            db = apsw.Connection(str(path))
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.execute("PRAGMA cache_size=-16000")
            index = make(db)
            begin = time.process_time()
            for batch in _batches(lines):
                with db:
                    index.add(batch)
            spent = time.process_time() - begin
            figures = []
            for what, term in terms.items():
                found = index.find(term)
                if wanted.setdefault(what, found) != found:
                    print(f"{name} finds something else for {what}: {len(found)}, {len(wanted[what])}", file=sys.stderr)
                seconds = []
                for _ in range(ROUNDS):
                    begin = time.perf_counter()
                    index.find(term)
                    seconds.append(time.perf_counter() - begin)
                figures.append(f"{percentile(seconds, 0.5) * 1000:.1f}")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            row = f"| {name} | {spent / count * 1e6:.1f} | {path.stat().st_size / count:.0f} | {' | '.join(figures)} |"
            print(row, flush=True)
            db.close()


if __name__ == "__main__":
    main()
