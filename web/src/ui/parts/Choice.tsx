// One of a few, side by side.
interface ChoiceProps<T extends string> {
  title: string;
  value: T;
  options: [T, string][];
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ title, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
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
