import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { RankedAlternative } from '../../src/model/advice.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { adviceOn } from '../support/picked.ts';
import { decidedLines, holds } from './decided.ts';

const knowledge = await builtInKnowledge();
const answers = new Map([['teams', { choices: ['one', 'few'] }]]);
const advice = {
  ...advise(knowledge, { answers: new Map(), pins: new Map(), decisions: [] }),
  implied: [
    { question: 'writes', choices: ['low'], because: [] },
    { question: 'reads', choices: ['ten', 'hundred'], because: [] },
  ],
};
const given = { answers, advice };

function term(subject: string, ...choices: readonly string[]) {
  return { subject, choices, place: { file: 'a.yaml', line: 1, column: 1 } };
}

describe('a term', () => {
  test('holds by an answer that contains one of its choices', () => {
    expect(holds(term('teams', 'few', 'many'), given)).toBe(true);
    expect(holds(term('teams', 'many'), given)).toBe(false);
  });

  test('holds by what answers imply, where one choice is left', () => {
    expect(holds(term('writes', 'low'), given)).toBe(true);
    expect(holds(term('reads', 'ten'), given)).toBe(false);
  });

  test('holds by a pick', () => {
    expect(holds(term('caching', 'no-cache'), given)).toBe(true);
    expect(holds(term('caching', 'distributed-cache'), given)).toBe(false);
  });
});

const RANKING: RankedAlternative[] = [
  {
    alternative: 'failover',
    name: 'Failover',
    score: 3,
    picked: false,
    excludedBy: [],
    contributions: [
      {
        kind: 'quality',
        quality: 'availability',
        points: 4,
        weight: 2,
        rating: 2,
        because: ['base', { question: 'rto', choice: 'seconds' }],
        claims: [
          { text: 'one', file: 'a.md', line: 12 },
          { text: 'the same line', file: 'a.md', line: 12 },
          { text: 'two', file: 'b.md', line: 3 },
        ],
      },
      { kind: 'evidence', points: -1, because: ['base'], claims: [] },
    ],
  },
  {
    alternative: 'minimal',
    name: 'Minimal',
    score: 0,
    picked: true,
    excludedBy: [
      { state: 'certain', text: '', because: 'rto: seconds', file: 'a.md', line: 30 },
      { state: 'possible', text: '', because: 'rto: minutes', file: 'a.md', line: 31 },
    ],
    contributions: [],
  },
];

test('a ranking names the lines of the documents and what is ruled out', () => {
  expect(decidedLines(adviceOn('caching', advice), given, knowledge, RANKING)).toEqual([
    '  caching is open',
    '    failover 3, not picked: no condition to use it holds yet',
    '      +4 availability (base, rto=seconds) [a.md:12, b.md:3]',
    '      -1 evidence (base)',
    '    minimal 0 (ruled out), picked',
    '      ruled out: rto: seconds [a.md:30]',
  ]);
});

test('a decision that does not always arise says when it does, and what holds of it', () => {
  const own = { ...adviceOn('view-support', advice), appliesDependsOn: ['reads'] };
  expect(decidedLines(own, given, knowledge, []).slice(1)).toEqual([
    `    applies: ${own.applies}, depends on reads`,
    expect.stringMatching(
      /^ {6}when read-write-model: single-model \[knowledge\/decisions\.yaml:\d+\], which holds$/,
    ),
  ]);
});

test('a pick that other picks have changed names what it would be by itself', () => {
  const [conflict] = [{ condition: 'caching: no-cache', file: 'd.yaml', line: 7 }];
  const because = [
    { ...conflict, kind: 'never' as const, because: '', decisions: [], picks: {}, certain: true },
  ];
  const joint = { instead: ['distributed-cache'], because: [], certain: false };
  const own = adviceOn('caching', advice);
  const lineOf = (change: Parameters<typeof decidedLines>[0]['joint']) =>
    decidedLines({ ...own, ...(change && { joint: change }) }, given, knowledge, [])[1];
  expect(lineOf(joint)).toBe('    by itself it would pick distributed-cache');
  expect(lineOf({ ...joint, instead: [], because })).toBe(
    '    by itself it would pick nothing: caching: no-cache [d.yaml:7]',
  );
});
