import type { DecisionAdvice } from '../model/advice.ts';
import { aside } from './aside.ts';
import type { Style } from './style.ts';

/** Where to go on: why the first pick is what it is, and what would change the first that is not certain. */
export function nextLines(told: readonly DecisionAdvice[], style: Style): string[] {
  const [first] = told;
  if (first === undefined) return [];
  const free = told.filter(({ pinned }) => !pinned);
  const flip = free.find(({ status }) => status === 'tied' || status === 'open') ?? free[0];
  const commands = [`explain ${first.id}`, ...(flip ? [`flip ${flip.id}`] : [])];
  const line = commands.join(` ${style.glyphs.separator} `);
  return ['', ...aside(`Next, with the same answers: arch-advisor ${line}`, style)];
}
