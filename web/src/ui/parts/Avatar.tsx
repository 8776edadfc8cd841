// A person's or a group's picture; without one, the first letters on a colour that is always the same for the same id.
import { useEffect, useState } from "preact/hooks";
import { thumbnailUrl } from "../../api/media";
import { hueOf, initials } from "../../store/names";

export function Avatar({ id, name, mxc, size = 48 }: { id: string; name: string; mxc?: string; size?: number }) {
  const url = useThumbnail(mxc, size);
  return (
    <span class="avatar" aria-hidden="true" style={{ "--size": `${size}px`, "--hue": String(hueOf(id)) }}>
      {url ? <img src={url} alt="" width={size} height={size} /> : <span>{initials(name)}</span>}
    </span>
  );
}

function useThumbnail(mxc: string | undefined, size: number): string | undefined {
  const [url, setUrl] = useState<{ mxc: string; url: string }>();
  useEffect(() => {
    if (!mxc) return;
    let wanted = true;
    const side = size > 64 ? 320 : 96;
    thumbnailUrl(mxc, side, side, "crop").then((found) => wanted && setUrl({ mxc, url: found }), () => undefined);
    return () => {
      wanted = false;
    };
  }, [mxc, size]);
  return url && url.mxc === mxc ? url.url : undefined;
}
