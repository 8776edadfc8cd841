"""The files in deploy/ fit together, fit the formats that they are written in, and name settings and figures that exist."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from laiwang.edge.settings import AllSettings, load
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.house.source import ROOT

DEPLOY = ROOT / "deploy"
KUBERNETES = sorted((DEPLOY / "kubernetes").glob("*/*.yaml"))
#: the series of a histogram and the names that Prometheus itself adds
SERIES = re.compile(r"(?<![\w:])(?:laiwang|process)_\w+")


def _env(path: Path) -> dict[str, str]:
    lines = [line.split("=", 1) for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return dict(lines)


def _settings(environment: dict[str, str]) -> AllSettings:
    assert environment
    assert all(name.startswith("LAIWANG_") and "__" in name for name in environment)
    return load(None, environment)  # unknown ones and wrong values are refused


# --- Compose ------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file with what `.env.example` asks for filled in."""
    env = {name: value or "filled-in" for name, value in _env(DEPLOY / "compose" / ".env.example").items()}

    def value(found: re.Match[str]) -> str:
        if found["message"] is not None:
            assert found["name"] in env, f"{found['name']} is asked for, but .env.example does not name it"
        return env.get(found["name"], found["default"] or "")

    text = (DEPLOY / "compose" / "compose.yaml").read_text()
    filled = re.sub(r"\$\{(?P<name>\w+)(?::-(?P<default>[^}]*)|:\?(?P<message>[^}]*))?\}", value, text)
    assert "${" not in filled
    parsed: dict[str, Any] = yaml.safe_load(filled)
    return parsed


def test_compose_names_what_exists(compose: dict[str, Any]) -> None:
    """Services that wait for each other, networks, volumes, files; and pictures of programs with a version."""
    services = compose["services"]
    assert {"laiwang-1", "laiwang-2", "postgres", "nats", "objects", "proxy"} <= set(services)
    for name, service in services.items():
        assert set(service.get("depends_on", ())) <= set(services), name
        assert set(service["networks"]) <= set(compose["networks"]), name
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            known = (DEPLOY / "compose" / source).exists() if source.startswith(".") else source in compose["volumes"]
            assert known, f"{name}: {source}"
        for config in service.get("configs", ()):
            assert config["source"] in compose["configs"]
        if not name.startswith("laiwang"):
            assert re.search(r":\d+[.\d]*", service["image"]), (
                f"{name}: an image without a version is another one tomorrow"
            )
    build = services["laiwang-1"]["build"]
    context = (DEPLOY / "compose" / build["context"]).resolve()
    assert context == ROOT
    assert (context / build["dockerfile"]).is_file()


def test_compose_settings(compose: dict[str, Any]) -> None:
    """Both servers have the same, and each leads to the service that it names."""
    one, two = (compose["services"][name]["environment"] for name in ("laiwang-1", "laiwang-2"))
    assert one == two
    settings = _settings(one)
    assert settings.database.url.startswith("postgresql://laiwang:filled-in@postgres/")
    assert settings.nats.url == "nats://laiwang:filled-in@nats:4222"
    assert settings.blobs.url == "s3://laiwang"
    assert settings.blobs.endpoint.startswith("http://objects:")
    (inside,) = compose["networks"]["inside"]["ipam"]["config"]
    assert [ip_network(one) for one in settings.server.trusted_proxies] == [ip_network(inside["subnet"])]
    keys = json.loads(compose["configs"]["identities"]["content"])["identities"][0]["credentials"][0]
    assert (keys["accessKey"], keys["secretKey"]) == (settings.blobs.access_key_id, settings.blobs.secret_access_key)


@pytest.mark.parametrize("path", ["compose/Caddyfile", "proxy/Caddyfile", "proxy/nginx.conf"])
def test_proxies_keep_figures_inside(path: str, compose: dict[str, Any]) -> None:
    """And name servers that exist, and wait longer than a sync."""
    text = (DEPLOY / path).read_text()
    assert "/metrics" in text
    assert "/healthz" in text
    assert re.search(r"read_timeout 120s", text)
    for server in re.findall(r"\b(laiwang-\d+):8008", text):
        assert server in compose["services"]


