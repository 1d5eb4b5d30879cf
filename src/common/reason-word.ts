import type { Reason } from '../model/advice.ts';

/** A reason as a word: `base`, `teams=one`, or `teams` where every answer gives the points. */
export function reasonWord(reason: Reason): string {
  if (reason === 'base') return reason;
  const { question, choice } = reason;
  return choice === undefined ? question : `${question}=${choice}`;
}

/** The reason that a word stands for. */
export function reasonOf(word: string): Reason {
  if (word === 'base') return word;
  const at = word.indexOf('=');
  return at < 0 ? { question: word } : { question: word.slice(0, at), choice: word.slice(at + 1) };
}
