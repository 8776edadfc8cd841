"""A photo arrives, through matrix-nio."""

import io

import nio
from PIL import Image

from tests.clients.nio.companion import Companion, good


def photo() -> bytes:
    """A small JPEG picture."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


async def test_photo(alice: Companion, bob: Companion, room: str) -> None:
    """Uploaded, sent, seen, downloaded by authenticated media: the same bytes, under the same name; with a thumbnail."""
    content = photo()
    uploaded, keys = await alice.client.upload(io.BytesIO(content), "image/jpeg", "西湖.jpg", filesize=len(content))
    uri = good(uploaded, nio.UploadResponse).content_uri
    assert keys is None
    info = {"mimetype": "image/jpeg", "size": len(content), "w": 640, "h": 480}
    await alice.send(room, {"msgtype": "m.image", "body": "西湖.jpg", "url": uri, "info": info})

    seen = await bob.seen(nio.RoomMessageImage, room=room)
    assert seen.url == uri
    got = good(await bob.client.download(seen.url), nio.MemoryDownloadResponse)
    assert (got.body, got.content_type, got.filename) == (content, "image/jpeg", "西湖.jpg")

    server_name, media_id = seen.url.removeprefix("mxc://").split("/")
    thumbnail = good(await bob.client.thumbnail(server_name, media_id, 96, 96), nio.ThumbnailResponse)
    assert isinstance(thumbnail.body, bytes)
    with Image.open(io.BytesIO(thumbnail.body)) as small:
        assert max(small.size) <= 320
        assert small.size[0] * 3 == small.size[1] * 4

    limits = good(await alice.client.content_repository_config(), nio.ContentRepositoryConfigResponse)
    assert limits.upload_size is not None
    assert limits.upload_size > len(content)


async def test_avatar_and_name(alice: Companion, bob: Companion, room: str) -> None:
    """A profile follows its person into the rooms."""
    content = photo()
    uploaded, _ = await alice.client.upload(io.BytesIO(content), "image/jpeg", filesize=len(content))
    uri = good(uploaded, nio.UploadResponse).content_uri
    good(await alice.client.set_displayname("爱丽丝"), nio.ProfileSetDisplayNameResponse)
    good(await alice.client.set_avatar(uri), nio.ProfileSetAvatarResponse)
    profile = good(await bob.client.get_profile(alice.user_id), nio.ProfileGetResponse)
    assert (profile.displayname, profile.avatar_url) == ("爱丽丝", uri)
    await bob.until(lambda: bob.client.rooms[room].users[alice.user_id].avatar_url == uri)
    assert bob.client.rooms[room].user_name(alice.user_id) == "爱丽丝"
