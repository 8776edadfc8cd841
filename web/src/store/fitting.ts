// Files that are too large for the server are told before anything is uploaded.
import { uploadBytesMax } from "../api/media";
import { fileSize, t } from "../i18n";
import { say } from "./state";

/** Those of the files that the server takes; a line says which are left out, and why. */
export async function fitting(files: readonly File[]): Promise<File[]> {
  const bytesMax = await uploadBytesMax();
  const large = files.filter((file) => file.size > bytesMax);
  if (large.length > 0) say(t("talk.tooLarge", { name: large.map((file) => file.name).join(", "), size: fileSize(bytesMax) }));
  return files.filter((file) => file.size <= bytesMax);
}
