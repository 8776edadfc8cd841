"""Texts in the form in which PostgreSQL keeps them."""

from hypothesis import given
from hypothesis import strategies as st

from laiwang.adapters.postgres.texts import kept, whole

TEXTS = st.text(st.sampled_from("\0\1\2\3a€😀"), max_size=8)


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    """And none has a zero byte meanwhile."""
    assert whole(kept(text)) == text
    assert "\0" not in kept(text)


@given(TEXTS, TEXTS)
def test_the_order_stays(one: str, other: str) -> None:
    """Forms are compared as texts are."""
    assert (one < other) == (kept(one) < kept(other))
    assert other.startswith(one) == kept(other).startswith(kept(one))
