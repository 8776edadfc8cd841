// Microphone and camera of this device.
import type { MediaTrouble } from "./call";

const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 } };

export type Facing = "user" | "environment";

/** Why there is no microphone or no camera. */
export class NoMedia extends Error {
  constructor(readonly why: MediaTrouble) {
    super(why);
  }
}

/** The microphone, and the camera if it is wanted and there is one. Raises NoMedia. */
export async function capture(camera: boolean): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia || typeof RTCPeerConnection === "undefined") throw new NoMedia(isSecureContext ? "missing" : "insecure");
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: SOUND, video: camera && { ...PICTURE, facingMode: "user" } });
  } catch (error) {
    const why = whyNot(error);
    if (camera && why !== "denied") return capture(false); // better to be heard only than not at all
    throw new NoMedia(why);
  }
}

/** The camera alone. Raises NoMedia. */
export async function captureCamera(facing: Facing): Promise<MediaStreamTrack> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...PICTURE, facingMode: facing } });
    return stream.getVideoTracks()[0]!;
  } catch (error) {
    throw new NoMedia(whyNot(error));
  }
}

function whyNot(error: unknown): MediaTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotReadableError" || name === "AbortError") return "taken";
  return "missing";
}

/** Whether there is a camera on either side, as phones have it. */
export async function hasTwoCameras(): Promise<boolean> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return matchMedia("(pointer: coarse)").matches && all.filter((device) => device.kind === "videoinput").length > 1;
}

export const stopAll = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
