"""HTTP to command and back. Our own API."""

from __future__ import annotations

from collections.abc import Callable

from laiwang.chat.contacts.actions import Actions
from laiwang.chat.contacts.model import (
    Asking,
    Contact,
    ContactChange,
    ContactPage,
    ContactRequest,
    ContactRequestPage,
    ContactSettings,
    Labels,
    Suggestions,
)
from laiwang.chat.contacts.queries import Queries
from laiwang.kernel.capability import Request, Response, Route, answer_struct
from laiwang.kit.refusals import invalid_param, not_found

__all__ = ["Routes"]

CONTACTS = "/api/v1/contacts"
REQUESTS = f"{CONTACTS}/requests"
LIMIT_DEFAULT = 500
LIMIT_MAX = 1000
REQUESTS_LIMIT_MAX = 100
LATEST = 1 << 53


class Routes:
    """Thin; `check_limit(user_id)` raises Refused 429."""

    def __init__(self, actions: Actions, queries: Queries, check_limit: Callable[[str], None]) -> None:
        self._actions = actions
        self._queries = queries
        self._check_limit = check_limit

    def all(self) -> tuple[Route, ...]:
        """For the manifest."""
        one, asked = f"{CONTACTS}/{{userId}}", f"{REQUESTS}/{{userId}}"
        return (
            Route("GET", CONTACTS, self.list, gives=ContactPage),
            Route("GET", f"{CONTACTS}/labels", self.labels, gives=Labels),
            Route("GET", f"{CONTACTS}/suggestions", self.suggestions, gives=Suggestions),
            Route("GET", f"{CONTACTS}/settings", self.settings, gives=ContactSettings),
            Route("PUT", f"{CONTACTS}/settings", self.set_settings, takes=ContactSettings, gives=ContactSettings),
            Route("GET", REQUESTS, self.requests, gives=ContactRequestPage),
            Route("POST", REQUESTS, self.ask, takes=Asking, gives=ContactRequest),
            Route("DELETE", asked, self.withdraw),
            Route("POST", f"{asked}/accept", self.accept, gives=Contact),
            Route("POST", f"{asked}/decline", self.decline),
            Route("GET", one, self.get, gives=Contact),
            Route("PUT", one, self.change, takes=ContactChange, gives=Contact),
            Route("DELETE", one, self.end),
        )

    async def list(self, request: Request) -> Response:
        """Lists the caller's contacts."""
        limit = request.int_arg("limit", LIMIT_DEFAULT, minimum=1, maximum=LIMIT_MAX)
        return answer_struct(await self._queries.page(request.caller.user_id, request.arg("from") or "", limit))

    async def get(self, request: Request) -> Response:
        """One contact of the caller."""
        contact = await self._queries.contact(request.caller.user_id, request.params["userId"])
        if contact is None:
            raise not_found("This is no contact of yours")
        return answer_struct(contact)

    async def change(self, request: Request) -> Response:
        """Sets what the caller calls a contact, and her labels; the contact does not see either."""
        change = request.typed(ContactChange)
        return answer_struct(await self._actions.change(request.caller.user_id, request.params["userId"], change))

    async def end(self, request: Request) -> Response:
        """Ends it on both sides, and leaves the chat. No error when there is none."""
        await self._actions.end(request.caller, request.params["userId"])
        return Response()

    async def labels(self, request: Request) -> Response:
        """All labels that the caller uses, with how many contacts have each."""
        return answer_struct(await self._queries.labels(request.caller.user_id))

    async def suggestions(self, request: Request) -> Response:
        """People whom several contacts of the caller know, and whom she does not."""
        self._check_limit(request.caller.user_id)
        return answer_struct(await self._queries.suggestions(request.caller.user_id))

    async def settings(self, request: Request) -> Response:
        """Whether the caller is suggested to others."""
        return answer_struct(ContactSettings(await self._queries.is_suggested(request.caller.user_id)))

    async def set_settings(self, request: Request) -> Response:
        """Sets whether the caller is suggested to others."""
        settings = request.typed(ContactSettings)
        await self._actions.set_suggested(request.caller.user_id, settings.suggested)
        return answer_struct(settings)

    async def requests(self, request: Request) -> Response:
        """Open requests to the caller (`direction=in`, the default), or all that she made with what became of them (`direction=out`)."""
        direction = request.arg("direction") or "in"
        if direction not in ("in", "out"):
            raise invalid_param("direction is in or out")
        limit = request.int_arg("limit", REQUESTS_LIMIT_MAX, minimum=1, maximum=REQUESTS_LIMIT_MAX)
        before = request.int_arg("from", LATEST, maximum=LATEST)
        found = await self._queries.requests(
            request.caller.user_id, incoming=direction == "in", before=before, limit=limit
        )
        return answer_struct(found)

    async def ask(self, request: Request) -> Response:
        """Asks somebody to be a contact: she is invited to a chat of two, with the greeting. What she has asked herself is accepted."""
        return answer_struct(await self._actions.ask(request.caller, request.typed(Asking)))

    async def accept(self, request: Request) -> Response:
        """Accepts the request of somebody and joins the chat."""
        return answer_struct(await self._actions.accept(request.caller, request.params["userId"]))

    async def decline(self, request: Request) -> Response:
        """Declines the request of somebody."""
        await self._actions.decline(request.caller, request.params["userId"])
        return Response()

    async def withdraw(self, request: Request) -> Response:
        """Takes the caller's own request back."""
        await self._actions.withdraw(request.caller, request.params["userId"])
        return Response()
