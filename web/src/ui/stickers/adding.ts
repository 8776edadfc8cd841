// "Add to my stickers": a copy of one's own, so that it stays when the message goes.
import { fileBlob, upload } from "../../api/media";
import { reason } from "../../i18n/errors";
import { changePack } from "../../store/packing";
import { OWN_PACK, packIn } from "../../store/packs";
import { asCode } from "../../store/pack_changes";
import { say, world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { drawn } from "./drawn";
import { w } from "./words";

export async function addToMine({ content, event }: Message): Promise<void> {
  const known = packIn(world.value.packs?.[OWN_PACK], null).images;
  if (known.some(({ url }) => url === content.url)) return say(w("there"));
  try {
    const text = event.type === "m.sticker" ? (content.body ?? "") : "";
    const picture = await drawn(await fileBlob(content.url!));
    if (!picture) return say(w("unfit", { names: text || (content.filename ?? content.body ?? "") }));
    const url = await upload(picture.blob, "sticker");
    await changePack(null, { added: [{ code: asCode(text).slice(0, 30) || "sticker", url, text, info: picture.info }] });
    say(w("added"));
  } catch (error) {
    say(reason(error));
  }
}
