"""Pages that people link to: looked at by the server, and never where it must not look."""

import io
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from PIL import Image

from tests.harness.client import V1, Json
from tests.harness.elsewhere import Elsewhere, Received, Say
from tests.harness.person import Person
from tests.stories.conftest import Newcomer, OwnServer

PREVIEW = f"{V1}/media/preview_url"
HTML = "text/html; charset=utf-8"
PAGE = b"""<!doctype html><html><head><meta property="og:title" content="Tea \xe6\x9d\xa5\xe5\xbe\x80">
<meta property="og:description" content="All about tea"><meta property="og:image" content="/tea.png"></head></html>"""
NOTHING = (404, "M_NOT_FOUND")


def picture(width: int, height: int) -> bytes:
    """A PNG."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(out, "PNG")
    return out.getvalue()


class Web(Elsewhere):
    """A few pages, and how often each was looked at."""

    def __init__(self) -> None:
        super().__init__(self._page)
        self.visits: Counter[str] = Counter()
        self.pages = {
            "/tea": Say(content=PAGE, content_type=HTML),
            "/tea.png": Say(content=picture(30, 20), content_type="image/png"),
            "/direct.png": Say(content=picture(7, 9), content_type="image/gif"),
            "/no-picture": Say(content=PAGE.replace(b"/tea.png", b"/tea"), content_type=HTML),
            "/lies.png": Say(content=b"<script>alert(1)</script>", content_type="image/png"),
            "/plain": Say(content=b"words", content_type="text/plain"),
            "/endless": Say(content=b"<title>Long</title>" + b" " * 3_000_000, content_type=HTML),
            "/moved": Say(302, headers={"Location": "/tea"}),
            "/round": Say(302, headers={"Location": "/round"}),
            "/inside": Say(302, headers={"Location": "https://10.0.0.1/"}),
            "/metadata": Say(302, headers={"Location": "http://169.254.169.254/latest"}),
            "/blocked": Say(302, headers={"Location": "https://blocked.example/"}),
            "/sly": Say(content=PAGE.replace(b"/tea.png", b"https://[::1]/x.png"), content_type=HTML),
        }

    def _page(self, request: Received) -> Say:
        self.visits[request.path] += 1
        return self.pages.get(request.path, Say(404))


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    """A web server of the test's own."""
    async with Web() as web:
        yield web


SETTINGS = {"LAIWANG_OUTBOUND__PRIVATE_HOSTS": "127.0.0.1", "LAIWANG_LINKS__BLOCKED_HOSTS": "blocked.example"}


async def test_a_page_with_a_picture(own_server: OwnServer, newcomer: Newcomer, web: Web) -> None:
    """Its picture is kept here, so that nobody else is asked for it; who asks again soon is told the same, over a restart too."""
    server = own_server(SETTINGS)
    alice = await newcomer("alice", server.url)

    async def preview(path: str) -> Json:
        return await alice.get(PREVIEW, url=web.url + path)

    card = await preview("/tea#about")
    uri = card.pop("og:image")
    assert card == {
        "og:title": "Tea 来往",
        "og:description": "All about tea",
        "og:image:type": "image/png",
        "og:image:width": 30,
        "og:image:height": 20,
        "matrix:image:size": len(picture(30, 20)),
    }
    _, _, name, media = uri.split("/")
    shown = await alice.respond("GET", f"{V1}/media/download/{{}}/{{}}", name, media)
    assert shown.content == picture(30, 20)
    assert shown.headers["content-type"] == "image/png"
    server.restart()
    assert await preview("/tea") == {**card, "og:image": uri}
    again = await alice.get("/_matrix/media/v3/preview_url", url=f"{web.url}/tea", ts=1)
    assert again["og:image"] == uri
    assert web.visits == {"/tea": 1, "/tea.png": 1}
    assert (await preview("/moved"))["og:title"] == "Tea 来往"
    direct = await preview("/direct.png")
    assert direct["og:title"] == "direct.png"
    assert (direct["og:image:type"], direct["og:image:width"], direct["og:image:height"]) == ("image/png", 7, 9)
    for bare in ("/no-picture", "/sly"):
        assert await preview(bare) == {"og:title": "Tea 来往", "og:description": "All about tea"}
    assert "og:image" not in await preview("/lies.png")
    assert await preview("/plain") == {}
    assert await preview("/endless") == {"og:title": "Long"}


