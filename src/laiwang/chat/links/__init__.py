"""Links: what a page on the web says about itself, fetched by the server so that no phone has to show itself to strangers.

Source: Client-Server API, "Content repository", GET /media/preview_url. The front door is `Links`.
"""

from laiwang.chat.links.feature import Links, LinkSettings

__all__ = ["LinkSettings", "Links"]
