// One of a few, side by side.
interface ChoiceProps<T extends string> {
  title: string;
  value: T;
  options: [T, string][];
  onChoose: (value: T) => void;
  /** Whether what was chosen is still being set. */
  busy?: boolean;
}

export function Choice<T extends string>({ title, value, options, onChoose, busy }: ChoiceProps<T>) {
  return (
    <fieldset class="choice" aria-busy={busy}>
      <legend class="section-title">{title}</legend>
      <div class="segments">
        {options.map(([key, label]) => (
          <label key={key} class={key === value ? "chosen" : ""}>
            <input type="radio" class="visually-hidden" name={title} checked={key === value} onChange={() => onChoose(key)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
