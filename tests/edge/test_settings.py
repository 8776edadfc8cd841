"""Settings: file, environment and command line; what is wrong stops the start and is named."""

from pathlib import Path

import pytest

from laiwang.edge.settings import DOCUMENTED, AllSettings, WrongSettings, as_toml, load


def test_nothing_given_is_the_defaults() -> None:
    """Zero settings are a working server."""
    assert load(None, {}) == AllSettings()


def test_file_then_environment_then_command_line(tmp_path: Path) -> None:
    """The later word wins."""
    file = tmp_path / "laiwang.toml"
    file.write_text('[server]\nname = "from.file"\nport = 1000\nhost = "::1"\n[rate_limits]\nenabled = false\n')
    environment = {"LAIWANG_SERVER__PORT": "2000", "LAIWANG_SERVER__HOST": "0.0.0.0", "HOME": "/"}
    loaded = load(file, environment, {"server.host": "127.0.0.1", "server.port": None})
    assert (loaded.server.name, loaded.server.port, loaded.server.host) == ("from.file", 2000, "127.0.0.1")
    assert loaded.rate_limits.enabled is False


def test_texts_of_the_environment_become_values() -> None:
    """Truth, numbers, lists and choices."""
    loaded = load(
        None,
        {
            "LAIWANG_RATE_LIMITS__ENABLED": "false",
            "LAIWANG_RATE_LIMITS__MESSAGES_PER_S": "2.5",
            "LAIWANG_MEDIA__UPLOAD_BYTES_MAX": "1000",
            "LAIWANG_SERVER__TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2",
            "LAIWANG_REGISTRATION__MODE": "token",
            "LAIWANG_SKIP_WEB": "1",
        },
    )
    assert loaded.rate_limits.enabled is False
    assert loaded.rate_limits.messages_per_s == 2.5
    assert loaded.media.upload_bytes_max == 1000
    assert loaded.server.trusted_proxies == ("10.0.0.1", "10.0.0.2")
    assert loaded.registration.mode == "token"


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LAIWANG_SERVER__PROT": "1"}, "Did you mean LAIWANG_SERVER__PORT"),
        ({"LAIWANG_SERVER_NAME": "x"}, "LAIWANG_SERVER__NAME"),
        ({"LAIWANG_SERVER__PORT": "eighty"}, r"server\.port \(or LAIWANG_SERVER__PORT\)"),
        ({"LAIWANG_SERVER__PORT": "70000"}, r"server\.port"),
        ({"LAIWANG_REGISTRATION__MODE": "opne"}, r"registration\.mode"),
        ({"LAIWANG_RATE_LIMITS__ENABLED": "perhaps"}, r"rate_limits\.enabled"),
        ({"LAIWANG_RATE_LIMITS__MESSAGES_PER_S": "-1"}, r"rate_limits\.messages_per_s"),
        ({"LAIWANG_NOWHERE__KEY": "1"}, "LAIWANG_NOWHERE__KEY"),
    ],
)
def test_a_wrong_variable_is_named(environment: dict[str, str], told: str) -> None:
    """The error says which one."""
    with pytest.raises(WrongSettings, match=told):
        load(None, environment)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[server]\nnmae = 'x'\n", r"Did you mean server\.name"),
        ("[sever]\nname = 'x'\n", "sever"),
        ("name = 'x'\n", "outside"),
        ("[server\n", "TOML"),
        ("[server]\nport = 'x'\n", r"server\.port"),
        ("[server]\ntrusted_proxies = '10.0.0.1'\n", r"server\.trusted_proxies"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    """Unknown, misplaced, unreadable and mistyped."""
    file = tmp_path / "laiwang.toml"
    file.write_text(text)
    with pytest.raises(WrongSettings, match=told):
        load(file, {})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that was asked for has to be there."""
    with pytest.raises(WrongSettings, match="cannot be read"):
        load(tmp_path / "none.toml", {})


def test_every_setting_says_what_it_is() -> None:
    """Description, kind and a default that can be written down."""
    assert len(DOCUMENTED) > 20
    for setting in DOCUMENTED.values():
        assert setting.description.endswith(".")
        assert as_toml(setting.default)
