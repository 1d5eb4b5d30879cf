/** Text without control characters and without marks that reorder it: nothing in it can command a terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    /\s/.test(character) ? ' ' : '',
  );
}

/** A word of a command, such as a path, as a shell takes it; without what could command a terminal. */
export function shellWord(word: string): string {
  const shown = plain(word);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

/** The shortest different names of files: without ending, with it, or with folders before it. */
export function shortNames(files: readonly string[]): Map<string, string> {
  const forms = files.map(formsOf);
  const isDistinct = (form: number) =>
    new Set(forms.map((each) => each[Math.min(form, each.length - 1)])).size === files.length;
  const deepest = Math.max(0, ...forms.map((each) => each.length - 1));
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
