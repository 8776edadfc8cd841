"""A domain is written in the form in which addresses have it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.people.addresses.rules import canonical
from laiwang.people.domains.rules import check_domain, domain_of

LABELS = st.text(st.sampled_from("abcXYZ019-.湖店ßé \t\x00@"), max_size=24)


@given(LABELS)
def test_a_domain_is_that_of_its_addresses(text: str) -> None:
    try:
        of_address = domain_of(canonical(f"clerk@{text}"))
    except Refused:
        of_address = None
    try:
        claimed = check_domain(text)
    except Refused:
        claimed = None
    if of_address is not None and text == text.strip():
        assert claimed == of_address
    if claimed is not None:
        assert check_domain(claimed) == claimed
        assert "@" not in claimed
