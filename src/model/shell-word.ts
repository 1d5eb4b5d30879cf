import { plain } from './plain.ts';

/** A word of a command, such as a path, as a shell takes it; without what could command a terminal. */
export function shellWord(word: string): string {
  const shown = plain(word);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
