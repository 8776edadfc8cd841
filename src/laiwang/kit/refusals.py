"""The two ways in which the server says no.

`Refused` is the caller's fault and final; `Busy` is nobody's fault, and a retry is safe. Anything else that is raised
is a bug. Both are mapped to HTTP in one place, the edge. Codes: Matrix client-server API, "Standard error response".
"""

from collections.abc import Mapping


class Refused(Exception):
    """A request that cannot be granted as it stands.

    `errcode` is a Matrix error code, or empty where the answer has none (the first 401 of user-interactive
    authentication); `status` the HTTP status; `text` for people; `extra` further members of the JSON body
    (`retry_after_ms`, `soft_logout`, `flows`, `session`, …).
    """

    def __init__(self, errcode: str, status: int, text: str, extra: Mapping[str, object] | None = None) -> None:
        super().__init__(f"{status} {errcode}: {text}")
        self.errcode = errcode
        self.status = status
        self.text = text
        self.extra: dict[str, object] = dict(extra) if extra else {}

    def body(self) -> dict[str, object]:
        """The JSON body of the answer."""
        if not self.errcode:
            return dict(self.extra)
        return {"errcode": self.errcode, "error": self.text, **self.extra}


class Busy(Exception):
    """The server cannot take this now; it may or may not have happened. A retry after `retry_after_ms` is safe."""

    def __init__(self, retry_after_ms: int = 1000) -> None:
        super().__init__(f"busy, retry after {retry_after_ms} ms")
        self.retry_after_ms = retry_after_ms


def forbidden(text: str = "You are not allowed to do this") -> Refused:
    """403 M_FORBIDDEN."""
    return Refused("M_FORBIDDEN", 403, text)


def not_found(text: str = "Not found") -> Refused:
    """404 M_NOT_FOUND."""
    return Refused("M_NOT_FOUND", 404, text)


def unrecognized(status: int = 404) -> Refused:
    """404 (unknown path) or 405 (known path, wrong method) M_UNRECOGNIZED."""
    return Refused("M_UNRECOGNIZED", status, "Unrecognized request")


def not_json(text: str = "The body is not JSON") -> Refused:
    """400 M_NOT_JSON."""
    return Refused("M_NOT_JSON", 400, text)


def bad_json(text: str) -> Refused:
    """400 M_BAD_JSON: JSON, but of the wrong shape."""
    return Refused("M_BAD_JSON", 400, text)


def missing_param(name: str) -> Refused:
    """400 M_MISSING_PARAM for the parameter called `name`."""
    return Refused("M_MISSING_PARAM", 400, f"Missing parameter: {name}")


def invalid_param(text: str) -> Refused:
    """400 M_INVALID_PARAM."""
    return Refused("M_INVALID_PARAM", 400, text)


def too_large(text: str = "Too large") -> Refused:
    """413 M_TOO_LARGE."""
    return Refused("M_TOO_LARGE", 413, text)


def limit_exceeded(retry_after_ms: int) -> Refused:
    """429 M_LIMIT_EXCEEDED with `retry_after_ms`, an integer because clients insist on one."""
    return Refused("M_LIMIT_EXCEEDED", 429, "Too many requests", {"retry_after_ms": int(retry_after_ms)})


def missing_token() -> Refused:
    """401 M_MISSING_TOKEN."""
    return Refused("M_MISSING_TOKEN", 401, "Missing access token")


def unknown_token(*, soft_logout: bool = False) -> Refused:
    """401 M_UNKNOWN_TOKEN. Without `soft_logout` clients throw their encryption keys away."""
    extra: dict[str, object] = {"soft_logout": True} if soft_logout else {}
    return Refused("M_UNKNOWN_TOKEN", 401, "Unknown or expired access token", extra)


def bad_state(text: str) -> Refused:
    """403 M_BAD_STATE: the room is not in the state which this needs, as in unbanning somebody who is not banned."""
    return Refused("M_BAD_STATE", 403, text)


def unsupported_room_version(version_id: str) -> Refused:
    """400 M_UNSUPPORTED_ROOM_VERSION."""
    return Refused("M_UNSUPPORTED_ROOM_VERSION", 400, f"Room version {version_id} is not supported")
