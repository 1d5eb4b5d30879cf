import type { Intent, Press, Screen, TextScreen } from '../../model/interview.ts';

/** A key as the terminal reports it. */
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

const MOVES: Readonly<Record<string, Press>> = { k: 'up', j: 'down' };

/** Pressed, or typed in a line, where the word does as well. */
const LETTERS: Readonly<Record<string, Press>> = {
  '?': 'why',
  u: 'unknown',
  b: 'back',
  e: 'edit',
  n: 'note',
  s: 'status',
  f: 'finish',
  q: 'quit',
};

/** What a key means on a screen; nothing, where it means nothing there. `line` is the line of text so far. */
function keyIntents(key: Key, screen: Screen, line: string): readonly Intent[] {
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
  const meant = LETTERS[sequence] ?? MOVES[sequence] ?? NAMED[name];
  return meant === undefined ? undefined : { kind: meant };
}

const WORDS: ReadonlyMap<string, Press> = new Map(
  Object.entries(LETTERS).flatMap(([letter, press]): [string, Press][] => [
    [letter, press],
    [press, press],
  ]),
);

/** What a typed line means on a screen; undefined if it means nothing. */
export function lineIntents(line: string, screen: Screen): readonly Intent[] | undefined {
  if (isText(screen)) return [{ kind: 'type', text: line }, { kind: 'enter' }];
  const typed = line.trim().toLowerCase();
  if (/^\d+([\s,]+\d+)*$/.test(typed)) {
    return [{ kind: 'choose', lines: typed.split(/[\s,]+/).map((number) => Number(number) - 1) }];
  }
  const press = WORDS.get(typed);
  if (press !== undefined) return [{ kind: press }];
  return typed === '' && screen.kind !== 'question' ? [{ kind: 'escape' }] : undefined;
}

/** Asks a terminal to say where a paste begins and ends, so that its lines are not taken for keys; and no more. */
export const ASK_FOR_PASTES = '\u001b[?2004h';
export const LEAVE_PASTES_ALONE = '\u001b[?2004l';

/** What is being pasted, key by key. */
interface Paste {
  /** Its end is still to come. */
  readonly isOpen: boolean;
  /** The line of text before it, and with it from its last key on. */
  readonly line: string;
  readonly text: string;
}

export const NO_PASTE: Paste = { isOpen: false, line: '', text: '' };

/** A paste after one more key. `line` is the line of text so far. */
export function pasteAfter(paste: Paste, { name, sequence = '' }: Key, line: string): Paste {
  if (name === 'paste-start') return { isOpen: true, line, text: '' };
  if (!paste.isOpen) return { ...NO_PASTE, line };
  if (name !== 'paste-end') return { ...paste, text: paste.text + sequence };
  return { ...NO_PASTE, line: `${paste.line}${paste.text.replace(/\s+/g, ' ')}` };
}

/** What a key means on a screen. A text takes a paste as one line; where a key is expected, it would press many. */
export function intentsOf({ isOpen, line }: Paste, key: Key, screen: Screen): readonly Intent[] {
  if (isOpen) return [];
  if (key.name !== 'paste-end') return keyIntents(key, screen, line);
  return isText(screen) ? [{ kind: 'type', text: line }] : [{ kind: 'paste' }];
}
