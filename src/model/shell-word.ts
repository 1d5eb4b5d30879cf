import { plain } from './plain.ts';

/** A path as a shell takes it. */
export function shellWord(path: string): string {
  const name = plain(path);
  return /^[\w@%+=:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
