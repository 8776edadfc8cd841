"""Which links are followed, which version of a page answers, and in which script it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.links.model import Version
from laiwang.chat.links.rules import chosen, clean_url, is_blocked, text_of
from laiwang.kit.refusals import Refused


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c"),
        ("http://例え.jp/道", "http://例え.jp/道"),
    ],
)
def test_urls(url: str, clean: str) -> None:
    """The fragment is nobody else's business."""
    assert clean_url(url) == clean


@given(st.text() | st.text().map(lambda text: "https://" + text))
def test_any_text_is_a_url_or_refused(text: str) -> None:
    """Never anything else, and cleaning a clean one changes nothing."""
    try:
        clean = clean_url(text)
    except Refused:
        pass
    else:
        assert clean_url(clean) == clean


@pytest.mark.parametrize("url", ["ftp://a.org/", "https://", "javascript:alert(1)", "//a.org", "https://a.org:99999/"])
def test_no_urls(url: str) -> None:
    """Other schemes are not looked at."""
    with pytest.raises(Refused):
        clean_url(url)


def test_blocked_hosts() -> None:
    """With all names below them, and no others."""
    assert is_blocked("https://bad.example/", ["bad.example"])
    assert is_blocked("https://A.Bad.Example./x", ["bad.example"])
    assert not is_blocked("https://notbad.example/", ["bad.example"])
    assert not is_blocked("https://example/?bad.example", ["bad.example"])


versions = st.lists(
    st.builds(lambda at, fresh: Version(at, at + fresh, b"{}"), st.integers(0, 100), st.integers(0, 30)), max_size=6
).map(lambda found: sorted(found, key=lambda one: -one.fetched_ms))


@given(versions, st.integers(0, 150), st.integers(100, 150))
def test_a_version_answers_that_was_fresh_then_or_is_fresh_now(found: list[Version], ts: int, now_ms: int) -> None:
    """Source: preview_url, `ts`: the server may return a newer version when it does not have the requested one."""
    version = chosen(found, ts, now_ms)
    fresh_then = [one for one in found if one.fetched_ms <= ts < one.fresh_until_ms]
    if fresh_then:
        assert version in fresh_then
    elif version is not None:
        assert version == found[0]
        assert now_ms < version.fresh_until_ms
    else:
        assert not found or now_ms >= found[0].fresh_until_ms


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("来往 é".encode(), "text/html"),
        ("来往 é".encode("utf-8-sig"), "text/html; charset=gbk"),
        ("来往".encode("gbk"), "text/html; charset=GB2312"),
        (b'<meta charset="gbk">' + "来往".encode("gbk"), "text/html"),
        (b"<meta http-equiv=content-type content='text/html; charset=big5'>" + "來往".encode("big5"), "text/html"),
        ("café".encode("latin-1"), "text/html; charset=iso-8859-1"),
        ("café".encode("latin-1"), "text/html; charset=no-such-thing"),
        ("いろは".encode("shift_jis"), "text/html; charset='Shift_JIS'"),
        ("来往".encode("utf-16"), "text/html"),
    ],
)
def test_scripts(body: bytes, content_type: str) -> None:
    """What the page and its server say, and what it is where both are silent."""
    text = text_of(body, content_type)
    assert any(word in text for word in ("来", "來往", "café", "いろは"))


def test_a_page_that_is_cut() -> None:
    """May end in the middle of a letter, and is read by all the others."""
    assert text_of("来往".encode()[:-1], "text/html", is_cut=True) == "来"


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_are_text(body: bytes, label: str) -> None:
    """Codecs that are no scripts (zip, hex, punycode) are not used."""
    text_of(body, f"text/html; charset={label}")
    for odd in ("zip", "hex", "rot13", "punycode", "unicode_escape", "utf-7", "idna"):
        text_of(body, f"text/html; charset={odd}")
