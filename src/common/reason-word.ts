import type { Reason } from '../model/advice.ts';

/** A reason as a word: `base`, `teams=one`, or `teams` where every answer gives the points. */
export function reasonWord(reason: Reason): string {
  if (reason === 'base') return reason;
  const { question, choice } = reason;
  return choice === undefined ? question : `${question}=${choice}`;
}
