// What a QR code is read with: the camera, or a picture that is chosen.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { FileInput } from "../parts/FileInput";
import { readCode } from "./reading";
import { w } from "./words";
import "./links.css";

const LOOK_EVERY_MS = 250;
/** How long a camera looks away from a code that was of no use. */
const LOOK_AWAY_MS = 2_500;

interface Props {
  /** Whether the code holds bytes and no text; they come as signs. */
  binary?: boolean;
  /** What is wrong with a code that was found; nothing if it is taken. */
  onFound: (text: string) => string | undefined | Promise<string | undefined>;
  onClose: () => void;
}

export function Lens({ binary = false, onFound, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [blind, setBlind] = useState(false);
  const [wrong, setWrong] = useState<string>();
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async () => {
      const found = video.current ? await readCode(video.current, binary) : undefined;
      if (over) return;
      if (found !== undefined) {
        const problem = await onFound(found);
        if (over || problem === undefined) return;
        setWrong(problem);
      }
      timer = setTimeout(() => void look(), found === undefined ? LOOK_EVERY_MS : LOOK_AWAY_MS);
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
    setWrong(undefined);
    const bitmap = await createImageBitmap(picture).catch(() => null);
    const found = bitmap ? await readCode(bitmap, binary) : undefined;
    setWrong(found === undefined ? w("noCode") : await onFound(found));
  };
  return (
    <div class="link-card scan">
      <h2>{w("scan")}</h2>
      {blind ? <p class="form-note">{w("noCamera")}</p> : <video ref={video} muted playsInline aria-label={w("scanHint")} />}
      {!blind && <p class="link-hint">{w("scanHint")}</p>}
      {wrong && <p class="form-error" role="alert">{wrong}</p>}
      <FileInput input={file} label={w("fromPicture")} accept="image/*" onFiles={([picture]) => void choose(picture!)} />
      <div class="link-buttons">
        <button type="button" class="button primary" onClick={() => file.current?.click()}>
          {w("fromPicture")}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {t("action.cancel")}
        </button>
      </div>
    </div>
  );
}
