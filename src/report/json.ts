import { reasonWord } from '../common/reason-word.ts';
import { jsonEscaped } from '../common/text.ts';
import type { Reason } from '../model/advice.ts';

/** A result as JSON for programs; invisible characters are escaped. */
export function json(value: unknown): string {
  return `${jsonEscaped(JSON.stringify(value, asWords, 2))}\n`;
}

/** The same in one line. */
export function jsonLine(value: unknown): string {
  return `${jsonEscaped(JSON.stringify(value, asWords))}\n`;
}

/** Reasons are words in JSON: `base`, `question=choice`, `question`. Conflicts and implications stay as they are. */
function asWords(key: string, value: unknown): unknown {
  return key === 'because' && Array.isArray(value) ? value.map(wordOf) : value;
}

function wordOf(reason: unknown): unknown {
  return isReason(reason) ? reasonWord(reason) : reason;
}

function isReason(value: unknown): value is Reason {
  return value === 'base' || (typeof value === 'object' && value !== null && 'question' in value);
}
