import { largest } from './lists.ts';

/**
 * Invisible characters: control characters, marks that reorder text, halves of characters, and what takes no room. Left out
 * are joiners and variation selectors where they shape the character before them, as in emoji and many scripts.
 */
const HIDDEN =
  /(?!(?<=[\p{M}\p{S}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200C\u200D])(?!(?<=[\p{Emoji}\p{Sm}\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}])\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Text without invisible characters: nothing in it can control a terminal, reorder a line or hide. */
export function plain(text: string): string {
  return text.replace(HIDDEN, (character) => {
    if (/[\p{Zl}\p{Zp}\t-\r]/u.test(character)) return ' ';
    return /\p{Cs}/u.test(character) ? '\uFFFD' : '';
  });
}

/** The same with invisible characters written as escapes, for names that would otherwise look like others. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    if (character === '\n') return '\\n';
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

/** JSON, in one line or many, with invisible characters escaped; parsing it gives the same value. */
export function jsonEscaped(json: string): string {
  return json.replace(HIDDEN, (character) => (character === '\n' ? character : asUnits(character)));
}

/** Beyond the first 65,536 a character is written as two. */
function asUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** A word of a command, such as a path, as a shell takes it; without what could command a terminal. */
export function shellWord(word: string): string {
  if (plain(word) !== word) return `$'${shellEscaped(word)}'`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Between `$'` and `'` a shell takes escapes, as bash, zsh and POSIX of 2024 have them. */
function shellEscaped(word: string): string {
  return word.replace(/[\\']/g, '\\$&').replace(HIDDEN, (character) => {
    if (character === '\n') return '\\n';
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  });
}

/** Characters; of a name that it quotes, 300. */
const LONGEST_MESSAGE = 4_000;

/** A message of limited length, however long the names it quotes: each name is cut, and then the whole. */
export function bounded(message: string): string {
  const names = message.replace(/`([^`]{300})[^`]+`/g, (_, start: string) => `\`${cut(start)}…\``);
  return names.length > LONGEST_MESSAGE ? `${cut(names.slice(0, LONGEST_MESSAGE))}…` : names;
}

/** Without half a character at its end. */
function cut(start: string): string {
  return start.replace(/[\uD800-\uDBFF]$/, '');
}

/** The name of a file without the folders before it. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** The shortest different names of files: without ending, with it, or with folders before it. */
export function shortNames(files: readonly string[]): Map<string, string> {
  const forms = files.map(formsOf);
  const isDistinct = (form: number) =>
    new Set(forms.map((each) => each[Math.min(form, each.length - 1)])).size === files.length;
  const deepest = largest(
    forms.map((each) => each.length - 1),
    0,
  );
  let form = 0;
  while (form < deepest && !isDistinct(form)) form += 1;
  return new Map(
    files.map((file, index) => {
      const own = forms[index] ?? [];
      return [file, own[Math.min(form, own.length - 1)] ?? file];
    }),
  );
}

/** `ana`, `ana.yaml`, `shop/ana.yaml`, … up to the whole path. */
function formsOf(file: string): string[] {
  const parts = file.split(/[/\\]/);
  const name = parts.at(-1) ?? file;
  const bare = name.replace(/(?!^)\.[^.]*$/, '');
  const longer = parts.map((_, index) => parts.slice(parts.length - 1 - index).join('/'));
  return [bare, ...longer];
}
