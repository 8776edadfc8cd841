// The text of a message with its looks. What draws them is fetched while nobody waits for it; until it is here, the plain text stands.
import type { MessageContent } from "../../api/types";
import { soon } from "../parts/soon";

export const { Soon: Formatted, fetch: fetchLooks } = soon(() => import("./RichText").then(({ RichText }) => RichText));

/** Whether something in it is to be seen by those only who ask for it: the plain text would give it away. */
export const hides = (content: MessageContent): boolean => isFormatted(content) && content.formatted_body!.includes("data-mx-spoiler");

export const isFormatted = (content: MessageContent): boolean =>
  content.format === "org.matrix.custom.html" && typeof content.formatted_body === "string" && content.formatted_body.trim() !== "";
