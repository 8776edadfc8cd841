"""What is where in the index, and what is a good match. Decision: docs/adr/0009.

A block holds the lines of neighbouring events as one text, and a set of its grams, hashed to bits. A word can only stand in a block whose
bits hold all grams of the word; there the text is searched. Every part of a word, from its first letter on, is found in this way.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import msgspec

from laiwang.chat.search.model import Entry

__all__ = [
    "Probe",
    "grams_of",
    "hits_in_block",
    "matches",
    "pack_entries",
    "pack_grams",
    "rank",
    "seals",
    "unpack_entries",
]

#: a block is sealed when it has so many entries or bytes of text
ENTRIES_PER_BLOCK: Final = 128
BYTES_PER_BLOCK: Final = 32_768
#: from here on (CJK radicals, kana, Hangul, ideographs, and the surrogates of what lies beyond) words are short: two letters are a gram
SHORT_WORDS: Final = 0x2E80
BITS_PER_GRAM: Final = 4
BITS_MAX: Final = 1 << 17
_MIX: Final = 0x9E3779B97F4A7C15
_U64: Final = (1 << 64) - 1
_48: Final = (1 << 48) - 1
#: tells a gram of three letters from one of two
_THREE: Final = 1 << 48
_DAY_MS: Final = 86_400_000
_decode_positions = msgspec.msgpack.Decoder(tuple[list[int], dict[int, int]]).decode


def grams_of(text: str) -> set[int]:
    """The grams of a folded text: two neighbouring letters where one is of a script of short words, three everywhere else.

    A gram of any part of the text is a gram of the text. Letters are units of UTF-16, so that a gram is a number in memory.
    """
    raw = text.encode("utf-16-le", "surrogatepass")
    units = len(raw) // 2
    if text.isascii():
        return {four & _48 | _THREE for four in _fours(raw)} if units >= 3 else set()
    pairs = set(array("I", raw[: units // 2 * 4]))
    pairs.update(array("I", raw[2 : 2 + (units - 1) // 2 * 4] if units else b""))
    found = {pair for pair in pairs if pair & 0xFFFF >= SHORT_WORDS or pair >> 16 >= SHORT_WORDS}
    if units < 3:
        return found
    for three in {four & _48 for four in _fours(raw)}:
        if three & 0xFFFF < SHORT_WORDS and three >> 16 & 0xFFFF < SHORT_WORDS and three >> 32 < SHORT_WORDS:
            found.add(three | _THREE)
    return found


def _fours(raw: bytes) -> set[int]:
    """Groups of four neighbouring letters, as numbers. The last group is filled up, so that the last three are in one as well."""
    padded = raw + b"\xff\xff"  # no letter is U+FFFF
    fours: set[int] = set()
    for start in range(4):
        part = padded[start * 2 :]
        fours.update(array("Q", part[: len(part) // 8 * 8]))
    return fours


def _hash(gram: int) -> int:
    return ((gram * _MIX) & _U64) >> 40


def pack_grams(grams: Iterable[int]) -> bytes:
    """A set of grams as bits; its size grows with theirs."""
    hashes = [(gram * _MIX & _U64) >> 40 for gram in grams]
    bits = 512
    while bits < len(hashes) * BITS_PER_GRAM and bits < BITS_MAX:
        bits *= 2
    packed = bytearray(bits // 8)
    mask = bits - 1
    for one in hashes:
        packed[(one & mask) >> 3] |= 1 << (one & 7)
    return bytes(packed)


class Probe:
    """Asks sets of grams whether they may hold all of some words."""

    __slots__ = ("_by_size", "_hashes")

    def __init__(self, words: Sequence[str]) -> None:
        self._hashes = [_hash(gram) for word in words for gram in grams_of(word)]
        self._by_size: dict[int, list[tuple[int, int]]] = {0: []}

    def may_hold(self, packed: bytes) -> bool:
        """False only when the block surely has no match. An empty set stands for a block whose grams were not noted."""
        tests = self._by_size.get(len(packed))
        if tests is None:
            mask = len(packed) * 8 - 1
            tests = sorted({((one & mask) >> 3, 1 << (one & 7)) for one in self._hashes})
            self._by_size[len(packed)] = tests
        return all(packed[place] & bit for place, bit in tests)


def seals(count: int, text_bytes: int) -> bool:
    """Whether a block of that size gets no more entries."""
    return count >= ENTRIES_PER_BLOCK or text_bytes >= BYTES_PER_BLOCK


# --- blocks as bytes ----------------------------------------------------------------------------------------------------


def pack_entries(first: int, entries: Sequence[Entry]) -> tuple[bytes, bytes]:
    """(positions, text) of a block that begins at position `first`. Lines hold no line break, because folded text has none."""
    steps = []
    before = first
    for one in entries:
        steps.append(one.position - before)
        before = one.position
    edited = {index: one.source - first for index, one in enumerate(entries) if one.source != one.position}
    text = "\n".join(one.line for one in entries)
    return msgspec.msgpack.encode((steps, edited)), text.encode("utf-8", "surrogatepass")


def unpack_entries(first: int, positions: bytes, text: bytes) -> list[Entry]:
    """The entries of a block."""
    steps, edited = _decode_positions(positions)
    lines = text.decode("utf-8", "surrogatepass").split("\n")
    numbers = list(accumulate(steps))
    return [
        Entry(first + number, first + edited.get(index, number), line)
        for index, (number, line) in enumerate(zip(numbers, lines, strict=True))
    ]


def hits_in_block(
    first: int, positions: bytes, text: bytes, words: Sequence[bytes], tags: frozenset[str]
) -> list[Entry]:
    """The entries of a block that have every word and are of one of the kinds that are asked for. Nothing is made of the other lines."""
    word, *others = sorted(words, key=len, reverse=True)
    at = text.find(word)
    if at < 0 or not all(other in text for other in others):
        return []
    lines: list[tuple[int, str]] = []
    number = counted = 0
    while at >= 0:
        start = text.rfind(b"\n", 0, at) + 1
        end = text.find(b"\n", at)
        line = text[start : end if end >= 0 else len(text)]
        if all(other in line for other in others) and _tag(line[:1].decode("ascii", "ignore")) in tags:
            number += text.count(b"\n", counted, start)
            counted = start
            lines.append((number, line.decode("utf-8", "surrogatepass")))
        at = text.find(word, end) if end >= 0 else -1
    if not lines:
        return []
    steps, edited = _decode_positions(positions)
    numbers = list(accumulate(steps))
    return [Entry(first + numbers[at], first + edited.get(at, numbers[at]), line) for at, line in lines]


def _tag(letter: str) -> str:
    return letter if letter in ("\x01", "\x02") else ""


def matches(line: str, words: Sequence[str], tags: frozenset[str]) -> bool:
    """Whether a line has every word, and is of one of the kinds that are asked for."""
    return _tag(line[:1]) in tags and all(word in line for word in words)


# --- ranking ------------------------------------------------------------------------------------------------------------


def rank(line: str, words: Sequence[str], age_ms: int) -> float:
    """How good a match is, 0 < rank <= 1: whole words before parts of words, words side by side before scattered ones, a short text that
    is all about it before a long one, and what is new before what is old (half of the weight is gone after a month)."""
    whole = sum(_is_whole(line, word) for word in words) / len(words)
    together = 1.0 if len(words) == 1 or " ".join(words) in line else 0.0
    share = min(1.0, sum(map(len, words)) / max(1, len(line)))
    quality = 0.4 + 0.25 * whole + 0.2 * together + 0.15 * share
    return round(quality * (0.3 + 0.7 / (1.0 + max(0, age_ms) / (30 * _DAY_MS))), 6)


def _is_whole(line: str, word: str) -> bool:
    """Whether a word stands by itself somewhere; where words are not parted by spaces, everywhere."""
    at = line.find(word)
    while at >= 0:
        end = at + len(word)
        if _parts(line[at - 1 : at] if at else "", word[0]) and _parts(line[end : end + 1], word[-1]):
            return True
        at = line.find(word, at + 1)
    return False


def _parts(neighbour: str, letter: str) -> bool:
    return not neighbour.isalnum() or neighbour >= "\u2e80" or letter >= "\u2e80"
