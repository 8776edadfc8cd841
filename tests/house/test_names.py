"""A stranger finds her room in three hops: wing, capability, file. So the names of files are few, and files are short."""

from tests.house.source import PACKAGE, capabilities, modules, place, python_files

LINES_MAX = 500
TEST_LINES_MAX = 800

#: names that say nothing about what is inside
EMPTY_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc", "tools"}
)

#: the same few names in every capability
CAPABILITY_FILES = frozenset(
    {"__init__", "model", "rules", "actions", "queries", "store", "routes", "sync", "jobs", "feature"}
)

#: "wing/capability/name": why this capability needs a file of another name
FURTHER_CAPABILITY_FILES: dict[str, str] = {
    "chat/bridging/interest": "which rooms, events and people concern an application service, remembered",
    "chat/bridging/sealed": "what of encryption goes along in transactions: messages to devices, changes of devices, counts of keys",
    # Encryption is four protocols that meet in one manifest; in one file per verb kind, none could be read on its own.
    "chat/encryption/cross_signing": "master, self-signing and user-signing keys, and signatures made with them",
    "chat/encryption/keys": "device keys, one-time keys and fallback keys",
    "chat/encryption/sharing": "who shares a room with whom, and so hears of changes of devices",
    "chat/encryption/to_device": "messages from device to device, sealed by the clients",
    "chat/links/pages": "what a page says about itself, read by a parser that is loaded when the first one comes",
    # A picture from a stranger is opened in a process apart: what runs there, what runs it, and what is kept of it.
    "chat/media/custody": "files in the hands of administrators, who neither upload nor download",
    "chat/media/disposal": "which events name which files, and files that go with the last message that named them",
    "chat/media/painter": "decoding and shrinking pictures, in a process of its own",
    "chat/media/studio": "that process: started, fed, limited in time and restarted",
    "chat/media/thumbnails": "which thumbnails there are, made once and kept",
    "chat/messages/bundles": "what /messages, /sync and /relations all add to an event: its aggregated relations",
    "chat/messages/relations": "what relates to an event, and the threads of a room: pages of another kind than history",
    "chat/push/badges": "what is unread over all rooms of a person, room by room",
    "chat/push/counts": "unread counts, advanced when somebody syncs",
    "chat/push/delivery": "lanes of pushers: in order, after failures later, over restarts",
    "chat/push/gateway": "pushers of the kind http: the protocol of push gateways",
    "chat/push/pushers": "who has a pusher, in the database and in memory",
    "chat/push/web": "pushers of the kind web: browsers, their push services, and the server's key for them",
    "chat/push/rulebook": "the push rules of people, compiled and kept",
    "chat/rooms/membership": "joining, inviting, leaving and banning: as many verbs as all the rest of rooms together",
    "chat/search/lines": "what of an event is searched, read from its bytes; used by the follower and by searches alike",
    # The forecast is a model of many parts, which the command, the route and the tests use one by one; it runs in a process of its own.
    "growth/forecast/__main__": "that process: a question on standard input, the reply on standard output",
    "growth/forecast/examples": "the figures of 2013, and the scenarios made of them",
    "growth/forecast/reckoner": "what that process is asked and replies",
    "growth/forecast/reckoning": "that process: started, limited in time and ended",
    "growth/forecast/rules/__init__": "the model is too long for one file of rules",
    "growth/forecast/rules/answering": "a question answered: all parts of the model together",
    "growth/forecast/rules/backtest": "fits to a server's own cohorts, and how good they would have been",
    "growth/forecast/rules/bass": "Bass's curve of diffusion",
    "growth/forecast/rules/course": "the state month by month, and the small formulas about it",
    "growth/forecast/rules/draws": "many courses of drawn parameters, and the fan about them (NumPy)",
    "growth/forecast/rules/fitting": "fits of Bass's curve, of retention and of word of mouth (SciPy)",
    "growth/forecast/rules/levers": "what small steps are worth, and what must be true for a goal",
    "growth/forecast/rules/retention": "the survival curve, and reproduction and growth that follow from it",
    "growth/forecast/rules/waves": "waves of invitations: how many come, and on which days",
    "people/accounts/fallback": "the page for clients that cannot do a stage of user-interactive authentication",
    "people/accounts/limits": "rate limits: token buckets in memory",
    "people/accounts/passwords": "hashing, off the event loop",
    "people/accounts/uia": "user-interactive authentication: sessions of stages",
    "people/addresses/custody": "addresses in the hands of administrators, who see them and take them away",
    "people/addresses/letters": "what mails say, in two languages and two forms",
    "people/addresses/pages": "the page behind the link of a mail",
    "people/devices/tokens": "access and refresh tokens, the hottest look-up of all",
    "people/organisations/invitations": "codes to join by, and partners: verbs of their own, as many as of members",
    "people/organisations/tables": "the tables that the statements of the store are about: together they are longer than a file may be",
    "people/organisations/standing": "what somebody may do in an organisation, read by every verb and every query",
    "people/search/readings": "how a Chinese name is read, from a library that is loaded when the first one comes",
    # Sliding sync keeps in memory what each connection was told, and answers in two shapes.
    "chat/sliding_sync/answers": "writing answers: one set of facts under the names of either shape",
    "chat/sliding_sync/catalogue": "the rooms of a person by latest activity, filtered as her lists ask",
    "chat/sliding_sync/connections": "what each connection was told, bounded, and which token names it",
    "chat/sliding_sync/extensions": "what is told beside rooms: to_device, e2ee, account data, receipts, typing",
    "chat/sliding_sync/looks": "one look: which rooms may have news for a connection, and what the answer says",
    "chat/sliding_sync/news": "which state of a room is new to a connection",
    "chat/sliding_sync/requests": "reading requests: two shapes, one meaning",
    "chat/sliding_sync/rooms": "one room of an answer, as the membership allows",
    "chat/sliding_sync/shelf": "rooms in the order of their activity, moved one at a time",
    # /sync is where chat servers rot second, so it is parted by what each part hides.
    "chat/sync/rooms": "the sections of joined, invited, knocked and left rooms, each as bytes",
    "chat/sync/sessions": "long polls of devices: who listens, and what rang since the last answer",
    "chat/sync/state": "the state that goes with a timeline, with lazily loaded members",
    "chat/sync/stripped": "what an invitation or a knock shows of a room",
    "chat/sync/timeline": "the newest visible events of one room inside the window, and where to go on backwards",
    "chat/sync/window": "the consistent cut of one look: from a token to now, and who came and went in between",
}


