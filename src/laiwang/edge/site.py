"""The web app as files: hashed assets for ever, the page itself never cached, a strict content security policy."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from laiwang.kernel.capability import Response

__all__ = ["Site"]

POLICY = (
    b"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
    b"media-src 'self' blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
    b"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SAFE = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    # calls need them; a page within ours never gets them
    (b"permissions-policy", b"camera=(self), microphone=(self)"),
)
FOREVER = (b"cache-control", b"public, max-age=31536000, immutable")
NEVER = (b"cache-control", b"no-cache")
NOT_BUILT = (
    "<!doctype html><meta charset=utf-8><title>Laiwang</title><h1>Laiwang · 来往</h1>"
    "<p>The server runs, but this installation has no web app. Build it with <code>make web</code>, "
    "or use any Matrix client with this address.</p>"
    "<p>服务器已运行，但此安装未包含网页应用。请运行 <code>make web</code>，或用任意 Matrix 客户端连接此地址。</p>"
)
TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript", ".wasm": "application/wasm"}
KEPT_MAX_BYTES = 1 << 20
API = (b"/_matrix", b"/api/", b"/scim/", b"/.well-known/", b"/healthz", b"/metrics")


class Site:
    """Files of the built app, the small ones read once. The crypto of the app is large and rarely asked for: it stays on the disk."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, tuple[bytes, bytes | Path, dict[bytes, bytes | Path]]] = {}
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and path.suffix not in (".br", ".gz", ".map"):
                name = "/" + path.relative_to(folder).as_posix()
                packed = {
                    encoding: _kept(other)
                    for encoding, suffix in ((b"br", ".br"), (b"gzip", ".gz"))
                    if (other := path.with_name(path.name + suffix)).exists()
                }
                self._files[name] = (_content_type(path), _kept(path), packed)

    def __call__(self, method: str, raw: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Response | None:
        """The file of a path; the page for every path of the app; None for what belongs to an API."""
        if raw.startswith(API):
            return None
        if method not in ("GET", "HEAD"):
            return None
        name = unquote(raw.decode("latin-1"))
        if name in self._files and name != "/index.html":
            cache = FOREVER if name.startswith("/assets/") else NEVER
            return self._file(name, headers, cache)
        if "." in name.rsplit("/", 1)[-1] and name != "/index.html":
            return Response(b"Not found", 404, SAFE, b"text/plain; charset=utf-8")
        if "/index.html" not in self._files:
            return Response(NOT_BUILT.encode(), 200, (NEVER, *SAFE), b"text/html; charset=utf-8")
        return self._file("/index.html", headers, NEVER)

    def _file(self, name: str, headers: Sequence[tuple[bytes, bytes]], cache: tuple[bytes, bytes]) -> Response:
        content_type, body, packed = self._files[name]
        accepted = b""
        for key, value in headers:
            if key == b"accept-encoding":
                accepted = value
        more: tuple[tuple[bytes, bytes], ...] = (cache, (b"vary", b"accept-encoding"), *SAFE)
        for encoding, data in packed.items():
            if encoding in accepted:
                return Response(_bytes(data), 200, (*more, (b"content-encoding", encoding)), content_type)
        return Response(_bytes(body), 200, more, content_type)


def _kept(path: Path) -> bytes | Path:
    """The content of a small file, a large one as its path."""
    return path if path.stat().st_size > KEPT_MAX_BYTES else path.read_bytes()


def _bytes(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def _content_type(path: Path) -> bytes:
    guessed = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if guessed.startswith("text/") or guessed in ("application/manifest+json", "image/svg+xml"):
        guessed += "; charset=utf-8"
    return guessed.encode()
