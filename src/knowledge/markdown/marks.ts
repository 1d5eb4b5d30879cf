/** The sign that a mark at the beginning of an item gives it; 0 where it says neither. */
export type Mark = 1 | -1 | 0;

const SYMBOLS: Readonly<Record<string, Mark>> = {
  '✅': 1,
  '✔': 1,
  '☑': 1,
  '✓': 1,
  '👍': 1,
  '🟢': 1,
  '➕': 1,
  '💚': 1,
  '💪': 1,
  '❌': -1,
  '✖': -1,
  '✗': -1,
  '✘': -1,
  '👎': -1,
  '🔴': -1,
  '🟠': -1,
  '➖': -1,
  '🚫': -1,
  '⛔': -1,
  '⚠': -1,
  '🛑': -1,
  '🟡': 0,
  '⚪': 0,
  '🤷': 0,
  '⭕': 0,
};

const CODES: Readonly<Record<string, Mark>> = {
  white_check_mark: 1,
  heavy_check_mark: 1,
  ballot_box_with_check: 1,
  heavy_plus_sign: 1,
  '+1': 1,
  thumbsup: 1,
  green_circle: 1,
  x: -1,
  heavy_multiplication_x: -1,
  heavy_minus_sign: -1,
  '-1': -1,
  thumbsdown: -1,
  red_circle: -1,
  orange_circle: -1,
  no_entry: -1,
  no_entry_sign: -1,
  warning: -1,
  yellow_circle: 0,
  white_circle: 0,
};

const SYMBOL = new RegExp(
  `^(${Object.keys(SYMBOLS).join('|')})[\\uFE0E\\uFE0F\\u{1F3FB}-\\u{1F3FF}]*[\\s:：–—-]*`,
  'u',
);
const CODE = /^:([a-z0-9_+-]{1,30}):\s*/;
const BRACKETS = /^[([]\s*([+＋−–-]|\+\/-|±|~|o)\s*[)\]][\s:：]*/i;
const BARE = /^([+−])\s+/;

/** The mark that a text begins with, and what stands behind it. */
export function takeMark(text: string): { readonly mark: Mark; readonly rest: string } | undefined {
  const [symbol, code] = [SYMBOL.exec(text), CODE.exec(text)];
  if (symbol?.[1] !== undefined) return marked(text, symbol, SYMBOLS[symbol[1]]);
  if (code?.[1] !== undefined && Object.hasOwn(CODES, code[1])) {
    return marked(text, code, CODES[code[1]]);
  }
  const brackets = BRACKETS.exec(text) ?? BARE.exec(text);
  return brackets?.[1] === undefined ? undefined : marked(text, brackets, signOf(brackets[1]));
}

function signOf(written: string): Mark {
  if (/^[+＋]$/.test(written)) return 1;
  return /^[−–-]$/.test(written) ? -1 : 0;
}

function marked(text: string, { 0: found }: RegExpExecArray, mark: Mark = 0) {
  const rest = text.slice(found.length);
  return rest === '' ? undefined : { mark, rest };
}
