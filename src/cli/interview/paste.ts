import type { Intent, Screen } from '../../model/interview.ts';
import { isText, type Key, keyIntents } from './key-intent.ts';

/** Asks a terminal to say where a paste begins and ends, so that its lines are not taken for keys; and no more. */
export const ASK_FOR_PASTES = '\u001b[?2004h';
export const LEAVE_PASTES_ALONE = '\u001b[?2004l';

/** What is being pasted, key by key. */
export interface Paste {
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
