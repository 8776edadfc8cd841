"""Files that people send: upload, download for those who are logged in, and thumbnails.

Bytes live in the kernel's blob store under names of our own; what is known about them lives in the database. Nothing that came from
a client can run in another's browser. Source: Matrix client-server API, "Content repository".
"""

from laiwang.chat.media.feature import Media, MediaSettings
from laiwang.chat.media.model import FileOrder, Whose
from laiwang.chat.media.rules import media_in
from laiwang.chat.media.studio import CannotPaint

__all__ = ["CannotPaint", "FileOrder", "Media", "MediaSettings", "Whose", "media_in"]
