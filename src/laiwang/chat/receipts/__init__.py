"""Read receipts and the fully-read marker: how far each member has read, in public, for herself, and thread by thread.

Source: Client-Server API, "Receipts", "Fully read markers", "Threaded read receipts". The front door is `Receipts`;
`reader_of` and `public_receipt_in` tell those who follow the log whose receipt a fact is, and `served_with_room` serves
receipts outside of /sync.
"""

from laiwang.chat.receipts.feature import Receipts
from laiwang.chat.receipts.model import public_receipt_in, reader_of, served_with_room

__all__ = ["Receipts", "public_receipt_in", "reader_of", "served_with_room"]
