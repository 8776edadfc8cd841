"""An errand of the world: it brings numbered letters, one after the other. Only a lease keeps two processes from bringing the same one."""

from __future__ import annotations

from collections.abc import Sequence

from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact

__all__ = ["LETTERS", "Postman", "letters_in"]

LETTERS = "letters"
EVERY_S = 0.7


class Postman:
    """Reads which letter was the last, and brings the next one in the unit that says so."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self.errand = Errand(kernel.leases, LETTERS, self._work, is_woken=False)

    async def _work(self) -> float:
        last = await self._kernel.database.fact_by_key(LETTERS, "last")
        number = b"%d" % (1 if last is None else int(last.body) + 1)
        unit = self.errand.lease.unit()
        unit.append(LETTERS, "letter", number)
        unit.append(LETTERS, "last", number, key="last")
        await self._kernel.log.append(unit)
        return EVERY_S


def letters_in(facts: Sequence[Fact]) -> list[int]:
    """The numbers of the letters that were brought, in order."""
    return [int(fact.body) for fact in facts if fact.topic == LETTERS and fact.kind == "letter"]
