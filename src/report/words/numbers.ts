import { GLUE, type Style } from '../layout/style.ts';

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Thousandths as whole percents, but not as nothing and not as all where they are neither. */
export function percent(thousandths: number): string {
  if (thousandths < 10) return `under${GLUE}1%`;
  if (thousandths > 990 && thousandths < 1_000) return `over${GLUE}99%`;
  return `${Math.round(thousandths / 10)}%`;
}

/** `+10`, `−4`. */
export function signed(points: number, { glyphs }: Style): string {
  if (points === 0) return '0';
  return `${points > 0 ? glyphs.plus : glyphs.minus}${Math.abs(points)}`;
}

/** The same in the colour of its sign, right-aligned in the given number of columns. */
export function painted(points: number, style: Style, columns = 0): string {
  if (points === 0) return signed(points, style);
  const paint = points > 0 ? style.palette.plus : style.palette.minus;
  return paint(signed(points, style).padStart(columns, GLUE));
}

/** A number that may be below zero, with the minus of the style. */
export function plainNumber(value: number, { glyphs }: Style): string {
  return value < 0 ? `${glyphs.minus}${-value}` : String(value);
}

/** In parentheses where it is below 0, as something is taken away from it. */
export function enclosed(value: number, style: Style): string {
  const number = plainNumber(value, style);
  return value < 0 ? `(${number})` : number;
}
