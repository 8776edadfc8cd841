// Reading a QR code: with the camera, or from a picture. The browser's own reader where it has one, else a library that is fetched then.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { say } from "../../store/state";
import { go } from "../app/router";
import { Dialog } from "../parts/Dialog";
import { Drawn } from "../parts/Icon";
import { CODE } from "./MyCode";
import { linkPath, targetOf } from "./target";
import { w } from "./words";
import "./links.css";

const LOOK_EVERY_MS = 250;
const SIDE_MAX_PX = 1_200;

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

async function ownReader(): Promise<Detector | null> {
  if (typeof BarcodeDetector === "undefined" || !(await BarcodeDetector.getSupportedFormats().catch(() => [] as string[])).includes("qr_code")) return null;
  return new BarcodeDetector({ formats: ["qr_code"] });
}

/** The text of the code in a picture; undefined where none is found. */
async function read(source: HTMLVideoElement | ImageBitmap, width: number, height: number): Promise<string | undefined> {
  const own = await ownReader();
  if (own) return (await own.detect(source).catch(() => []))[0]?.rawValue;
  const { decodeQR } = await import("qr/decode.js");
  const scale = Math.min(1, SIDE_MAX_PX / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined; // no code in it
  }
}

function open(text: string | undefined): boolean {
  const target = text === undefined ? undefined : targetOf(text);
  if (target) go(linkPath(target), true);
  return target !== undefined;
}

export function Scan() {
  const [scanning, setScanning] = useState(false);
  return (
    <>
      <button type="button" class="wide-link" aria-haspopup="dialog" onClick={() => setScanning(true)}>
        <span class="round-icon">
          <Drawn d={CODE} />
        </span>
        {w("scan")}
      </button>
      {scanning && <ScanDialog onClose={() => setScanning(false)} />}
    </>
  );
}

function ScanDialog({ onClose }: { onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [blind, setBlind] = useState(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async () => {
      const seen = video.current;
      const found = seen && seen.videoWidth > 0 ? await read(seen, seen.videoWidth, seen.videoHeight) : undefined;
      if (over || open(found)) return;
      if (found !== undefined) say(w("foreign"));
      timer = setTimeout(() => void look(), found === undefined ? LOOK_EVERY_MS : 10 * LOOK_EVERY_MS);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (over || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      void look();
    };
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    (navigator.mediaDevices ? begin() : Promise.reject(new Error("no camera"))).catch(() => !over && setBlind(true));
    return () => {
      over = true;
      clearTimeout(timer);
      stop();
    };
  }, []);
  const choose = async (picture: File) => {
    const bitmap = await createImageBitmap(picture).catch(() => null);
    const found = bitmap ? await read(bitmap, bitmap.width, bitmap.height) : undefined;
    if (!open(found)) say(w(found === undefined ? "noCode" : "foreign"));
  };
  return (
    <Dialog label={w("scan")} onClose={onClose}>
      <div class="link-card scan">
        <h2>{w("scan")}</h2>
        {blind ? <p class="form-note">{w("noCamera")}</p> : <video ref={video} muted playsInline aria-label={w("scanHint")} />}
        {!blind && <p class="link-hint">{w("scanHint")}</p>}
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          aria-label={w("fromPicture")}
          onChange={(event) => {
            const picture = event.currentTarget.files?.[0];
            if (picture) void choose(picture);
            event.currentTarget.value = "";
          }}
        />
        <div class="link-buttons">
          <button type="button" class="button primary" onClick={() => file.current?.click()}>
            {w("fromPicture")}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
