// Where files are chosen: hidden, opened by a button through `input`; the same file can be chosen again.
import type { Ref } from "preact";

interface Props {
  input: Ref<HTMLInputElement>;
  label: string;
  /** Which kinds of files are offered; without it all. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

export const FileInput = ({ input, label, onFiles, ...which }: Props) => (
  <input
    ref={input}
    type="file"
    hidden
    aria-label={label}
    {...which}
    onChange={(event) => {
      const files = [...(event.currentTarget.files ?? [])];
      event.currentTarget.value = "";
      if (files.length > 0) onFiles(files);
    }}
  />
);
