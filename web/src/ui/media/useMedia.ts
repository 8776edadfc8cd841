// The blob URL of a picture or file, as it comes: from the draft itself while it is sent, else from the server.
import { useEffect, useState } from "preact/hooks";
import { fileUrl, sealedUrl, thumbnailUrl } from "../../api/media";
import type { MessageContent, SealedFile } from "../../api/types";

export type Media = { state: "loading" } | { state: "here"; url: string } | { state: "failed" };

/** Where a file is: an address, or, for one that came sealed, also how it is opened and what it says it is. */
export type Source = string | { file: SealedFile; mimetype?: string };

export const sourceOf = ({ url, file, info }: MessageContent): Source | undefined =>
  file && typeof file.url === "string" && file.key && file.hashes ? { file, mimetype: info?.mimetype } : typeof url === "string" ? url : undefined;

/** The small picture of a sealed photo, which the server cannot make; else the photo itself. */
export const smallSourceOf = (content: MessageContent): Source | undefined => {
  const small = content.file && content.info?.thumbnail_file;
  return small ? { file: small, mimetype: "image/jpeg" } : sourceOf(content);
};

/** The picture that stands for a film, if its sender made one. */
export const posterOf = ({ info, file }: MessageContent): Source | undefined =>
  info?.thumbnail_file && typeof info.thumbnail_file.url === "string" && info.thumbnail_file.key && info.thumbnail_file.hashes
    ? { file: info.thumbnail_file, mimetype: "image/jpeg" }
    : file || typeof info?.thumbnail_url !== "string"
      ? undefined
      : info.thumbnail_url;

export const urlOf = (source: Source): Promise<string> => (typeof source === "string" ? fileUrl(source) : sealedUrl(source.file, source.mimetype));

export function useMedia(source: Source | undefined, file: Blob | undefined, thumbnail?: { width: number; height: number }): Media {
  const address = typeof source === "string" ? source : source?.file.url;
  const [media, setMedia] = useState<Media>({ state: "loading" });
  useEffect(() => {
    if (file) {
      const url = URL.createObjectURL(file);
      setMedia({ state: "here", url });
      return () => URL.revokeObjectURL(url);
    }
    if (!source) {
      setMedia({ state: "failed" });
      return undefined;
    }
    let wanted = true;
    const coming = thumbnail && typeof source === "string" ? thumbnailUrl(source, thumbnail.width, thumbnail.height, "scale") : urlOf(source);
    coming.then(
      (url) => wanted && setMedia({ state: "here", url }),
      () => wanted && setMedia({ state: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [address, file]);
  return media;
}
