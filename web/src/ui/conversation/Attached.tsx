// What was picked, pasted or dropped and waits to be sent: seen first, and taken back with one tap.
import { useEffect, useState } from "preact/hooks";
import { fileSize, t } from "../../i18n";
import { Icon } from "../parts/Icon";

export function Attached({ files, onFiles }: { files: readonly File[]; onFiles: (files: File[]) => void }) {
  return (
    <ul class="attached" aria-label={t("talk.attached")}>
      {files.map((file, i) => (
        <li key={`${file.name}/${file.lastModified}/${i}`}>
          <Sight file={file} />
          <button
            type="button"
            class="detach"
            aria-label={t("talk.detach", { name: file.name })}
            title={t("talk.detach", { name: file.name })}
            onClick={() => onFiles(files.filter((one) => one !== file))}
          >
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Sight({ file }: { file: File }) {
  const [url, setUrl] = useState("");
  const picture = file.type.startsWith("image/");
  useEffect(() => {
    if (!picture) return undefined;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (picture) return url ? <img src={url} alt={file.name} /> : null;
  return (
    <span class="attached-file">
      <Icon name="file" size={20} />
      <span>
        <b>{file.name}</b>
        <small>{fileSize(file.size)}</small>
      </span>
    </span>
  );
}
