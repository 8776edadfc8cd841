// What a film says of itself, and a picture of it, made where it is sent: the server cannot look into it, and must not into a sealed one.
const WAIT_MS = 5_000;
const POSTER_MAX = 800;
const POSTER_AT_S = 1;

export interface Film {
  w: number;
  h: number;
  /** In milliseconds; left out where the film does not say. */
  duration?: number;
}

/** Width, height and duration; undefined for what this browser cannot play. */
export const filmSize = (file: Blob): Promise<Film | undefined> =>
  shown(file, "loadedmetadata", async (film) => {
    if (film.duration === Infinity) await moved(film, 1e7); // recordings of browsers tell their length once they were looked through
    if (!film.videoWidth) return undefined;
    const duration = Number.isFinite(film.duration) && film.duration > 0 ? Math.round(film.duration * 1000) : undefined;
    return { w: film.videoWidth, h: film.videoHeight, ...(duration && { duration }) };
  });

/** A picture of at most 800 pixels from near the beginning; undefined for what this browser cannot play. */
export const filmPoster = (file: Blob): Promise<{ blob: Blob; w: number; h: number } | undefined> =>
  shown(file, "loadeddata", async (film) => {
    await moved(film, Math.min(POSTER_AT_S, Number.isFinite(film.duration) ? film.duration / 3 : POSTER_AT_S));
    const scale = Math.min(1, POSTER_MAX / Math.max(film.videoWidth, film.videoHeight));
    const canvas = document.createElement("canvas");
    const [w, h] = [Math.max(1, Math.round(film.videoWidth * scale)), Math.max(1, Math.round(film.videoHeight * scale))];
    [canvas.width, canvas.height] = [w, h];
    canvas.getContext("2d")?.drawImage(film, 0, 0, w, h);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
    return blob ? { blob, w, h } : undefined;
  });

/** Do something with a film once it is as far as `when`; undefined if it does not get there. */
function shown<T>(file: Blob, when: "loadedmetadata" | "loadeddata", work: (film: HTMLVideoElement) => Promise<T>): Promise<T | undefined> {
  const url = URL.createObjectURL(file);
  const film = document.createElement("video");
  return new Promise<T | undefined>((resolve) => {
    setTimeout(() => resolve(undefined), WAIT_MS);
    film.onerror = () => resolve(undefined);
    film.addEventListener(when, () => work(film).then(resolve, () => resolve(undefined)), { once: true });
    film.muted = true;
    film.playsInline = true;
    film.preload = "auto";
    film.src = url;
  }).finally(() => {
    film.onerror = null;
    film.removeAttribute("src");
    URL.revokeObjectURL(url);
  });
}

const moved = (film: HTMLVideoElement, toS: number): Promise<void> =>
  new Promise((resolve) => {
    film.addEventListener("seeked", () => resolve(), { once: true });
    film.currentTime = toS;
  });
