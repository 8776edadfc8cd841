// Devices and account: where one is logged in, which of the devices are confirmed, the password, and the end of the account.
import { useEffect, useState } from "preact/hooks";
import { deleteDevices, devices, type OwnDevice } from "../../api/devices";
import { full, t, when } from "../../i18n";
import { reason } from "../../i18n/errors";
import { sealing, startSealing, trustChanges } from "../../store/sealing";
import { say, session } from "../../store/state";
import { back, go } from "../app/router";
import { Drawn, Icon } from "../parts/Icon";
import { Failed, Loading } from "../parts/Notice";
import { Account } from "./Account";
import { DeviceDialog } from "./DeviceDialog";
import { kindOf, parted } from "./order";
import { Proof } from "./Proof";
import { w, wn } from "./words";
import "./devices.css";

const SCREEN = "M4.500 4.500h15A1.500 1.500 0 0 1 21 6v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 15V6a1.500 1.500 0 0 1 1.500-1.500zM9 20h6M12 16.500V20";

const nameOf = (device: OwnDevice): string => device.display_name?.trim() || w("unnamed", { id: device.device_id });

export function Devices() {
  const [list, setList] = useState<OwnDevice[]>();
  const [failed, setFailed] = useState("");
  const [trust, setTrust] = useState<Record<string, boolean>>();
  const [open, setOpen] = useState<OwnDevice>();
  const [ending, setEnding] = useState<OwnDevice[]>();
  const load = () => {
    setFailed("");
    devices().then((found) => setList(found.devices), (error: unknown) => setFailed(reason(error)));
  };
  useEffect(load, []);
  useEffect(() => {
    if (sealing.value === "ready") startSealing().then((machine) => machine.ownDevices()).then(setTrust, () => undefined);
  }, [sealing.value, trustChanges.value, list]);
  const here = session.value?.deviceId ?? "";
  const { own, others } = parted(list ?? [], here);
  const row = (device: OwnDevice) => <Row key={device.device_id} device={device} here={device.device_id === here} trust={trust} onOpen={() => setOpen(device)} />;
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back("#/settings")}>
          <Icon name="back" />
        </button>
        <h1>{t("devices.title")}</h1>
      </div>
      <div class="scroll settings">
        {failed ? (
          <Failed text={failed} onRetry={load} />
        ) : !list ? (
          <Loading />
        ) : (
          <>
            <h2 class="section-title">{w("here")}</h2>
            <ul class="devices">{own && row(own)}</ul>
            {trust?.[here] === false && (
              <p class="device-hint padded">
                {w("verifyHint")}{" "}
                <button type="button" class="text-button" onClick={() => go("#/security")}>
                  {w("verifyHere")}
                </button>
              </p>
            )}
            <h2 class="section-title">{w("others")}</h2>
            {others.length === 0 ? <p class="device-hint padded">{w("none")}</p> : <ul class="devices">{others.map(row)}</ul>}
            {others.length > 0 && (
              <button type="button" class="wide-link danger" onClick={() => setEnding(others)}>
                <span class="round-icon">
                  <Icon name="leave" />
                </span>
                {w("outAll")}
              </button>
            )}
          </>
        )}
        <Account onChange={load} />
      </div>
      {open && !ending && (
        <DeviceDialog device={open} name={nameOf(open)} here={open.device_id === here} onChange={load} onLogOut={() => setEnding([open])} onClose={() => setOpen(undefined)} />
      )}
      {ending && (
        <Proof
          title={ending.length === 1 && open ? w("out") : w("outAll")}
          yes={ending.length === 1 && open ? w("out") : w("outAll")}
          danger
          onClose={() => setEnding(undefined)}
          onProof={async (auth) => {
            await deleteDevices(ending.map((device) => device.device_id), auth);
            say(wn("outDone", ending.length));
            setEnding(undefined);
            setOpen(undefined);
            load();
          }}
        >
          <p>{open ? w("outAsk", { name: nameOf(open) }) : wn("outAllAsk", ending.length)}</p>
        </Proof>
      )}
    </>
  );
}

function Row({ device, here, trust, onOpen }: { device: OwnDevice; here: boolean; trust?: Record<string, boolean>; onOpen: () => void }) {
  const name = nameOf(device);
  const known = trust?.[device.device_id];
  const seen = device.last_seen_ts;
  const place = device.last_seen_ip ?? "";
  return (
    <li>
      <button type="button" class="person" aria-haspopup="dialog" title={w("details", { name })} onClick={onOpen}>
        <span class={`round-icon ${known === false ? "unsure" : ""}`}>
          {kindOf(name) === "phone" ? <Icon name="device" /> : <Drawn d={SCREEN} />}
        </span>
        <span class="person-text">
          <b dir="auto">{name}</b>
          <small title={seen ? full(seen) : undefined}>
            {here ? place || device.device_id : !seen ? w("never") : w(place ? "seenFrom" : "seen", { when: when(seen), address: place })}
          </small>
        </span>
        {trust && <span class={`trust ${known ? "good" : ""}`}>{w(known ? "verified" : known === false ? "unverified" : "noKeys")}</span>}
      </button>
    </li>
  );
}
