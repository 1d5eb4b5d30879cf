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
