"""The manifest of push."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta

from laiwang.chat.account_data import KIND as ACCOUNT_DATA
from laiwang.chat.account_data import AccountData
from laiwang.chat.push.badges import Badges
from laiwang.chat.push.counts import Counts, IgnoredBy, ReadUpTo
from laiwang.chat.push.delivery import Delivery, Sender
from laiwang.chat.push.gateway import Gateway
from laiwang.chat.push.jobs import Watch
from laiwang.chat.push.pushers import CHANGED, GATEWAY, WEB, Pushers
from laiwang.chat.push.queries import Queries
from laiwang.chat.push.routes import Routes
from laiwang.chat.push.rulebook import RuleBook
from laiwang.chat.push.web import WebPush
from laiwang.kernel.capability import Capability, Route, Settings
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit

__all__ = ["Push", "PushSettings"]

RULES = "/_matrix/client/v3/pushrules"
OWN = "/api/v1/push/web"
PUSHERS = "/_matrix/client/v3/pushers"


class PushSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """How people are reached outside of the app."""

    contact: Annotated[
        str,
        Meta(
            description="Where operators of browsers' push services can reach this server's: mailto: or https:. "
            "Without one it is postmaster at the server's name.",
            pattern="^(mailto:.+@.+|https://.+)?$",
        ),
    ] = ""


class Push:
    """Rules, counts and pushers. `read_up_to(user, room)` gives what was read by thread (`laiwang.chat.receipts`)."""

    def __init__(
        self,
        kernel: Kernel,
        settings: PushSettings,
        *,
        read_up_to: ReadUpTo,
        ignored_by: IgnoredBy,
        account_data: AccountData,
    ) -> None:
        self.rulebook = RuleBook(kernel)
        self.counts = Counts(kernel, self.rulebook, read_up_to, ignored_by)
        self._pushers = Pushers(kernel)
        self._badges = Badges(kernel, self.counts)
        contact = settings.contact or f"mailto:postmaster@{urlsplit(f'//{kernel.server_name}').hostname}"
        web = WebPush(kernel, self._pushers, contact)
        senders: dict[str, Sender] = {GATEWAY: Gateway(kernel), WEB: web}
        self._delivery = Delivery(kernel, self._pushers, self.counts, self._badges, senders)
        self._watch = Watch(kernel, self.rulebook, self._pushers, self._badges, ignored_by, self._delivery.wake)
        self._routes = Routes(
            kernel,
            self.rulebook,
            self._pushers,
            Queries(kernel, self.rulebook, self.counts, read_up_to, ignored_by),
            web,
        )
        account_data.defaults.append(self.rulebook.default)

    def remove_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Hook of devices: a phone that is logged out is not called any more."""
        self._pushers.drop_device(unit, user_id, device_id)

    async def _start(self) -> None:
        await self._pushers.start()
        await self._delivery.start()

    def manifest(self) -> Capability:
        """Routes and counts."""
        routes = self._routes
        one = f"{RULES}/global/{{kind}}/{{ruleId}}"
        return Capability(
            name="push",
            purpose="What an event means to a person, and how much she has not read",
            routes=(
                Route("GET", RULES, routes.all, operation="getPushRules"),
                Route("GET", f"{RULES}/global", routes.all_global, operation="getPushRulesGlobal"),
                Route("GET", one, routes.one, operation="getPushRule"),
                Route("PUT", one, routes.put, operation="setPushRule"),
                Route("DELETE", one, routes.delete, operation="deletePushRule"),
                Route("GET", f"{one}/enabled", routes.enabled, operation="isPushRuleEnabled"),
                Route("PUT", f"{one}/enabled", routes.set_enabled, operation="setPushRuleEnabled"),
                Route("GET", f"{one}/actions", routes.actions, operation="getPushRuleActions"),
                Route("PUT", f"{one}/actions", routes.set_actions, operation="setPushRuleActions"),
                Route("GET", "/_matrix/client/v3/notifications", routes.notifications, operation="getNotifications"),
                Route("GET", PUSHERS, routes.pushers, operation="getPushers"),
                Route("POST", f"{PUSHERS}/set", routes.set_pusher, operation="postPusher"),
                Route("GET", f"{OWN}/key", routes.web_key),
                Route("GET", f"{OWN}/subscriptions", routes.subscriptions),
                Route("PUT", f"{OWN}/subscriptions", routes.subscribe, body_bytes_max=16_384),
                Route("DELETE", f"{OWN}/subscriptions", routes.unsubscribe, body_bytes_max=16_384),
            ),
            room_counts=self.counts.of_room,
            followers=(self._watch.follower(),),
            mirrors={ACCOUNT_DATA: self.rulebook.heard, CHANGED: self._pushers.heard, "purge": self.counts.heard_purge},
            on_start=self._start,
            on_stop=self._delivery.stop,
        )
