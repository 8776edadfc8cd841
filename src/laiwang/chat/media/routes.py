"""HTTP of media."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from laiwang.chat.media import rules
from laiwang.chat.media.actions import Uploads
from laiwang.chat.media.model import Method
from laiwang.chat.media.queries import Library
from laiwang.chat.media.thumbnails import Thumbnails
from laiwang.kernel.capability import Request, Response, Route, answer
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import invalid_param, missing_param, not_found

__all__ = ["MediaRoutes"]

_V1 = "/_matrix/client/v1/media"
_V3 = "/_matrix/media/v3"
WAIT_MS_DEFAULT = 20_000
EDGE_PIXELS_MAX = 1 << 16


class MediaRoutes:
    """Thin: a request becomes a call, a file becomes an answer with the headers that make it harmless."""

    def __init__(
        self,
        kernel: Kernel,
        library: Library,
        uploads: Uploads,
        thumbnails: Thumbnails,
        *,
        upload_bytes_max: int,
        wait_ms_max: int,
    ) -> None:
        self._kernel = kernel
        self._library = library
        self._uploads = uploads
        self._thumbnails = thumbnails
        self._upload_bytes_max = upload_bytes_max
        self._wait_ms_max = wait_ms_max

    def routes(self) -> Sequence[Route]:
        """All routes of the capability."""
        size = self._upload_bytes_max
        of_media = "{serverName}/{mediaId}"
        return (
            Route("GET", f"{_V1}/config", self.config, operation="getConfigAuthed"),
            Route("GET", f"{_V3}/config", self.config, operation="getConfig"),
            Route("POST", f"{_V3}/upload", self.upload, operation="uploadContent", body_bytes_max=size, streamed=True),
            Route("POST", "/_matrix/media/v1/create", self.create, operation="createContent"),
            Route(
                "PUT",
                f"{_V3}/upload/{of_media}",
                self.upload_to,
                operation="uploadContentToMXC",
                body_bytes_max=size,
                streamed=True,
            ),
            Route("GET", f"{_V1}/download/{of_media}", self.download, operation="getContentAuthed"),
            Route(
                "GET",
                f"{_V1}/download/{of_media}/{{fileName}}",
                self.download,
                operation="getContentOverrideNameAuthed",
            ),
            Route("GET", f"{_V1}/thumbnail/{of_media}", self.thumbnail, operation="getContentThumbnailAuthed"),
            # Frozen endpoints: they would serve files to anybody who has the address.
            Route("GET", f"{_V3}/download/{of_media}", self.gone, auth="none", operation="getContent"),
            Route(
                "GET",
                f"{_V3}/download/{of_media}/{{fileName}}",
                self.gone,
                auth="none",
                operation="getContentOverrideName",
            ),
            Route("GET", f"{_V3}/thumbnail/{of_media}", self.gone, auth="none", operation="getContentThumbnail"),
        )

    async def config(self, request: Request) -> Response:
        """GET /config."""
        return answer({"m.upload.size": self._upload_bytes_max})

    async def gone(self, request: Request) -> Response:
        """Unauthenticated media: there is none."""
        raise not_found("Media is served to authenticated clients only")

    async def create(self, request: Request) -> Response:
        """POST /create."""
        media_id, expires_ms = await self._uploads.reserve(request.caller.user_id)
        return answer({"content_uri": self._uri(media_id), "unused_expires_at": expires_ms})

    async def upload(self, request: Request) -> Response:
        """POST /upload."""
        media_id = await self._uploads.upload(
            request.caller.user_id,
            _chunks(request),
            content_type=request.header(b"content-type"),
            file_name=request.arg("filename"),
            size_bytes=_announced_size(request),
        )
        return answer({"content_uri": self._uri(media_id)})

    async def upload_to(self, request: Request) -> Response:
        """PUT /upload/{serverName}/{mediaId}."""
        await self._uploads.upload_to(
            request.caller.user_id,
            request.params["serverName"],
            request.params["mediaId"],
            _chunks(request),
            content_type=request.header(b"content-type"),
            file_name=request.arg("filename"),
            size_bytes=_announced_size(request),
        )
        return answer({})

    async def download(self, request: Request) -> Response:
        """GET /download/{serverName}/{mediaId}[/{fileName}]."""
        media = await self._library.ready(
            request.params["serverName"], request.params["mediaId"], self._wait_ms(request)
        )
        await self._library.note_fetched(media)
        name = rules.clean_file_name(request.params.get("fileName")) or media.file_name
        disposition = rules.content_disposition(media.content_type, name)
        return await self._serve(
            request, media.media_id, media.content_type, media.size_bytes, media.sha256[:32], disposition
        )

    async def thumbnail(self, request: Request) -> Response:
        """GET /thumbnail/{serverName}/{mediaId}."""
        edges = []
        for name in ("width", "height"):
            if request.arg(name) is None:
                raise missing_param(name)
            edges.append(request.int_arg(name, 0, minimum=1, maximum=EDGE_PIXELS_MAX))
        asked = request.arg("method", "scale")
        if asked not in ("crop", "scale"):
            raise invalid_param("method must be crop or scale")
        method: Method = "crop" if asked == "crop" else "scale"
        size = rules.thumbnail_size(edges[0], edges[1], method, is_animated=request.bool_arg("animated"))
        media = await self._library.ready(
            request.params["serverName"], request.params["mediaId"], self._wait_ms(request)
        )
        found = await self._thumbnails.get(media, size)
        await self._library.note_fetched(media)
        extension = found.content_type.partition("/")[2]
        disposition = rules.content_disposition(found.content_type, f"thumbnail.{extension}")
        tag = f"{media.sha256[:32]}-{size.key}"
        return await self._serve(request, found.name, found.content_type, found.size_bytes, tag, disposition)

    def _wait_ms(self, request: Request) -> int:
        return min(request.int_arg("timeout_ms", WAIT_MS_DEFAULT), self._wait_ms_max)

    def _uri(self, media_id: str) -> str:
        return f"mxc://{self._kernel.server_name}/{media_id}"

    async def _serve(
        self, request: Request, blob: str, content_type: str, size_bytes: int, tag: str, disposition: bytes
    ) -> Response:
        etag = f'"{tag}"'
        headers = [
            *rules.SAFETY_HEADERS,
            (b"content-disposition", disposition),
            (b"etag", etag.encode()),
            (b"accept-ranges", b"bytes"),
        ]
        kind = content_type.encode("latin-1")
        if _names_tag(request.header(b"if-none-match"), etag):
            return Response(b"", 304, headers, kind)
        condition = request.header(b"if-range")
        part = None
        if condition is None or condition == etag:
            try:
                part = rules.byte_range(request.header(b"range"), size_bytes)
            except ValueError:
                refusal = answer({"errcode": "M_INVALID_PARAM", "error": f"The file has {size_bytes} bytes"}, 416)
                refusal.headers = [(b"content-range", f"bytes */{size_bytes}".encode())]
                return refusal
        if await self._kernel.blobs.size(blob) is None:
            raise not_found("There is no such file any more")  # it was deleted since it was found
        if part is None:
            return Response(self._kernel.blobs.open(blob), 200, headers, kind, size_bytes)
        start, end = part
        headers.append((b"content-range", f"bytes {start}-{end - 1}/{size_bytes}".encode()))
        return Response(self._kernel.blobs.open(blob, start, end), 206, headers, kind, end - start)


def _names_tag(header: str | None, etag: str) -> bool:
    if header is None:
        return False
    return any(one.strip() in ("*", etag, f"W/{etag}") for one in header.split(","))


def _announced_size(request: Request) -> int | None:
    text = request.header(b"content-length")
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 18 else None


def _chunks(request: Request) -> AsyncIterator[bytes]:
    assert request.stream is not None, "the route is streamed"
    return request.stream()
