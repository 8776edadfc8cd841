"""What is said about a file never harms who reads it."""

from __future__ import annotations

from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.media import rules
from laiwang.chat.media.model import Method


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        (None, "application/octet-stream"),
        ("", "application/octet-stream"),
        ("image/png", "image/png"),
        ("Text/Plain; charset=utf-8", "Text/Plain; charset=utf-8"),
        ('text/plain; charset="utf-8"', 'text/plain; charset="utf-8"'),
        ("image", "application/octet-stream"),
        ("image/png\r\nx: y", "application/octet-stream"),
        ("image/png; boundary", "application/octet-stream"),
        ("image/" + "x" * 300, "application/octet-stream"),
        ("image/püng", "application/octet-stream"),
    ],
)
def test_content_types(claimed: str | None, kept: str) -> None:
    assert rules.clean_content_type(claimed) == kept


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("image/png", "inline"),
        ("Text/Plain; charset=utf-8", "inline"),
        ("image/svg+xml", "attachment"),
        ("text/html", "attachment"),
        ("application/xhtml+xml", "attachment"),
        ("application/pdf", "attachment"),
        ("application/octet-stream", "attachment"),
    ],
)
def test_only_safe_types_are_shown_in_place(content_type: str, kind: str) -> None:
    assert rules.content_disposition(content_type, "") == kind.encode()


@given(st.text(max_size=300))
def test_names_come_through_the_header(name: str) -> None:
    cleaned = rules.clean_file_name(name)
    header = rules.content_disposition("image/png", cleaned)
    assert b"\r" not in header
    assert b"\n" not in header
    message = Message()
    message["content-disposition"] = header.decode("ascii")
    expected = cleaned.encode("utf-8", "replace").decode()
    if cleaned.isascii():
        assert message.get_filename("") == expected
    else:
        found = message.get_param("filename", header="content-disposition")
        assert isinstance(found, tuple)
        assert message.get_filename() == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("bytes=0-9", (0, 10)),
        ("bytes=0-0", (0, 1)),
        ("bytes=90-", (90, 100)),
        ("bytes=90-500", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-500", (0, 100)),
        ("bytes=0-1,5-6", None),
        ("bytes=5-4", None),
        ("bytes=-", None),
        ("items=0-9", None),
        ("bytes=" + "9" * 20 + "-", None),
    ],
)
def test_ranges(header: str | None, expected: tuple[int, int] | None) -> None:
    assert rules.byte_range(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_ranges_outside_of_the_content(header: str) -> None:
    with pytest.raises(ValueError, match=r"end|empty"):
        rules.byte_range(header, 100)


@given(st.integers(1, 70_000), st.integers(1, 70_000), st.sampled_from(["crop", "scale"]))
def test_thumbnails_have_few_sizes_and_cover_what_was_asked(width: int, height: int, method: Method) -> None:
    size = rules.thumbnail_size(width, height, method)
    sizes = rules.SIZES[method]
    assert (size.width, size.height) in sizes
    if width <= sizes[-1][0] and height <= sizes[-1][1]:
        assert size.width >= width
        assert size.height >= height
