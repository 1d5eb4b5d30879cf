import fc from 'fast-check';

const MARKUP = [
  ...[
    '#',
    '# ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '---',
    '===',
    '|',
    '\n',
    '\n\n',
    '  ',
  ],
  ...[
    '*',
    '_',
    '**',
    '`',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '&amp;',
    '&#60;',
  ],
  ...['<b onclick="x">', '<script>', 'https://a.example/x', 'www.a.example', 'a@b.example', '\\'],
  ...['[^1]', '[^1]: ', '[a]: b', '[x] ', '$', ':', 'text', 'a', ' ', '\u0000', '\u202e', '\ud800'],
] as const;
/** Texts made of what means something in Markdown or HTML, breaks lines or hides. */
export const markdownPieces = fc
  .oneof(
    fc.array(fc.constantFrom(...MARKUP), { maxLength: 12 }),
    fc.array(fc.string(), { maxLength: 3 }),
  )
  .map((parts) => parts.join(''));
