import { numberOf } from './file-names.ts';
import { isSuperseded } from './record-text.ts';

/**
 * The file of the same folder that a status names as the record that took the place of another: by a link, or by a number as in
 * `superseded by ADR-0002`. Undefined if it names none, or several have that number.
 */
export function successorIn(status: string, files: readonly string[]): string | undefined {
  const start = status.slice(0, LONGEST);
  if (!isSuperseded(start)) return undefined;
  const target = /\]\(\s*<?([^)>]+?)>?\s*(?:\s"[^"]*")?\)/.exec(start)?.[1];
  if (target !== undefined) return files.find((file) => file === fileIn(target));
  const digits = /\bby\s+\[?(?:ADR)?[-\s#]*(\d{1,6})\b(?!-\d)/i.exec(start)?.[1];
  const [only, ...others] = files.filter(
    (file) => digits !== undefined && numberOf(file) === Number(digits),
  );
  return others.length === 0 ? only : undefined;
}

/** Characters that are read of a status. */
const LONGEST = 500;

/** Undefined for what lies in another folder, and for addresses. */
function fileIn(target: string): string | undefined {
  const path = target.replace(/^\.\//, '').replace(/#.*$/, '');
  return path.includes('/') ? undefined : decoded(path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