def test_no_name_is_empty() -> None:
    """A file or folder is called by what it is about."""
    found = [
        place(path)
        for path in python_files()
        for part in path.relative_to(PACKAGE.parents[1]).with_suffix("").parts
        if EMPTY_NAMES & set(part.strip("_").split("_"))
    ]
    assert not found, f"rename by what is inside: {found}"


def test_files_fit_in_a_head() -> None:
    """A file that grows past the limit is two things: part it."""
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in python_files()}
    found = {
        place(path): lines
        for path, lines in lengths.items()
        if lines > (LINES_MAX if path.is_relative_to(PACKAGE) else TEST_LINES_MAX)
    }
    assert not found, f"longer than {LINES_MAX} lines ({TEST_LINES_MAX} outside of the product): {found}"


def test_a_capability_has_the_known_files() -> None:
    """Whoever knows one capability knows where to look in every other."""
    found = []
    for folder in capabilities():
        for path in folder.rglob("*.py"):
            key = f"{folder.parent.name}/{folder.name}/{path.relative_to(folder).with_suffix('')}"
            if (
                str(path.relative_to(folder).with_suffix("")) not in CAPABILITY_FILES
                and key not in FURTHER_CAPABILITY_FILES
            ):
                found.append(key)
    assert not found, (
        f"not one of {sorted(CAPABILITY_FILES)}; give a reason in FURTHER_CAPABILITY_FILES or rename: {found}"
    )


def test_every_further_file_exists_and_has_a_reason() -> None:
    """An exception that is no longer needed goes."""
    for key, reason in FURTHER_CAPABILITY_FILES.items():
        assert (PACKAGE / f"{key}.py").is_file(), f"{key} is gone: take it out of FURTHER_CAPABILITY_FILES"
        assert len(reason) > 20, f"{key}: say why"


def test_folders_are_packages() -> None:
    """A folder without `__init__.py` would be imported by accident, and left out of contracts."""
    folders = {path.parent for path in modules()}
    found = [place(folder) for folder in folders if not (folder / "__init__.py").is_file()]
    assert not found, f"no __init__.py: {found}"
