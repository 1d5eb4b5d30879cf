import { expect } from 'vitest';
import type { Ran } from './cli-run.ts';

/** Characters that move the cursor, hide, reorder text or are not seen; line feeds are the program's own. */
export const COMMANDING =
  /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b-\u200f\u2060\ufeff\u{e0000}-\u{e007f}]/u;

/** Expects the one way in which a wrong request fails, and hands back the sentence and the hint. */
export function failureOf({ code, stdout, stderr }: Ran, exitCode = 2) {
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  const lines = stderr.split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^error: \S/),
    expect.stringMatching(/^ {2}\S/),
    '',
  ]);
  const sentence = (lines[0] ?? '').slice('error: '.length);
  const hint = (lines[1] ?? '').trim();
  expect(stderr).not.toMatch(COMMANDING);
  expect(withoutQuotes(sentence), 'one sentence without a final dot').not.toMatch(
    /\.$|[.!?] [A-Z]/,
  );
  return { sentence, hint };
}

/** What the user has typed may hold anything. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`/g, '``');
}
