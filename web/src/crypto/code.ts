// The code that two devices verify each other by, as what is drawn and as what was read. Client-Server API, "QR code format". Pure.

/** The squares of a code, dark ones true, with a quiet border around them; from as many numbers as it has squares, 1 for a dark one. */
export function framed(dark: ArrayLike<number>, border: number): boolean[][] {
  const side = Math.round(Math.sqrt(dark.length));
  const whole = side + 2 * border;
  return Array.from({ length: whole }, (_, y) =>
    Array.from({ length: whole }, (_, x) => {
      const [column, row] = [x - border, y - border];
      return column >= 0 && row >= 0 && column < side && row < side && dark[row * side + column] === 1;
    }),
  );
}

/** The bytes of a code that was read as signs; undefined for signs that are no bytes. */
export function bytesOf(text: string): Uint8ClampedArray | undefined {
  const bytes = new Uint8ClampedArray(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign > 255) return undefined;
    bytes[i] = sign;
  }
  return bytes;
}
