"""The push rules of people: read once, kept compiled, changed in a transaction that also tells their clients."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

import orjson

from laiwang.chat.account_data import data_fact
from laiwang.chat.push import store
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Tx
from laiwang.matrix.push_evaluation import CompiledRules, compile_rules
from laiwang.matrix.push_rules import Ruleset, default_ruleset

__all__ = ["PUSH_RULES", "RuleBook"]

PUSH_RULES = "m.push_rules"
PEOPLE_CACHED_MAX = 100_000


class RuleBook:
    """Rulesets by person."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._cache: OrderedDict[str, tuple[Ruleset, CompiledRules | None]] = OrderedDict()

    async def rules(self, user_id: str) -> Ruleset:
        """The person's rules."""
        return (await self._of(user_id))[0]

    async def compiled(self, user_id: str) -> CompiledRules | None:
        """Her rules ready for use; None when she has the predefined ones, for which one evaluation speaks for everybody."""
        return (await self._of(user_id))[1]

    async def _of(self, user_id: str) -> tuple[Ruleset, CompiledRules | None]:
        found = self._cache.get(user_id)
        if found is None:
            row = await self._kernel.database.fetch_one(store.RULES, {"user": user_id})
            found = self._cache.get(user_id)  # a change that became durable meanwhile knows better
            if found is None:
                found = self._remember(user_id, Ruleset() if row is None else Ruleset.from_json(orjson.loads(row[0])))
        return found

    def _remember(self, user_id: str, ruleset: Ruleset) -> tuple[Ruleset, CompiledRules | None]:
        found = (ruleset, None if ruleset.is_default else compile_rules(ruleset, user_id))
        self._cache[user_id] = found
        self._cache.move_to_end(user_id)
        if len(self._cache) > PEOPLE_CACHED_MAX:
            self._cache.popitem(last=False)
        return found

    async def change(self, user_id: str, verb: Callable[[Ruleset], Ruleset]) -> None:
        """Applies a verb of `Ruleset`, and raises what it raises. Her clients hear of it as account data."""

        async def work(tx: Tx) -> None:
            row = await tx.fetch_one(store.RULES, {"user": user_id})
            old = Ruleset() if row is None else Ruleset.from_json(orjson.loads(row[0]))
            new = verb(old)
            if new == old:
                return
            await tx.execute(store.SET_RULES, {"user_id": user_id, "changes": orjson.dumps(new.to_json()).decode()})
            told = data_fact(user_id, PUSH_RULES, new.served(user_id))
            tx.append(told.topic, told.kind, told.body, key=told.key)

            def applied(_: Sequence[Fact]) -> None:
                self._remember(user_id, new)

            tx.unit.applied = applied

        await self._kernel.database.transaction(work)

    @staticmethod
    def default(user_id: str) -> tuple[str, bytes]:
        """The account data of somebody who never changed a rule."""
        return PUSH_RULES, orjson.dumps(default_ruleset(user_id))
