import type { Reason } from '../model/advice.ts';
import { reasonWord } from './words/names.ts';

/** A result as JSON for programs; characters that could command a terminal are escaped. */
export function json(value: unknown): string {
  return `${escaped(JSON.stringify(value, asWords, 2))}\n`;
}

/** The same in one line. */
export function jsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value, asWords))}\n`;
}

/** Reasons are words in JSON: `base`, `question=choice`, `question`. */
function asWords(key: string, value: unknown): unknown {
  return key === 'because' && Array.isArray(value) ? value.map(wordOf) : value;
}

function wordOf(reason: Reason): string {
  return reasonWord(reason);
}

function escaped(text: string): string {
  return text.replace(/[\u007F-\u009F\u2028\u2029\p{Bidi_Control}]/gu, asEscape);
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
