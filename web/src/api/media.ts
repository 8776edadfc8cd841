// Photos and files: upload with progress, and authenticated download as blob URLs that <img> can show.
import { ask, askRaw, freshSession, MatrixError, path } from "./http";
import { openFile } from "./sealed";
import type { SealedFile } from "./types";

const KEPT_MAX = 300;
const kept = new Map<string, Promise<string>>();

function parts(mxc: string): { server: string; id: string } | null {
  const match = /^mxc:\/\/([^/]+)\/([^/?#]+)$/.exec(mxc);
  return match ? { server: match[1]!, id: match[2]! } : null;
}

/** A blob URL of the whole file. */
export const fileUrl = (mxc: string): Promise<string> => {
  const at = parts(mxc);
  if (!at) return Promise.reject(new MatrixError(400, "M_INVALID_PARAM", "not a media address"));
  return keep(path`/v1/media/download/${at.server}/${at.id}`);
};

/** The file itself. */
export async function fileBlob(mxc: string): Promise<Blob> {
  const at = parts(mxc);
  if (!at) throw new MatrixError(400, "M_INVALID_PARAM", "not a media address");
  return (await askRaw("GET", path`/v1/media/download/${at.server}/${at.id}`, { timeoutMs: 120_000 })).blob();
}

/** A blob URL of a file that came sealed. */
export const sealedUrl = (file: SealedFile, mimetype = ""): Promise<string> => {
  const at = parts(file.url);
  if (!at) return Promise.reject(new MatrixError(400, "M_INVALID_PARAM", "not a media address"));
  return keep(path`/v1/media/download/${at.server}/${at.id}`, async (response) => openFile(await response.arrayBuffer(), file, mimetype));
};

/** A blob URL of a picture no larger than asked for. */
export const thumbnailUrl = (mxc: string, width: number, height: number, method: "crop" | "scale"): Promise<string> => {
  const at = parts(mxc);
  if (!at) return Promise.reject(new MatrixError(400, "M_INVALID_PARAM", "not a media address"));
  return keep(`${path`/v1/media/thumbnail/${at.server}/${at.id}`}?width=${width}&height=${height}&method=${method}`);
};

function keep(where: string, read = (response: Response): Promise<Blob> => response.blob()): Promise<string> {
  const known = kept.get(where);
  if (known) {
    kept.delete(where);
    kept.set(where, known); // newest last
    return known;
  }
  const coming = askRaw("GET", where, { timeoutMs: 120_000 })
    .then(read)
    .then((blob) => URL.createObjectURL(blob));
  coming.catch(() => kept.delete(where));
  kept.set(where, coming);
  if (kept.size > KEPT_MAX) forgetOldest();
  return coming;
}

function forgetOldest(): void {
  const [where, url] = kept.entries().next().value!;
  kept.delete(where);
  void url.then((one) => URL.revokeObjectURL(one)).catch(() => undefined);
}

/** Let go of what is loaded of these files, whole or as small pictures. */
export function forgetFiles(addresses: readonly string[]): void {
  for (const at of addresses.map(parts)) {
    const where = at && path`/${at.server}/${at.id}`;
    for (const [key, url] of where ? kept : []) {
      if (key.split("?")[0]!.endsWith(where!)) {
        kept.delete(key);
        void url.then((one) => URL.revokeObjectURL(one)).catch(() => undefined);
      }
    }
  }
}

export function forgetMedia(): void {
  while (kept.size) forgetOldest();
}

let known: Promise<number> | null = null;

/** How many bytes a file may have on this server; without a limit, or while the server cannot be asked, infinite. */
export function uploadBytesMax(): Promise<number> {
  known ??= ask<{ "m.upload.size"?: number }>("GET", "/v1/media/config", { timeoutMs: 5_000 }).then((config) => config["m.upload.size"] ?? Infinity);
  known.catch(() => (known = null));
  return known.catch(() => Infinity);
}

/** Upload and return the mxc address. `onProgress` hears fractions from 0 to 1; abort with `signal`. */
export async function upload(
  file: Blob,
  name: string,
  onProgress: (fraction: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  const session = await freshSession();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
    request.open("POST", `/_matrix/media/v3/upload?filename=${encodeURIComponent(name)}`);
    request.setRequestHeader("authorization", `Bearer ${session?.accessToken ?? ""}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new MatrixError(0, "NETWORK", "the server cannot be reached"));
    request.onabort = () => reject(new MatrixError(-1, "ABORTED", "stopped"));
    request.onload = () => {
      const body = (request.response ?? {}) as Record<string, unknown>;
      if (request.status === 200 && typeof body.content_uri === "string") resolve(body.content_uri);
      else reject(new MatrixError(request.status, String(body.errcode ?? "M_UNKNOWN"), String(body.error ?? ""), body));
    };
    if (signal?.aborted) return reject(new MatrixError(-1, "ABORTED", "stopped"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