# --- the image ----------------------------------------------------------------------------------------------------------------


def test_image_has_what_its_build_needs() -> None:
    """What is left out of the build is nothing that goes into the wheel."""
    left_out = {line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")}
    needed = ("src", "web", "pyproject.toml", "uv.lock", "hatch_build.py", "README.md", "LICENSE", "NOTICE")
    for name in needed:
        assert (ROOT / name).exists()
        assert name not in left_out
    assert {".git", ".venv", "data"} <= left_out, "a clone's own data goes into nobody's image"
    text = (DEPLOY / "container" / "Containerfile").read_text()
    assert re.search(r"^USER 10001", text, re.MULTILINE)
    variables = dict(re.findall(r"\b(LAIWANG_\w+)=(\S+)", text))
    assert _settings(variables).server.host == "0.0.0.0"


# --- systemd ------------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="this machine has no systemd")
def test_unit(tmp_path: Path) -> None:
    """systemd takes it, and finds that it gives away little."""
    text = (DEPLOY / "systemd" / "laiwang.service").read_text()
    started = re.search(r"^ExecStart=(\S+)", text, re.MULTILINE)
    assert started is not None
    unit = tmp_path / "laiwang.service"
    unit.write_text(text.replace(started[1], sys.executable))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", unit],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert rated.returncode == 0, rated.stdout


def test_settings_of_the_unit() -> None:
    """Also those that are commented out."""
    file = DEPLOY / "systemd" / "laiwang.toml"
    assert load(file, {}).registration.mode == "token"


def test_commented_settings_of_the_unit(tmp_path: Path) -> None:
    """A setting that somebody takes the mark away from is one."""
    text = (DEPLOY / "systemd" / "laiwang.toml").read_text()
    whole = re.sub(r"^# (\[\w+\]|\w+ = .*)$", r"\1", text, flags=re.MULTILINE)
    (tmp_path / "laiwang.toml").write_text(whole)
    settings = load(tmp_path / "laiwang.toml", {})
    assert settings.database.url
    assert settings.email.host


# --- Kubernetes ---------------------------------------------------------------------------------------------------------------


def _manifests() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in KUBERNETES:
        if path.name != "kustomization.yaml":
            for manifest in yaml.safe_load_all(path.read_text()):
                yield path, manifest


@pytest.mark.parametrize(
    ("path", "manifest"),
    [
        pytest.param(*one, id=f"{one[0].parent.name}-{one[1]['kind']}-{one[1]['metadata']['name']}")
        for one in _manifests()
    ],
)
def test_manifest(path: Path, manifest: dict[str, Any]) -> None:
    """It is what the schemas of Kubernetes ask for, strictly, and its pods may do little."""
    kubernetes_validate.validate(manifest, "1.33", strict=True)
    pod = manifest.get("spec", {}).get("template", {}).get("spec")
    if pod is None:
        return
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in pod["containers"]:
        assert container["securityContext"]["allowPrivilegeEscalation"] is False
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        if container["image"] != "laiwang":
            assert re.search(r":\d", container["image"])
        volumes = {one["name"] for one in pod.get("volumes", ())}
        volumes |= {one["metadata"]["name"] for one in manifest["spec"].get("volumeClaimTemplates", ())}
        assert {one["name"] for one in container.get("volumeMounts", ())} <= volumes


@pytest.mark.parametrize("folder", ["base", "trial"])
def test_kustomization(folder: str) -> None:
    """It names every file beside it and none that is not there; its settings are settings."""
    place = DEPLOY / "kubernetes" / folder
    kustomization = yaml.safe_load((place / "kustomization.yaml").read_text())
    named = set(kustomization["resources"])
    assert named - {"../base"} == {path.name for path in place.glob("*.yaml")} - {"kustomization.yaml"}
    for generator in kustomization["secretGenerator"]:
        for env in generator["envs"]:
            assert (place / f"{env}.example").is_file()
    base = _env(DEPLOY / "kubernetes" / "base" / "laiwang.env.example")
    _settings(base | _env(place / "laiwang.env.example"))


def test_selectors_find_the_servers() -> None:
    """What is to be about the servers is about their pods."""
    base = [one for path, one in _manifests() if path.parent.name == "base"]
    (labels,) = [one["spec"]["template"]["metadata"]["labels"] for one in base if one["kind"] == "Deployment"]
    chosen = [
        one["spec"].get("selector") or one["spec"].get("podSelector")
        for one in base
        if one["kind"] not in ("Namespace", "Ingress")
    ]
    assert len(chosen) == 4
    for selector in chosen:
        assert selector.get("matchLabels", selector) == labels


def test_trial_services_are_those_that_settings_name() -> None:
    """Hosts in addresses are names of services; keys of secrets exist."""
    place = DEPLOY / "kubernetes" / "trial"
    services = {one["metadata"]["name"] for _, one in _manifests() if one["kind"] == "Service"}
    for name, value in _env(place / "laiwang.env.example").items():
        host = re.search(r"://(?:[^@/]*@)?([\w.-]+)", value)
        if host is not None and not name.endswith("PUBLIC_URL"):
            assert host[1] in services, name
    keys = set(_env(place / "services.env.example"))
    text = "\n".join(path.read_text() for path in place.glob("*.yaml"))
    assert set(re.findall(r"key: ([A-Z_]{4,})", text)) == keys


# --- watching -----------------------------------------------------------------------------------------------------------------


def _expressions() -> Iterator[str]:
    for group in yaml.safe_load((DEPLOY / "monitoring" / "alerts.yml").read_text())["groups"]:
        for rule in group["rules"]:
            assert rule["annotations"]["summary"]
            assert rule["labels"]["severity"] in ("warning", "critical")
            yield rule["expr"]
    dashboard = json.loads((DEPLOY / "monitoring" / "dashboard.json").read_text())
    for panel in dashboard["panels"]:
        for target in panel.get("targets", ()):
            yield target["expr"]
    for annotation in dashboard["annotations"]["list"]:
        yield annotation["expr"]


async def test_figures_exist(tmp_path: Path) -> None:
    """Every name in alerts and dashboards is one that a server tells, and every operation one that it counts."""
    process = ServerProcess(tmp_path / "data")
    process.start()
    try:
        person = await Person.arrive(process.url, "wei")
        await person.say(await person.create_room(), "counted")
        told = (await person.http.get("/metrics")).text
        await person.close()
    finally:
        process.stop()
    known = set(re.findall(r"^(\w+?)(?:\{| )", told, re.MULTILINE)) - {"#"}
    used = {name for expression in _expressions() for name in SERIES.findall(expression)}
    assert used
    assert not used - known, "no server tells these"
    operations = {name for expression in _expressions() for name in re.findall(r'operation="(\w+)"', expression)}
    counted = set(re.findall(r'operation="(\w+)"', told))
    assert operations <= counted


def test_panels_do_not_overlap() -> None:
    """Each stands where no other one does, inside the 24 columns."""
    taken: set[tuple[int, int]] = set()
    for panel in json.loads((DEPLOY / "monitoring" / "dashboard.json").read_text())["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken, panel["title"]
        assert max(x for x, _ in cells) < 24
        taken |= cells


def test_prometheus_watches_the_servers_of_compose(compose: dict[str, Any]) -> None:
    """Each one by itself."""
    config = yaml.safe_load((DEPLOY / "monitoring" / "prometheus.yml").read_text())
    (job,) = config["scrape_configs"]
    targets = [target for one in job["static_configs"] for target in one["targets"]]
    assert targets == [f"{name}:8008" for name in compose["services"] if name.startswith("laiwang")]
    for file in config["rule_files"]:
        assert (DEPLOY / "monitoring" / file).is_file()
