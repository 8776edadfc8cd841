"""Addresses and their manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kit.refusals import Refused, bad_json, forbidden, invalid_param, missing_param

__all__ = ["Addresses"]

CLIENT = "/_matrix/client/v3"
MEDIUMS = ("email", "msisdn")


class Addresses:
    """Answers for a server that can reach nobody outside of itself."""

    async def of_caller(self, request: Request) -> Response:
        """GET /account/3pid."""
        return answer({"threepids": []})

    async def add(self, request: Request) -> Response:
        """POST /account/3pid/add: as the capability m.3pid_changes says, it cannot be done."""
        _check_texts(request.json_object(), "client_secret", "sid")
        raise forbidden("E-mail addresses and phone numbers cannot be added on this server")

    async def delete(self, request: Request) -> Response:
        """POST /account/3pid/delete and …/unbind: there is none, here or with an identity server."""
        body = request.json_object()
        _check_texts(body, "medium", "address")
        if body["medium"] not in MEDIUMS:
            raise invalid_param("medium must be email or msisdn")
        return answer({"id_server_unbind_result": "no-support"})

    async def validate_new(self, request: Request) -> Response:
        """POST /account/3pid/{medium}/requestToken."""
        _check_request(request)
        raise Refused(
            "M_THREEPID_MEDIUM_NOT_SUPPORTED", 400, "E-mail addresses and phone numbers are not kept on this server"
        )

    async def validate_for_password(self, request: Request) -> Response:
        """POST /account/password/{medium}/requestToken."""
        _check_request(request)
        raise Refused("M_THREEPID_NOT_FOUND", 400, "No account has this address; an administrator can help")

    async def validate_for_registration(self, request: Request) -> Response:
        """POST /register/{medium}/requestToken."""
        _check_request(request)
        raise Refused("M_THREEPID_DENIED", 403, "One registers without an address on this server")

    def manifest(self) -> Capability:
        """Routes."""
        routes = [
            Route("GET", f"{CLIENT}/account/3pid", self.of_caller, operation="getAccount3PIDs"),
            Route("POST", f"{CLIENT}/account/3pid/add", self.add, operation="add3PID"),
            Route("POST", f"{CLIENT}/account/3pid/delete", self.delete, operation="delete3pidFromAccount"),
            Route("POST", f"{CLIENT}/account/3pid/unbind", self.delete, operation="unbind3pidFromAccount"),
        ]
        for medium, suffix in (("email", "Email"), ("msisdn", "MSISDN")):
            for path, handler, name in (
                ("account/3pid", self.validate_new, "requestTokenTo3PID"),
                ("account/password", self.validate_for_password, "requestTokenToResetPassword"),
                ("register", self.validate_for_registration, "requestTokenToRegister"),
            ):
                operation = f"{name}{suffix}"
                routes.append(
                    Route("POST", f"{CLIENT}/{path}/{medium}/requestToken", handler, auth="none", operation=operation)
                )
        return Capability(
            name="addresses",
            purpose="Says that there are no e-mail addresses and phone numbers here",
            routes=routes,
            client_capabilities={"m.3pid_changes": {"enabled": False}},
        )


def _check_request(request: Request) -> None:
    body = request.json_object()
    if request.path.endswith("/email/requestToken"):
        _check_texts(body, "client_secret", "email")
    else:
        _check_texts(body, "client_secret", "country", "phone_number")
    if "send_attempt" not in body:
        raise missing_param("send_attempt")
    if type(body["send_attempt"]) is not int:
        raise bad_json("send_attempt must be a whole number")


def _check_texts(body: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if body.get(name) is None:
            raise missing_param(name)
        if not isinstance(body[name], str):
            raise bad_json(f"{name} must be a string")
