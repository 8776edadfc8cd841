// What was taken back is forgotten wherever else it was kept: in quotations, in the stretch of the past that is open, and among loaded files.
import { forgetFiles } from "../api/media";
import type { ImageInfo, MatrixEvent, MessageContent, SyncResponse } from "../api/types";
import { past } from "./past";
import { emptied, redactedBy } from "./reduce";
import { quoted, world } from "./state";
import { openThread } from "./threads";

/** The addresses of files that a message names. Pure. */
export function filesOf(content: MessageContent): string[] {
  const info: ImageInfo = content.info ?? {};
  return [content.url, content.file?.url, info.thumbnail_url, info.thumbnail_file?.url].filter((url): url is string => typeof url === "string");
}

/** To be called before the timelines forget: they still say which files go along. */
export function forgetRedacted(answer: SyncResponse): void {
  for (const [id, part] of Object.entries(answer.rooms?.join ?? {})) {
    for (const redaction of part.timeline?.events ?? []) if (redaction.type === "m.room.redaction") forget(id, redaction);
  }
}

function forget(roomId: string, redaction: MatrixEvent): void {
  const target = redactedBy(redaction) ?? "";
  const stretch = past.value?.roomId === roomId ? past.value : null;
  const event = world.value.rooms[roomId]?.timeline.findLast((one) => one.event_id === target) ?? stretch?.timeline.find((one) => one.event_id === target);
  if (event) forgetFiles(filesOf(event.content));
  const quotation = quoted.value[target];
  if (quotation) quoted.value = { ...quoted.value, [target]: emptied(quotation, redaction) };
  if (stretch?.timeline.includes(event!)) {
    past.value = { ...stretch, timeline: stretch.timeline.map((one) => (one.event_id === target ? emptied(one, redaction) : one)) };
  }  const thread = openThread.value;
  if (thread?.roomId !== roomId) return;
  const without = (one: MatrixEvent) => (one.event_id === target ? emptied(one, redaction) : one);
  const { rootEvent, events } = thread;
  if (events.some((one) => one.event_id === target) || rootEvent?.event_id === target) {
    openThread.value = { ...thread, events: events.map(without), rootEvent: rootEvent && without(rootEvent) };
  }
}
