"""Thumbnails: what they show, and what they refuse to decode."""

from __future__ import annotations

import asyncio
import io
import struct
import zlib
from collections.abc import Awaitable, Callable

import pytest
from PIL import Image

from laiwang.chat.media import MediaSettings
from laiwang.kit.refusals import Refused

from .conftest import World

MakeWorld = Callable[..., Awaitable[World]]


def picture(size: tuple[int, int], format: str, mode: str = "RGB", **options: object) -> bytes:
    """Left half red, right half blue."""
    image = Image.new(mode, size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    image.load()
    return image


def colour(image: Image.Image, x: int, y: int) -> str:
    pixel = image.convert("RGB").getpixel((x, y))
    assert isinstance(pixel, tuple)
    return "red" if pixel[0] > 200 and pixel[2] < 60 else "blue" if pixel[2] > 200 and pixel[0] < 60 else str(pixel)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_formats(world: World, format: str) -> None:
    media_id = await world.upload(picture((1000, 500), format), "application/x-claimed-otherwise")
    answer = await world.thumbnail(media_id, "width=300&height=200&method=scale")
    image = opened(answer.body)
    assert image.size == (320, 160)
    assert answer.content_type == f"image/{(image.format or '').lower()}"
    assert answer.content_type == "image/jpeg"
    assert answer.headers["content-disposition"] == 'inline; filename="thumbnail.jpeg"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert colour(image, 20, 80) == "red"
    assert colour(image, 300, 80) == "blue"


@pytest.mark.parametrize(
    ("source", "query", "expected"),
    [
        ((1000, 500), "width=32&height=32&method=crop", (32, 32)),
        ((500, 1000), "width=90&height=90&method=crop", (96, 96)),
        ((5000, 4000), "width=9000&height=9000&method=crop", (640, 640)),
        ((5000, 2500), "width=9000&height=9000&method=scale", (1600, 800)),
        ((100, 50), "width=800&height=600&method=scale", (100, 50)),
        ((100, 50), "width=96&height=96&method=crop", (50, 50)),
        ((1, 1), "width=96&height=96&method=crop", (1, 1)),
        ((3000, 2), "width=320&height=240", (320, 1)),
    ],
)
async def test_sizes(world: World, source: tuple[int, int], query: str, expected: tuple[int, int]) -> None:
    media_id = await world.upload(picture(source, "PNG"))
    assert opened((await world.thumbnail(media_id, query)).body).size == expected


async def test_transparency_is_kept(world: World) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (200, 200), (255, 0, 0, 100)).save(out, "PNG")
    answer = await world.thumbnail(await world.upload(out.getvalue()), "width=96&height=96&method=crop")
    assert answer.content_type == "image/png"
    pixel = opened(answer.body).getpixel((50, 50))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 100


async def test_photos_stand_upright_and_say_nothing_of_where_they_were_taken(world: World) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: to be turned right by 90 degrees
    exif[0x010F] = "A camera"
    media_id = await world.upload(picture((800, 400), "JPEG", exif=exif.tobytes()))
    image = opened((await world.thumbnail(media_id, "width=320&height=240")).body)
    assert image.size == (120, 240)
    assert colour(image, 60, 20) == "red"
    assert colour(image, 60, 220) == "blue"
    assert not image.getexif()
    assert "exif" not in image.info


async def test_animation_only_where_it_is_wanted(world: World) -> None:
    frames = [Image.new("RGB", (300, 300), color) for color in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=70, loop=0)
    media_id = await world.upload(out.getvalue(), "image/gif")
    still = opened((await world.thumbnail(media_id, "width=96&height=96&method=crop")).body)
    assert getattr(still, "n_frames", 1) == 1
    answer = await world.thumbnail(media_id, "width=96&height=96&method=crop&animated=true")
    moving = opened(answer.body)
    assert answer.content_type == "image/webp"
    assert (moving.size, getattr(moving, "n_frames", 1)) == ((96, 96), 3)


async def test_a_thumbnail_is_made_once(world: World) -> None:
    media_id = await world.upload(picture((1000, 1000), "JPEG"))
    answers = await asyncio.gather(
        *(world.thumbnail(media_id, f"width={320 - n}&height=200&method=crop") for n in range(8))
    )
    assert len({answer.body for answer in answers}) == 1
    assert world.blobs.reads == 1
    assert (await world.thumbnail(media_id, "width=320&height=320&method=crop")).body == answers[0].body
    assert world.blobs.reads == 1


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims to be huge, and is small."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not a picture at all",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        picture((10, 10), "BMP"),
        picture((10, 10), "TIFF"),
        picture((10, 10), "PNG")[:48],
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        bomb(50_000, 50_000),
        bomb(2**31 - 1, 1),
    ],
    ids=["empty", "text", "svg", "bmp", "tiff", "cut", "postscript", "bomb", "line"],
)
async def test_what_is_no_picture_is_refused_and_not_tried_again(world: World, body: bytes) -> None:
    media_id = await world.upload(body, "image/png")
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            await world.thumbnail(media_id, "width=96&height=96&method=crop")
        assert (refused.value.status, refused.value.errcode) == (400, "M_UNKNOWN")
    assert world.blobs.reads == 1
    # The next picture is served as if nothing had happened.
    good = await world.upload(picture((100, 100), "PNG"))
    assert (await world.thumbnail(good, "width=32&height=32&method=crop")).status == 200


async def test_a_picture_that_takes_too_long_is_given_up(make_world: MakeWorld) -> None:
    world = await make_world(MediaSettings(thumbnail_timeout_s=0.000_001))
    media_id = await world.upload(picture((3000, 3000), "PNG"))
    with pytest.raises(Refused) as refused:
        await world.thumbnail(media_id, "width=96&height=96&method=crop")
    assert (refused.value.status, refused.value.errcode) == (400, "M_UNKNOWN")
    assert not world.media.studio.is_open


async def test_a_file_too_large_to_decode(make_world: MakeWorld) -> None:
    world = await make_world(MediaSettings(thumbnail_source_bytes_max=100))
    media_id = await world.upload(b"x" * 101)
    with pytest.raises(Refused) as refused:
        await world.thumbnail(media_id, "width=96&height=96")
    assert (refused.value.status, refused.value.errcode) == (413, "M_TOO_LARGE")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "width=10",
        "width=0&height=10",
        "width=-1&height=10",
        "width=ten&height=10",
        "width=10&height=10&method=stretch",
        "width=10&height=10&animated=perhaps",
    ],
)
async def test_requests_that_make_no_sense(world: World, query: str) -> None:
    media_id = await world.upload(picture((10, 10), "PNG"))
    with pytest.raises(Refused) as refused:
        await world.thumbnail(media_id, query)
    assert refused.value.status == 400
