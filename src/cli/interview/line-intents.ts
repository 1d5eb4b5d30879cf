import type { Intent, Press, Screen } from '../../model/interview.ts';
import { isText } from './key-intent.ts';

const WORDS: Readonly<Record<string, Press>> = {
  '?': 'why',
  why: 'why',
  u: 'unknown',
  unknown: 'unknown',
  b: 'back',
  back: 'back',
  e: 'edit',
  edit: 'edit',
  n: 'note',
  note: 'note',
  s: 'status',
  status: 'status',
  f: 'finish',
  finish: 'finish',
  q: 'quit',
  quit: 'quit',
};

/** What a typed line means on a screen; undefined where it means nothing. */
export function lineIntents(line: string, screen: Screen): readonly Intent[] | undefined {
  if (isText(screen)) return [{ kind: 'type', text: line }, { kind: 'enter' }];
  const typed = line.trim().toLowerCase();
  if (/^\d+([\s,]+\d+)*$/.test(typed)) {
    return [{ kind: 'choose', lines: typed.split(/[\s,]+/).map((number) => Number(number) - 1) }];
  }
  const press = Object.hasOwn(WORDS, typed) ? WORDS[typed] : undefined;
  if (press !== undefined) return [{ kind: press }];
  return typed === '' && screen.kind !== 'question' ? [{ kind: 'escape' }] : undefined;
}
