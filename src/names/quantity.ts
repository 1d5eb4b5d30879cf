/** How many of the base unit one of each is; `m` is a minute here. */
const TIMES: Readonly<Record<string, number>> = {
  ...units(0.001, ['ms', 'msec', 'millisecond', 'milliseconds']),
  ...units(1, ['s', 'sec', 'secs', 'second', 'seconds']),
  ...units(60, ['m', 'min', 'mins', 'minute', 'minutes']),
  ...units(3_600, ['h', 'hr', 'hrs', 'hour', 'hours']),
  ...units(86_400, ['d', 'day', 'days']),
};

const SIZES: Readonly<Record<string, number>> = {
  ...units(1e-6, ['kb', 'kib']),
  ...units(1e-3, ['m', 'mb', 'mib']),
  ...units(1, ['g', 'gb', 'gib']),
  ...units(1e3, ['t', 'tb', 'tib']),
  ...units(1e6, ['p', 'pb', 'pib']),
};

const MAGNITUDES: Readonly<Record<string, number>> = {
  ...units(1e3, ['k', 'thousand']),
  ...units(1e6, ['m', 'mn', 'mio', 'million', 'millions']),
  ...units(1e9, ['b', 'bn', 'g', 'billion', 'billions']),
};

function units(factor: number, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, factor]));
}

/** What may follow a number of requests, and says nothing more. */
const RATE_WORDS = new Set(
  'requests request reqs req queries writes transactions per a second sec s rps qps tps'.split(' '),
);

/** No number is written with more characters. */
const LONGEST = 60;

/**
 * A number as people write it, in the unit that is asked for: `10_000`, `2,000`, `1.5M`, `200 ms`, `2 TB`, `99.9%`, `50k/s`.
 * Undefined where the text is no such number.
 */
export function quantityIn(text: string, unit = ''): number | undefined {
  if (text.length > LONGEST) return undefined;
  const [, digits = '', rest = ''] =
    /^([+-]?\d(?:[\d.,_\s'’]*\d)?(?:e\d+)?)(.*)$/i.exec(text.trim()) ?? [];
  const number = numberIn(digits);
  const factor = factorOf(rest.trim().toLowerCase(), unit.toLowerCase());
  return number === undefined || factor === undefined ? undefined : exact(number * factor);
}

/** Blanks, underscores and apostrophes group digits, and so do commas before three digits; another comma is a decimal one. */
function numberIn(digits: string): number | undefined {
  const plain = digits.replace(/[\s_'’]/g, '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^[+-]?\d+([.,]\d+)?(e\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** By how much the written unit is larger than the one that is asked for; undefined where they do not go together. */
function factorOf(written: string, unit: string): number | undefined {
  if (written === '' || written === unit) return 1;
  const table = [TIMES, SIZES].find((each) => Object.hasOwn(each, unit));
  if (table) return ratio(table[written], table[unit]);
  if (unit === '%') return ['%', 'percent', 'per cent', 'pct'].includes(written) ? 1 : undefined;
  const bare = unit.endsWith('per second')
    ? withoutRate(written)
    : withoutRatio(withoutUnit(written, unit));
  return bare === '' ? 1 : MAGNITUDES[bare];
}

function ratio(written: number | undefined, own: number | undefined): number | undefined {
  return written === undefined || own === undefined ? undefined : written / own;
}

/** `20:1`, `20 to 1` and `20x` say how many come to one. */
function withoutRatio(written: string): string {
  return written.replace(/^(?:[:/]\s*1|to\s+1|x|times)$/, '');
}

function withoutRate(written: string): string {
  const words = written.split(/[\s/]+/).filter((word) => word !== '');
  return words.filter((word) => !RATE_WORDS.has(word)).join(' ');
}

/** `teams` and `team` say no more than the unit itself. */
function withoutUnit(written: string, unit: string): string {
  const name = [unit, unit.replace(/s$/, '')].find((each) => each !== '' && written.endsWith(each));
  return name === undefined ? written : written.slice(0, -name.length).trim();
}

/** Without the last digits that binary fractions leave: 0.1 × 3 is 0.3. */
function exact(number: number): number {
  return Number(number.toPrecision(12));
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);

/** The least and the most that a text allows: `5-10`, `2 to 3`, or a number as a word, which is both. */
export function rangeIn(text: string, unit?: string): readonly [number, number] | undefined {
  const sides = text.split(/\s*(?:-|–|\.\.|\bto\b)\s*/i);
  if (sides.length > 2) return undefined;
  const [from, to = from] = sides.map((side) => spoken(side, unit));
  return from === undefined || to === undefined || from > to ? undefined : [from, to];
}

function spoken(text: string, unit?: string): number | undefined {
  const word = NUMBER_WORDS.indexOf(text.trim().toLowerCase());
  return word < 0 ? quantityIn(text, unit) : word;
}
