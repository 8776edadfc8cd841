"""Sound and film are heard and seen in place, and played from anywhere: parts of files, and what makes them harmless."""

import pytest

from tests.harness.client import V1
from tests.harness.person import Person
from tests.stories.conftest import Newcomer

CONTENT = bytes(range(250)) * 400  # 100,000 bytes: several chunks of a file


async def upload(person: Person, kind: str) -> list[str]:
    """Uploads the content as a file of this kind; server name and media id."""
    answer = await person.request("POST", "/_matrix/media/v3/upload", content=CONTENT, headers={"Content-Type": kind})
    uri: str = answer["content_uri"]
    return uri.split("/")[2:]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("audio/ogg; codecs=opus", "inline"),
        ("audio/webm;codecs=opus", "inline"),
        ("audio/mp4", "inline"),
        ("video/mp4", "inline"),
        ("video/webm", "inline"),
        ("video/quicktime", "inline"),
        ("image/jpeg", "inline"),
        ("image/svg+xml", "attachment"),
        ("text/html", "attachment"),
        ("application/pdf", "attachment"),
    ],
)
async def test_what_is_shown_in_place(newcomer: Newcomer, kind: str, shown: str) -> None:
    """What a page can play is; what could run is a download; nothing is guessed, and all of it is locked up."""
    alice = await newcomer("alice")
    answer = await alice.respond("GET", f"{V1}/media/download/{{}}/{{}}", *await upload(alice, kind))
    assert answer.content == CONTENT
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-disposition"] == shown
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'; script-src 'none';")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["accept-ranges"] == "bytes"


async def test_playing_from_anywhere(newcomer: Newcomer) -> None:
    """A player asks for the part it needs, knows how much there is, and may ask again while the file is the same."""
    alice = await newcomer("alice")
    bob = await newcomer("bob")
    media = await upload(alice, "video/mp4")
    path = f"{V1}/media/download/{{}}/{{}}"
    for asked, (start, end) in {
        "bytes=0-": (0, 100_000),
        "bytes=0-1": (0, 2),
        "bytes=70000-70999": (70_000, 71_000),
        "bytes=99999-": (99_999, 100_000),
        "bytes=99000-5000000": (99_000, 100_000),
        "bytes=-500": (99_500, 100_000),
        "bytes=-5000000": (0, 100_000),
    }.items():
        part = await bob.respond("GET", path, *media, headers={"Range": asked}, expect=206)
        assert part.content == CONTENT[start:end], asked
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/100000"
        assert part.headers["content-length"] == str(end - start)
        assert part.headers["content-type"] == "video/mp4"
        assert part.headers["content-security-policy"].startswith("sandbox;")
    etag = part.headers["etag"]
    same = {"Range": "bytes=10-19", "If-Range": etag}
    assert (await bob.respond("GET", path, *media, headers=same, expect=206)).content == CONTENT[10:20]
    other = {"Range": "bytes=10-19", "If-Range": '"another"'}
    assert (await bob.respond("GET", path, *media, headers=other)).content == CONTENT


async def test_parts_that_are_not_there(newcomer: Newcomer) -> None:
    """Beyond the end is refused with the true length; what is no range, or several, is answered with everything (RFC 9110)."""
    alice = await newcomer("alice")
    media = await upload(alice, "audio/ogg")
    path = f"{V1}/media/download/{{}}/{{}}"
    for asked in ("bytes=100000-", "bytes=100000-100001", "bytes=999999999999-", "bytes=-0"):
        refused = await alice.respond("GET", path, *media, headers={"Range": asked}, expect=(416, "M_INVALID_PARAM"))
        assert refused.headers["content-range"] == "bytes */100000", asked
        assert "immutable" not in refused.headers.get("cache-control", "")
    odd = ("bytes=5-2", "bytes=-", "bytes=a-b", "bytes=0-1,5-6", "lines=0-1", "bytes", "", "bytes=" + "9" * 400 + "-")
    for asked in odd:
        assert (await alice.respond("GET", path, *media, headers={"Range": asked})).content == CONTENT, asked
