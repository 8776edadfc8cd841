"""What is an address, where one may be led, in which language one writes."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laiwang.kit.refusals import Refused
from laiwang.people.addresses.letters import TEXTS, Letters, WrongSender
from laiwang.people.addresses.model import Language, Letter
from laiwang.people.addresses.rules import canonical, language_of, origin_of, pause_ms

ORIGINS = frozenset({"https://chat.example.org", "http://localhost:5173"})
LOCALS = st.text(st.sampled_from("aZ09.+_-'&=/"), min_size=1, max_size=20)


@given(
    st.one_of(
        st.text(max_size=80),
        st.builds("{}@{}".format, LOCALS, st.sampled_from(["Example.org", "b\u00fccher.de", "x。cn"])),
    )
)
@example("a@b.org\r\nBcc: c@d.org")
@example("\u212aelvin@example.org")
@example("stra\u00dfe@example.org")
@example("a@\u0130.org")
def test_canonical_addresses(text: str) -> None:
    """One form, which stays as it is, and in which nothing stands that means something in a mail's head; anything else is refused."""
    try:
        found = canonical(text)
    except Refused:
        return
    assert canonical(found) == found == found.lower()
    assert found.isascii()
    assert found.isprintable()
    assert not set(found) & set(' ,;:<>()[]\\"')
    assert found.count("@") == 1
    assert len(found) <= 254
    # what stands before the @ is what was typed: nobody else's mailbox
    assert text.strip(" \t").rpartition("@")[0].isascii()


@given(LOCALS, st.sampled_from(["example.org", "EXAMPLE.org"]))
def test_case_does_not_count(local: str, domain: str) -> None:
    """Two spellings are one address or none."""
    forms = set()
    for spelling in (f"{local}@{domain}", f"{local.upper()}@{domain.swapcase()}"):
        try:
            forms.add(canonical(spelling))
        except Refused:
            forms.add("")
    assert len(forms) == 1


@given(st.text(max_size=60), st.sampled_from(["", *sorted(ORIGINS)]))
def test_links_lead_to_known_places(text: str, before: str) -> None:
    """Whatever is let through belongs to an origin that is allowed, as browsers read it."""
    try:
        origin = origin_of(before + text, ORIGINS)
    except Refused:
        return
    link = before + text
    assert origin in ORIGINS
    rest = link[len(origin) :]
    assert link.lower().startswith(origin)
    assert not rest or rest[0] in "/?#"
    assert not set(link) & set("\r\n\\ ")


def test_languages() -> None:
    """Chinese where it is preferred, English otherwise."""
    for accepted, language in {
        None: "en",
        "": "en",
        "zh-CN,zh;q=0.9,en;q=0.8": "zh",
        "en-GB,en;q=0.9,zh;q=0.5": "en",
        "de,zh-TW;q=0.7,en;q=0.3": "zh",
        "fr": "en",
        "*;q=0.5, ;;;,q=": "en",
        "zh;q=0, en;q=0.1": "en",
        "zh;q=9.9.9": "en",
    }.items():
        assert language_of(accepted) == language, accepted


@given(st.integers(min_value=0, max_value=10_000))
def test_pauses_grow(tries: int) -> None:
    """And end at a quarter of an hour."""
    assert pause_ms(tries) <= pause_ms(tries + 1) <= 15 * 60_000


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("letter", ["add", "register", "reset", "taken", "unknown"])
def test_letters(language: Language, letter: Letter) -> None:
    """Whole mails in both forms; a link stands in both or in none."""
    link = "https://chat.example.org/confirm?token=abc&x" if letter in ("add", "register", "reset") else ""
    letters = Letters("来往 <no-reply@example.org>", "example.org", minutes=60)
    raw = letters.write(letter, language, "a+b@example.org", mail_id="m1", at_ms=1_700_000_000_000, link=link)
    assert raw.isascii(), "any mail server takes it"
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    mail = message_from_bytes(raw, policy=default)
    assert mail["Subject"] == f"{TEXTS[language][letter][0]} · example.org"
    assert mail["Message-ID"] == "<m1@example.org>"
    assert mail["To"] == "a+b@example.org"
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))  # type: ignore[union-attr]
    assert link in text
    assert link.replace("&", "&amp;") in html
    assert ("http" in html) == bool(link)


@pytest.mark.parametrize("sender", ["", "nobody", "a@", "a b <c>", "a@b.org\nBcc: d@e.org"])
def test_senders_that_are_none(sender: str) -> None:
    """The server does not start with them."""
    with pytest.raises(WrongSender):
        Letters(sender, "example.org", minutes=60)
