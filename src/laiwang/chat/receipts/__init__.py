"""Read receipts and the fully-read marker: how far each member has read, in public, for herself, and thread by thread.

Source: Client-Server API, "Receipts", "Fully read markers", "Threaded read receipts". The front door is `Receipts`;
`reader_of` tells those who follow the log whose receipt a fact is.
"""

from laiwang.chat.receipts.feature import Receipts
from laiwang.chat.receipts.model import reader_of

__all__ = ["Receipts", "reader_of"]
