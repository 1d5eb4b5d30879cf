const DIGITS = 4;
/** What looks like a date is none: `20261130-…`, as in the file names of log4brains, and `2026-11-30-…`. */
const NUMBERED = /^(?!\d{4}-\d{2}-\d{2}\b)(\d{1,6})[-_ ].*\.md$/i;
/** Characters of a file name without its number: short enough for every file system and for a listing. */
const LONGEST = 60;

/** The number of a record by its file name: 7 for `0007-database.md`; undefined if it has none. */
export function numberOf(file: string): number | undefined {
  const digits = NUMBERED.exec(file)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** One more than the largest number among some file names. */
export function nextNumber(files: readonly string[]): number {
  return 1 + files.reduce((most, file) => Math.max(most, numberOf(file) ?? 0), 0);
}

/** `0007-database-sql.md`: lower-case letters of ASCII, digits and hyphens only, whatever the title holds. */
export function fileNameFor(number: number, title: string): string {
  return `${paddedNumber(number)}-${slugOf(title)}.md`;
}

/** `0007` */
export function paddedNumber(number: number): string {
  return String(number).padStart(DIGITS, '0');
}

function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const slug = words.join('-');
  if (slug.length <= LONGEST) return slug || 'decision';
  const cut = slug.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > 0 ? end : LONGEST).replace(/-(and|or)$/, '');
}
