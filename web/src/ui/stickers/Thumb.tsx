// A sticker, small.
import { useMedia } from "../media/useMedia";

const EDGE = { width: 320, height: 240 };

export function Thumb({ url, file }: { url?: string; file?: Blob }) {
  const media = useMedia(url, file, EDGE);
  return <span class="sticker-thumb">{media.state === "here" ? <img src={media.url} alt="" draggable={false} /> : media.state === "failed" && "⚠"}</span>;
}