async def test_what_is_not_looked_at(own_server: OwnServer, newcomer: Newcomer, web: Web) -> None:
    """Private addresses in every spelling, at the first step or behind a redirect; the answer is that of a page that is not there."""
    server = own_server(SETTINGS)
    alice = await newcomer("alice", server.url)
    inside = [
        "https://10.0.0.1/",
        "http://192.168.1.1/admin",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://2130706434/",
        "https://user:secret@127.0.0.1/",
        *(f"{web.url}{path}" for path in ("/inside", "/metadata", "/blocked", "/round", "/missing")),
    ]
    for url in inside:
        await alice.get(PREVIEW, url=url, expect=NOTHING)
    for url in ("https://blocked.example/", "https://www.blocked.example/x"):
        await alice.get(PREVIEW, url=url, expect=(403, "M_FORBIDDEN"))
    for url in ("file:///etc/passwd", "gopher://127.0.0.1/", "tea"):
        await alice.get(PREVIEW, url=url, expect=(400, "M_INVALID_PARAM"))
    await alice.get(PREVIEW, expect=(400, "M_MISSING_PARAM"))
    # What was not there is not asked for again at once.
    web.pages["/missing"] = web.pages["/tea"]
    await alice.get(PREVIEW, url=f"{web.url}/missing", expect=NOTHING)
    assert web.visits["/missing"] == 1
    assert web.visits["/round"] == 6
    alice.token = None
    await alice.get(PREVIEW, url=f"{web.url}/tea", expect=(401, "M_MISSING_TOKEN"))


async def test_settings(own_server: OwnServer, newcomer: Newcomer, web: Web) -> None:
    """Previews are looked at again when they are no longer fresh, kept as long as is said, limited, and can be switched off."""
    quick = own_server({**SETTINGS, "LAIWANG_LINKS__FRESH_MS": "0", "LAIWANG_RATE_LIMITS__ENABLED": "true"})
    alice = await Person.arrive(quick.url, "alice")
    for count in (1, 2):
        await alice.get(PREVIEW, url=f"{web.url}/tea")
        assert web.visits["/tea"] == count
    while (await alice.respond("GET", PREVIEW, query={"url": f"{web.url}/plain"}, expect=None)).status_code != 429:
        pass
    await alice.close()
    off = own_server({"LAIWANG_LINKS__ENABLED": "false"})
    bob = await newcomer("bob", off.url)
    await bob.get(PREVIEW, url=f"{web.url}/tea", expect=(404, "M_UNRECOGNIZED"))


async def test_old_previews_go(own_server: OwnServer, newcomer: Newcomer, web: Web) -> None:
    """With their pictures; one that a message shows stays."""
    server = own_server({**SETTINGS, "LAIWANG_LINKS__KEPT_MS": "0"})
    alice = await newcomer("alice", server.url)
    gone = (await alice.get(PREVIEW, url=f"{web.url}/tea"))["og:image"]
    kept = (await alice.get(PREVIEW, url=f"{web.url}/direct.png"))["og:image"]
    room = await alice.create_room()
    await alice.send(room, {"msgtype": "m.image", "body": "tea", "url": kept})
    server.restart()

    async def status(uri: str) -> int:
        _, _, name, media = uri.split("/")
        return (await alice.respond("GET", f"{V1}/media/download/{{}}/{{}}", name, media, expect=None)).status_code

    while await status(gone) != 404:
        pass
    assert await status(kept) == 200
    assert web.visits["/tea"] == 1
    await alice.get(PREVIEW, url=f"{web.url}/tea")
    assert web.visits["/tea"] == 2
