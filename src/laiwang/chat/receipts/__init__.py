"""Read receipts and the fully-read marker: how far each member has read, in public, for herself, and thread by thread.

Source: Client-Server API, "Receipts", "Fully read markers", "Threaded read receipts". The front door is `Receipts`.
"""

from laiwang.chat.receipts.feature import Receipts

__all__ = ["Receipts"]
