"""The push rules of people: read once, kept compiled, changed in a transaction that also tells their clients."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from laiwang.chat.account_data import data_fact, fact_key
from laiwang.chat.push import store
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import Mirror
from laiwang.kernel.ports import Fact, Tx
from laiwang.matrix.push_evaluation import CompiledRules, compile_rules
from laiwang.matrix.push_rules import Ruleset, default_ruleset

__all__ = ["PUSH_RULES", "RuleBook"]

PUSH_RULES = "m.push_rules"
RULES_KEY = fact_key(PUSH_RULES, None)
PEOPLE_CACHED_MAX = 100_000


class RuleBook:
    """Rulesets by person."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._known: Mirror[str, tuple[Ruleset, CompiledRules | None]] = Mirror(PEOPLE_CACHED_MAX)

    async def rules(self, user_id: str) -> Ruleset:
        """The person's rules."""
        return (await self._of(user_id))[0]

    async def compiled(self, user_id: str) -> CompiledRules | None:
        """Her rules ready for use; None when she has the predefined ones, for which one evaluation speaks for everybody."""
        return (await self._of(user_id))[1]

    async def _of(self, user_id: str) -> tuple[Ruleset, CompiledRules | None]:
        found = self._known.get(user_id) or await self._known.of(user_id, self._read)
        assert found is not None
        return found

    async def _read(self, user_id: str) -> tuple[Ruleset, CompiledRules | None]:
        row = await self._kernel.database.fetch_one(store.RULES, {"user": user_id})
        ruleset = Ruleset() if row is None else Ruleset.from_json(orjson.loads(row[0]))
        return ruleset, None if ruleset.is_default else compile_rules(ruleset, user_id)

    def heard(self, fact: Fact) -> None:
        """Takes account data: the rules of a person are there as her clients get them."""
        if fact.key == RULES_KEY:
            self._known.forget(fact.topic.removeprefix("user:"))

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

        await self._kernel.database.transaction(work)

    @staticmethod
    def default(user_id: str) -> tuple[str, bytes]:
        """The account data of somebody who never changed a rule."""
        return PUSH_RULES, orjson.dumps(default_ruleset(user_id))
