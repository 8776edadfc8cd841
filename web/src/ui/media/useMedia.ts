// The blob URL of a picture or file, as it comes: from the draft itself while it is sent, else from the server.
import { useEffect, useState } from "preact/hooks";
import { fileUrl, thumbnailUrl } from "../../api/media";

export type Media = { state: "loading" } | { state: "here"; url: string } | { state: "failed" };

export function useMedia(mxc: string | undefined, file: Blob | undefined, thumbnail?: { width: number; height: number }): Media {
  const [media, setMedia] = useState<Media>({ state: "loading" });
  useEffect(() => {
    if (file) {
      const url = URL.createObjectURL(file);
      setMedia({ state: "here", url });
      return () => URL.revokeObjectURL(url);
    }
    if (!mxc) {
      setMedia({ state: "failed" });
      return undefined;
    }
    let wanted = true;
    const coming = thumbnail ? thumbnailUrl(mxc, thumbnail.width, thumbnail.height, "scale") : fileUrl(mxc);
    coming.then(
      (url) => wanted && setMedia({ state: "here", url }),
      () => wanted && setMedia({ state: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [mxc, file]);
  return media;
}
