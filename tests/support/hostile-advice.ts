import fc from 'fast-check';
import { advise } from '../../src/engine/advice/advise.ts';
import type { Advice, Conflict } from '../../src/model/advice.ts';
import type { Names } from '../../src/report/words/names.ts';
import { smallKnowledge } from './loaded-knowledge.ts';

/** What means something to Markdown, HTML, YAML, Mermaid, a spreadsheet or a terminal. */
const PIECES = [
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '---\n',
    '|',
    '\n',
    '\n\n',
    '\r',
    '\t',
    '*',
    '_',
    '`',
    '~~',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<!--',
    '-->',
    '<b onclick="x">',
    '<script>',
    '</title>',
    '&lt;',
    '&#60;',
  ],
  ...[
    'https://a.example/x',
    'javascript:x',
    '[^1]: ',
    '[x] ',
    '$$',
    '$',
    '\\',
    '\\n',
    ':',
    ';',
    '{',
    '}',
  ],
  ...[
    '"',
    "'",
    '#quot;',
    '#35;',
    '%%',
    '%%{init: {}}%%',
    '-->',
    ':::',
    'end',
    'click d1 "x"',
    'style d1 fill:#f00;',
  ],
  ...[
    'classDef x fill:#f00;',
    'subgraph',
    'fa:fa-ban',
    '=',
    '+',
    '@',
    '-',
    '=1+1',
    '=HYPERLINK("x")',
    '\uff1d1',
  ],
  ...[
    ',',
    '""',
    '\u001b[31m',
    '\u009b2J',
    '\u202e',
    '\u200b',
    '\ud800',
    '\u0000',
    'é',
    '漢',
    '😀',
    'a',
    'B',
    '7',
    ' ',
  ],
] as const;

/** Short texts that try to be something else. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }),
    fc.array(fc.string({ unit: 'binary' }), { maxLength: 2 }),
  )
  .map((parts) => parts.join(''));

const CONFLICT: Conflict = {
  kind: 'requires',
  condition: 'storage: cabinet',
  requires: 'guards: twin',
  because: 'a cabinet burns',
  decisions: ['storage', 'guards'],
  picks: { storage: ['cabinet'] },
  missing: [{ decision: 'guards', wanted: ['twin'], picked: ['no-guard'] }],
  certain: false,
  file: 'decisions.yaml',
  line: 40,
};

/** Advice in which everything occurs that advice can hold. */
export async function fullAdvice(): Promise<Advice> {
  const knowledge = await smallKnowledge();
  const answers = new Map([
    ['traffic', { choices: ['low'], number: 40 }],
    ['staleness', { choices: ['never'] }],
    ['contents', { choices: ['orders'] }],
  ]);
  const asked = { answers, pins: new Map(), decisions: [], system: 'Town hall', scope: 'Archive' };
  const advice = advise(knowledge, asked);
  const held = { condition: 'traffic: low', questions: ['traffic'], answers: { traffic: ['low'] } };
  const place = { file: 'questions.yaml', line: 3 };
  const [storage, ...others] = advice.decisions;
  if (storage === undefined) throw new Error('there are no decisions');
  const joint = {
    instead: ['vault'],
    because: [CONFLICT],
    follows: ['guards'],
    loses: 2,
    certain: true,
  };
  return {
    ...advice,
    contradictions: [{ ...held, ...place, because: 'It cannot be', instead: 'change it' }],
    notCovered: [{ ...held, ...place, what: 'Streams', instead: 'look elsewhere' }],
    implied: [
      {
        question: 'loss',
        choices: ['some'],
        because: [
          { condition: 'traffic: low', questions: ['traffic'], because: 'So it is', ...place },
        ],
      },
    ],
    decisions: [{ ...storage, reversal: 'months', joint }, ...others],
    conflicts: [CONFLICT],
    irreparable: true,
    jointGivenUp: true,
  };
}

/** Fields with words for people; all others hold ids and fixed words. */
const WORDS = new Set([
  'system',
  'scope',
  'title',
  'ask',
  'name',
  'text',
  'because',
  'instead',
  'what',
  'mitigation',
  'file',
]);

/** The same advice with other words; reasons and picks, which are ids, stay. */
export function reworded(advice: Advice, word: (was: string) => string): Advice {
  const copied: Advice = JSON.parse(
    JSON.stringify(advice, (key, value) =>
      WORDS.has(key) && typeof value === 'string' ? word(value) : value,
    ),
  );
  return copied;
}

/** Everything is called by one word. */
export function namesAs(word: string): Names {
  return {
    quality: () => word,
    alternative: () => word,
    alternatives: (ids) => ids.map(() => word).join(', '),
    decision: () => word,
    question: () => word,
    questionTitle: () => word,
    choice: () => word,
    unit: () => word,
  };
}
