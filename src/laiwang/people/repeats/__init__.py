"""Repeats: a write that a client sends again, with the same `Idempotency-Key`, is done once and answered as before.

The answer is kept in the transaction of the write itself. Source: the draft "The Idempotency-Key HTTP Header Field" of the IETF. The front
door is `Repeats`.
"""

from laiwang.people.repeats.feature import Repeats

__all__ = ["Repeats"]
