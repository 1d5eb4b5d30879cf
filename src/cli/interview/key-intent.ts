import type { Intent, Press, Screen, TextScreen } from '../../model/interview.ts';

/** A key as the terminal tells it. */
export interface Key {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

const NAMED: Readonly<Record<string, Press>> = {
  up: 'up',
  down: 'down',
  space: 'toggle',
  return: 'enter',
  enter: 'enter',
  escape: 'escape',
  left: 'back',
  backspace: 'back',
};

const LETTERS: Readonly<Record<string, Press>> = {
  '?': 'why',
  k: 'up',
  j: 'down',
  u: 'unknown',
  b: 'back',
  e: 'edit',
  n: 'note',
  s: 'status',
  f: 'finish',
  q: 'quit',
};

/** What a key means on a screen; nothing, where it means nothing there. `line` is the line of text so far. */
export function keyIntents(key: Key, screen: Screen, line: string): readonly Intent[] {
  if (isText(screen)) return [textIntent(key, line)];
  return keysIn(key)
    .map(plainIntent)
    .filter((intent) => intent !== undefined);
}

const ESCAPE = '\u001b';

/** Escape, and at once another key, come as one. */
function keysIn(key: Key): Key[] {
  const { sequence = '' } = key;
  const [first, second] = sequence;
  const isTwo = first === ESCAPE && second !== undefined && second !== '[' && second !== 'O';
  return isTwo ? [{ name: 'escape' }, { ...key, sequence: sequence.slice(1) }] : [key];
}

/** What is typed there is a text. */
export function isText(screen: Screen): screen is TextScreen {
  return screen.kind === 'name' || screen.kind === 'note';
}

function textIntent({ name }: Key, line: string): Intent {
  if (name === 'return' || name === 'enter') return { kind: 'enter' };
  return name === 'escape' ? { kind: 'escape' } : { kind: 'type', text: line };
}

function plainIntent({ name = '', sequence = '', ctrl }: Key): Intent | undefined {
  if (ctrl) return undefined;
  if (/^\d$/.test(sequence)) return { kind: 'point', line: Number(sequence) - 1 };
  const meant = LETTERS[sequence] ?? NAMED[name];
  return meant === undefined ? undefined : { kind: meant };
}
