// The devices of the person, and which of them her identity vouches for.
import { useEffect, useState } from "preact/hooks";
import { devices, type OwnDevice } from "../../api/account";
import type { Machine } from "../../crypto/machine";
import { full, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { session } from "../../store/state";
import { Failed, Loading } from "../parts/Notice";

/** `changed` is any value that changes when somebody may have been confirmed. */
export function Devices({ machine, changed }: { machine?: Machine; changed: unknown }) {
  const [list, setList] = useState<OwnDevice[]>();
  const [trust, setTrust] = useState<Record<string, boolean>>({});
  const [failed, setFailed] = useState("");
  const load = () => {
    setFailed("");
    devices().then((found) => setList(found.devices), (error: unknown) => setFailed(reason(error)));
  };
  useEffect(load, []);
  useEffect(() => {
    machine?.ownDevices().then(setTrust, () => undefined);
  }, [machine, changed]);
  const here = session.value?.deviceId;
  const first = (device: OwnDevice) => (device.device_id === here ? Infinity : (device.last_seen_ts ?? 0));
  return (
    <section class="security" aria-label={t("security.devices")}>
      <h2 class="section-title">{t("security.devices")}</h2>
      {failed ? (
        <Failed text={failed} onRetry={load} />
      ) : !list ? (
        <Loading />
      ) : (
        <ul class="devices">
          {[...list].sort((a, b) => first(b) - first(a)).map((device) => {
            const known = trust[device.device_id];
            return (
              <li key={device.device_id}>
                <span>
                  <b dir="auto">{device.display_name ?? device.device_id}</b>
                  <small>
                    {device.device_id === here ? t("security.thisDevice") : device.last_seen_ts ? full(device.last_seen_ts) : device.device_id}
                  </small>
                </span>
                <span class={`trust ${known ? "good" : ""}`}>
                  {t(known ? "security.verified" : known === false ? "security.unverified" : "security.noKeys")}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
