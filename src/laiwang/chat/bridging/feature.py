"""The manifest of bridging."""

from __future__ import annotations

from laiwang.chat.bridging.interest import Interest
from laiwang.chat.bridging.jobs import Courier
from laiwang.chat.directory import Directory
from laiwang.chat.encryption import Encryption
from laiwang.kernel.capability import Capability
from laiwang.kernel.machine import Kernel
from laiwang.people.services import Services

__all__ = ["Bridging"]


class Bridging:
    """A courier for each application service that has a URL."""

    def __init__(self, kernel: Kernel, services: Services, directory: Directory, encryption: Encryption) -> None:
        self._couriers: list[Courier] = []
        for service in services.all:
            if service.url is not None:
                interest = Interest(kernel, service, directory.queries.aliases_of)
                directory.actions.on_alias.append(interest.alias_changed)
                self._couriers.append(Courier(kernel, services, service, interest, encryption))

    def manifest(self) -> Capability:
        """Couriers, started and stopped."""
        return Capability(
            name="bridging",
            purpose="Application services hear of what concerns them",
            on_start=self._start,
            on_stop=self._stop,
        )

    async def _start(self) -> None:
        for courier in self._couriers:
            await courier.start()

    async def _stop(self) -> None:
        for courier in self._couriers:
            await courier.stop()
