"""The process that decodes pictures. Run as a file, apart from the server: a decoder that crashes, hangs or eats memory dies alone.

Reads requests from standard input and writes answers to standard output, each a line of JSON followed by `bytes` bytes. Knows four
formats by their content (what a client claims does not count), and limits pixels before it decodes any.
"""

from __future__ import annotations

import io
import json
import math
import os
import resource
import sys
import warnings
from typing import Any

from PIL import Image

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
FRAMES_MAX = 300
ICC_BYTES_MAX = 16 << 10
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = (5, 6, 7, 8)
Box = tuple[float, float, float, float]


def plan(size: tuple[int, int], target: tuple[int, int], method: str) -> tuple[tuple[int, int], Box]:
    """(size of the thumbnail, part of the picture that it shows). Never larger than the picture."""
    width, height = size
    if method == "scale":
        ratio = min(target[0] / width, target[1] / height, 1.0)
        shown = (max(1, round(width * ratio)), max(1, round(height * ratio)))
        return shown, (0, 0, width, height)
    ratio = min(width / target[0], height / target[1])
    part = (target[0] * ratio, target[1] * ratio)
    left, top = (width - part[0]) / 2, (height - part[1]) / 2
    scale = min(1.0, ratio)
    shown = (max(1, round(target[0] * scale)), max(1, round(target[1] * scale)))
    return shown, (left, top, left + part[0], top + part[1])


def paint_frame(picture: Image.Image, target: tuple[int, int], method: str, turn: int) -> Image.Image:
    """One frame, upright, in a mode that can be saved."""
    wanted = (target[1], target[0]) if turn in SIDEWAYS else target
    has_alpha = picture.has_transparency_data
    frame = picture.convert("RGBA" if has_alpha else "RGB")
    shown, box = plan(frame.size, wanted, method)
    # A box that is the whole picture to within rounding must not reach over its edge.
    box = (max(0.0, box[0]), max(0.0, box[1]), min(frame.width, box[2]), min(frame.height, box[3]))
    frame = frame.resize(shown, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    return frame.transpose(TURNS[turn]) if turn in TURNS else frame


def paint(data: bytes, request: dict[str, Any]) -> tuple[str, bytes]:
    """(content type, bytes) of the thumbnail; for the method `measure` the type of the picture, and its size as JSON. Raises anything when
    there can be none."""
    target = (int(request["width"]), int(request["height"]))
    method = str(request["method"])
    pixels_max = int(request["pixels_max"])
    picture: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
    width, height = picture.size
    is_jpeg = picture.format in ("JPEG", "MPO")
    # A JPEG is decoded at a fraction of its size, so that its limit can be larger.
    if method == "measure":
        turned = int(picture.getexif().get(ORIENTATION, 1) or 1) in SIDEWAYS if is_jpeg else False
        shown = {"width": height, "height": width} if turned else {"width": width, "height": height}
        kind = "image/jpeg" if is_jpeg else f"image/{str(picture.format).lower()}"
        return kind, json.dumps(shown).encode()
    if width * height > pixels_max * (4 if is_jpeg else 1):
        raise ValueError("too many pixels")
    turn = int(picture.getexif().get(ORIENTATION, 1) or 1) if is_jpeg else 1
    if is_jpeg:
        edge = max(target)
        ratio = min(1.0, edge / min(width, height))
        picture.draft(None, (math.ceil(width * ratio), math.ceil(height * ratio)))
    frames = int(getattr(picture, "n_frames", 1))
    out = io.BytesIO()
    if request["animated"] and 1 < frames <= FRAMES_MAX and width * height * frames <= pixels_max * 4:
        painted, durations = [], []
        for index in range(frames):
            picture.seek(index)
            durations.append(max(20, int(picture.info.get("duration", 100) or 100)))
            painted.append(paint_frame(picture, target, method, turn))
        painted[0].save(
            out, "WEBP", save_all=True, append_images=painted[1:], duration=durations, loop=0, quality=75, method=2
        )
        return "image/webp", out.getvalue()
    profile = picture.info.get("icc_profile")
    frame = paint_frame(picture, target, method, turn)
    # The colour profile says how to show the colours and nothing about the photographer; all other metadata is dropped.
    keeps = isinstance(profile, bytes) and len(profile) <= ICC_BYTES_MAX and picture.mode in ("RGB", "RGBA")
    options: dict[str, Any] = {"icc_profile": profile} if keeps else {"icc_profile": None}
    if frame.mode == "RGBA":
        frame.save(out, "PNG", **options)
        return "image/png", out.getvalue()
    frame.save(out, "JPEG", quality=80, progressive=True, **options)
    return "image/jpeg", out.getvalue()


def main() -> None:
    """Answers requests until standard input ends, as it does when the server is gone."""
    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)
    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and by request
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        request = json.loads(line)
        data = source.read(int(request["bytes"]))
        try:
            content_type, body = paint(data, request)
        except BaseException as error:
            content_type, body = "", repr(error).encode("utf-8", "replace")[:500]
        sink.write(json.dumps({"content_type": content_type, "bytes": len(body)}).encode() + b"\n")
        sink.write(body)
        sink.flush()


if __name__ == "__main__":
    main()
