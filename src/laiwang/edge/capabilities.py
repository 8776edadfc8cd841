"""Which capabilities the server has, and what each is given: the one line outside its folder that a capability needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from laiwang.chat.account_data import OWN_STICKERS, AccountData
from laiwang.chat.announcements import Announcements
from laiwang.chat.bridging import Bridging
from laiwang.chat.burn import Burn
from laiwang.chat.calls import Calls
from laiwang.chat.contacts import Contacts
from laiwang.chat.dehydration import Dehydration
from laiwang.chat.directory import Directory
from laiwang.chat.encryption import Encryption
from laiwang.chat.filters import Filters
from laiwang.chat.key_backup import KeyBackup
from laiwang.chat.links import Links
from laiwang.chat.media import Media
from laiwang.chat.messages import Messages
from laiwang.chat.moderation import Moderation
from laiwang.chat.offboarding import Offboarding
from laiwang.chat.overview import Overview
from laiwang.chat.previews import Previews
from laiwang.chat.purges import Purges
from laiwang.chat.push import Push
from laiwang.chat.receipts import Receipts
from laiwang.chat.rooms import Rooms
from laiwang.chat.search import Search
from laiwang.chat.sliding_sync import SlidingSync
from laiwang.chat.sync import Sync
from laiwang.chat.typing import Typing
from laiwang.chat.upgrades import Upgrades
from laiwang.edge.settings import AllSettings
from laiwang.growth.activity import Activity
from laiwang.growth.forecast import Forecast
from laiwang.kernel.capability import Capability
from laiwang.kernel.machine import Kernel
from laiwang.people.accounts import Accounts, Login, RateLimits
from laiwang.people.addresses import Addresses
from laiwang.people.administration import Administration
from laiwang.people.audit import Audit
from laiwang.people.devices import Devices
from laiwang.people.domains import Domains
from laiwang.people.organisations import Organisations, is_colleague
from laiwang.people.passes import Passes
from laiwang.people.presence import Presence
from laiwang.people.profiles import Profiles
from laiwang.people.repeats import Repeats
from laiwang.people.rosters import Rosters
from laiwang.people.scim import Scim
from laiwang.people.search import PeopleSearch
from laiwang.people.services import Services
from laiwang.people.verifications import VERIFIED, Verifications

__all__ = ["Capabilities", "build"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """All of them, and the few that the edge speaks with."""

    manifests: Sequence[Capability]
    accounts: Accounts
    administration: Administration
    devices: Devices
    forecast: Forecast
    sync: Sync
    sliding_sync: SlidingSync
    typing: Typing


def build(kernel: Kernel, settings: AllSettings) -> Capabilities:
    """Puts the house together, from the bottom up."""
    limits = RateLimits(settings.rate_limits, kernel)
    devices = Devices(
        kernel,
        token_lifetime_ms=settings.accounts.access_token_lifetime_s * 1000,
        txns_kept_ms=settings.accounts.transactions_kept_s * 1000,
    )
    services = Services(kernel, settings.application_services)
    accounts = Accounts(
        kernel, devices, limits, services, registration=settings.registration, passwords=settings.passwords
    )
    passes = Passes(
        kernel,
        settings.passes,
        require_uia=accounts.require_uia,
        take_limit=limits.take,
        exists=accounts.actions.exists,
    )
    for flow in passes.login_flows:
        accounts.logins[flow["type"]] = Login(flow, passes.log_in)
    audit = Audit(kernel)
    addresses = Addresses(
        kernel,
        settings.email,
        accounts,
        audit,
        public_url=settings.server.public_url,
        is_needed_to_register=settings.registration.email_required,
        take_limit=lambda key, tx: limits.take("mail", key, tx),
    )
    profiles = Profiles(kernel, accounts.actions.find)
    people_search = PeopleSearch(
        kernel,
        settings.people_search,
        profile_of=profiles.shown,
        fields=(VERIFIED,),
        is_near=is_colleague,
        check_limit=lambda user_id: limits.check("search", user_id),
    )
    accounts.actions.on_add.append(people_search.add)
    accounts.actions.on_end.append(people_search.remove)
    profiles.on_change.append(people_search.change)
    administration = Administration(kernel, accounts, devices, profiles, audit)
    repeats = Repeats(kernel)
    organisations = Organisations(
        kernel,
        settings.organisations,
        accounts,
        audit,
        repeats,
        profile_of=profiles.shown,
        check_limit=lambda user_id: limits.check("search", user_id),
    )
    domains = Domains(kernel, organisations, addresses, repeats)
    rosters = Rosters(kernel, accounts, addresses, profiles, organisations, domains)
    verifications = Verifications(kernel, accounts, audit, employers=organisations.employers)
    organisations.actions.on_staff.append(verifications.changed)
    profiles.filled[VERIFIED] = verifications.of
    presence = Presence(kernel, settings.presence)

    account_data = AccountData(kernel)
    filters = Filters(kernel)
    encryption = Encryption(kernel, settings.encryption, accounts)
    dehydration = Dehydration(kernel, devices, encryption)
    key_backup = KeyBackup(kernel, settings.key_backup)

    async def is_shown(user_id: str, uri: str) -> bool:
        is_face = bool((await profiles.of(user_id)).get("avatar_url") == uri)
        return is_face or await account_data.holds(user_id, OWN_STICKERS, uri)

    media = Media(kernel, settings.media, is_shown=is_shown)
    directory = Directory(kernel, services)
    rooms = Rooms(
        kernel,
        directory,
        profile_of=profiles.of,
        exists=accounts.actions.find,
        check_limit=limits.check,
        blocks_invites=account_data.blocks_invites,
    )
    messages = Messages(
        kernel, check_limit=lambda user_id: limits.check("message", user_id), ignored_by=account_data.ignored_by
    )
    search = Search(kernel, settings.search, messages, check_limit=lambda user_id: limits.check("search", user_id))
    receipts = Receipts(kernel, ignored_by=account_data.ignored_by)
    typing = Typing(kernel, ignored_by=account_data.ignored_by)
    push = Push(
        kernel,
        settings.push,
        read_up_to=receipts.read_up_to,
        ignored_by=account_data.ignored_by,
        account_data=account_data,
    )

    async def make_account(user_id: str, name: str) -> None:
        if await accounts.actions.account(user_id) is None:
            await accounts.actions.create(user_id, None)
        await profiles.set(user_id, "displayname", name)

    announcements = Announcements(
        kernel,
        settings.announcements,
        rooms,
        account_data,
        audit,
        make_account=make_account,
        people=accounts.queries.people,
        count=accounts.queries.people_count,
        exists=accounts.actions.exists,
    )
    moderation = Moderation(
        kernel,
        rooms,
        directory,
        media,
        audit,
        exists=accounts.actions.exists,
        check_limit=lambda user_id: limits.check("report", user_id),
        tell=announcements.tell,
        redaction=messages.actions.redaction,
    )
    overview = Overview(kernel, accounts, devices, media, moderation)

    def is_person(user_id: str) -> bool:
        # Names that begin with _ are the server's own.
        return not user_id.startswith("@_") and not any(one.is_mine(user_id) for one in services.all)

    contacts = Contacts(
        kernel,
        rooms,
        account_data,
        profile_of=profiles.of,
        is_person=is_person,
        check_limit=lambda user_id: limits.check("search", user_id),
    )
    upgrades = Upgrades(kernel, rooms, directory, account_data, change_rules=push.rulebook.change)
    sync = Sync(
        kernel,
        find_filter=filters.find,
        seen=presence.seen,
        ignored_by=account_data.ignored_by,
        narrow=messages.bundler.narrow,
        blocks_invites=account_data.blocks_invites,
    )
    sliding_sync = SlidingSync(
        kernel,
        settings.sliding_sync,
        account_data=account_data,
        encryption=encryption,
        receipts=receipts,
        typing=typing,
        push=push,
        seen=presence.seen,
        ignored_by=account_data.ignored_by,
    )
    bridging = Bridging(kernel, services, directory, encryption)
    devices.removal_hooks.append(push.remove_device)
    devices.removal_hooks.append(sliding_sync.remove_device)
    accounts.actions.on_end.append(contacts.actions.forget)
    accounts.actions.on_end.append(encryption.cross_signing.remove_person)
    accounts.actions.on_deactivate.append(rooms.memberships.leave_everything)
    accounts.actions.on_deactivate.append(key_backup.forget)
    accounts.actions.on_deactivate.append(dehydration.forget)
    accounts.actions.on_deactivate.append(passes.forget)

    activity = Activity(kernel, accounts)
    forecast = Forecast(activity)

    manifests = (
        accounts.manifest(),
        administration.manifest(),
        passes.manifest(),
        addresses.manifest(),
        devices.manifest(accounts.require_uia),
        services.manifest(),
        profiles.manifest(),
        people_search.manifest(),
        organisations.manifest(),
        domains.manifest(),
        rosters.manifest(),
        Scim(kernel, accounts, devices, addresses, profiles, organisations, domains, rosters).manifest(),
        verifications.manifest(),
        presence.manifest(),
        account_data.manifest(),
        filters.manifest(),
        encryption.manifest(),
        dehydration.manifest(),
        key_backup.manifest(),
        media.manifest(),
        directory.manifest(),
        Previews(kernel, directory).manifest(),
        rooms.manifest(),
        contacts.manifest(),
        upgrades.manifest(),
        moderation.manifest(),
        Offboarding(
            kernel, accounts, devices, organisations, audit, repeats, blocks_invites=account_data.blocks_invites
        ).manifest(),
        announcements.manifest(),
        Purges(kernel, messages, media, search, push, audit).manifest(),
        overview.manifest(),
        activity.manifest(),
        forecast.manifest(),
        messages.manifest(),
        search.manifest(),
        receipts.manifest(),
        typing.manifest(),
        push.manifest(),
        Links(kernel, settings.links, media, check_limit=lambda user_id: limits.check("preview", user_id)).manifest(),
        Burn(kernel, settings.burn, messages, media).manifest(),
        Calls(kernel, settings.turn).manifest(),
        bridging.manifest(),
        sync.manifest(),
        sliding_sync.manifest(),
    )
    sync.compose(manifests)
    sliding_sync.compose(manifests)
    kernel.contribute_event_rows([one.event_rows for one in manifests if one.event_rows is not None])
    kernel.contribute_mirrors([one.mirrors for one in manifests])
    return Capabilities(manifests, accounts, administration, devices, forecast, sync, sliding_sync, typing)
