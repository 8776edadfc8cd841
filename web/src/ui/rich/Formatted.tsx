// The text of a message with its looks. What draws them comes as a chunk of its own, fetched while nobody waits for it; until it is here,
// and where a message has none, the plain text stands.
import { signal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { MessageContent } from "../../api/types";
import type { Room } from "../../store/model";

type Draw = ComponentType<{ content: MessageContent; room: Room; before?: string }>;

const draw = signal<Draw | null>(null);
let coming: Promise<void> | null = null;

export function fetchLooks(): Promise<void> {
  return (coming ??= import("./RichText").then(
    ({ RichText }) => void (draw.value = RichText),
    () => void (coming = null),
  ));
}

export const isFormatted = (content: MessageContent): boolean =>
  content.format === "org.matrix.custom.html" && typeof content.formatted_body === "string" && content.formatted_body.trim() !== "";

interface Props {
  content: MessageContent;
  room: Room;
  before?: string;
  /** The plain text. */
  children: ComponentChildren;
}

export function Formatted({ content, room, before, children }: Props) {
  const Draw = draw.value;
  useEffect(() => {
    if (!Draw) void fetchLooks();
  }, [Draw]);
  return Draw ? <Draw content={content} room={room} before={before} /> : <>{children}</>;
}
