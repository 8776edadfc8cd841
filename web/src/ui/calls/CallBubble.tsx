// The line of a call in the timeline: how it went, and the way to call again.
import { t, type Word } from "../../i18n";
import type { CallLine } from "../../calls/lines";
import { calls, canCall, placeCall } from "../../store/calls";
import type { Room } from "../../store/model";
import { partnerOf } from "../../store/names";
import { world } from "../../store/state";
import { Icon } from "../parts/Icon";

export function CallBubble({ room, line, own }: { room: Room; line: CallLine; own: boolean }) {
  const partner = partnerOf(world.value, room);
  const goesOn = calls.value.current?.id === line.callId;
  const missed = !own && (line.outcome === "cancelled" || line.outcome === "unanswered" || (line.outcome === "open" && !goesOn && Date.now() > line.until));
  const word = goesOn ? "call.now" : callWord(line, own, Date.now());
  return (
    <span class={`call-line ${missed ? "missed" : ""}`}>
      <Icon name={line.video ? "video" : "phone"} size={22} />
      <span>
        <b>{t(line.video ? "call.video" : "call.voice")}</b>
        {(word || line.talkedMs !== undefined) && <small>{word ? t(word) : lasted(line.talkedMs!)}</small>}
      </span>
      {!goesOn && !calls.value.current && canCall(room, partner) && (
        <button type="button" class="button quiet small" onClick={() => placeCall(room.id, partner, line.video, t("error.network"))}>
          {t(own ? "call.again" : "call.back")}
        </button>
      )}
    </span>
  );
}

/** How a call went, in one word; undefined for one that was talked in, whose length says it. */
export function callWord({ outcome, until }: CallLine, own: boolean, now: number): Word | undefined {
  if (outcome === "talked") return undefined;
  if (outcome === "open") return now <= until ? "call.ringing" : own ? "call.unanswered" : "call.missed";
  if (!own && (outcome === "cancelled" || outcome === "unanswered")) return "call.missed";
  return `call.${outcome}`;
}

/** 0:07, 12:34, 1:02:03 */
export function lasted(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
