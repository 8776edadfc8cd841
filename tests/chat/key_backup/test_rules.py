"""Which of two keys a backup keeps: the same one, in whatever order they come."""

from __future__ import annotations

from contextlib import suppress
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.key_backup.model import BackedUpKey
from laiwang.chat.key_backup.rules import SESSION_DATA_BYTES_MAX, check_key, check_rooms, check_version, is_better
from laiwang.kit.refusals import Refused

keys = st.builds(
    BackedUpKey, st.integers(0, 4), st.integers(0, 4), st.booleans(), st.sampled_from([b'{"a":1}', b'{"b":2}'])
)


def keep(kept: BackedUpKey, new: BackedUpKey) -> BackedUpKey:
    """What a backup does with a key for a session that it has a key for."""
    return new if is_better(new, kept) else kept


def metadata(key: BackedUpKey) -> tuple[bool, int, int]:
    return key.is_verified, key.first_message_index, key.forwarded_count


@given(keys, keys)
def test_at_most_one_of_two_is_better(one: BackedUpKey, other: BackedUpKey) -> None:
    """And neither is, when they say the same of themselves: what is kept stays, so a retry changes nothing."""
    assert not (is_better(one, other) and is_better(other, one))
    assert (metadata(one) == metadata(other)) == (not is_better(one, other) and not is_better(other, one))


@given(st.lists(keys, min_size=1), st.randoms(use_true_random=False))
def test_order_does_not_matter(several: list[BackedUpKey], random: Any) -> None:
    """Two devices may upload in any order."""
    other = list(several)
    random.shuffle(other)
    assert metadata(reduce(keep, several)) == metadata(reduce(keep, other))


@given(keys, keys)
def test_the_rule_word_by_word(kept: BackedUpKey, new: BackedUpKey) -> None:
    """Client-Server API, "Backup algorithm": verified, then a lower first index, then forwarded less often."""
    if new.is_verified != kept.is_verified:
        expected = new.is_verified
    elif new.first_message_index != kept.first_message_index:
        expected = new.first_message_index < kept.first_message_index
    else:
        expected = new.forwarded_count < kept.forwarded_count
    assert is_better(new, kept) is expected


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
NAMES = ("first_message_index", "forwarded_count", "is_verified", "session_data", "rooms", "sessions")


@given(st.dictionaries(st.sampled_from(NAMES), json))
def test_whatever_comes_is_taken_or_refused(body: dict[str, Any]) -> None:
    """Never anything but a refusal of the caller's mistake."""
    for check in (check_key, check_rooms):
        with suppress(Refused):
            check(body)


def test_sizes_are_bounded() -> None:
    """A sealed session is small."""
    large = {"ciphertext": "x" * SESSION_DATA_BYTES_MAX}
    key = {"first_message_index": 0, "forwarded_count": 0, "is_verified": True, "session_data": large}
    with pytest.raises(Refused) as refused:
        check_key(key)
    assert refused.value.status == 413


@pytest.mark.parametrize("text", ["", "x", "-1", "1.0", "١", "9" * 40])
def test_what_is_no_version_is_not_found(text: str) -> None:
    """Clients try versions that they remember."""
    with pytest.raises(Refused) as refused:
        check_version(text)
    assert refused.value.status == 404
