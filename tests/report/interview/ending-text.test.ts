import { beforeAll, describe, expect, test } from 'vitest';
import { shellWord } from '../../../src/common/text.ts';
import type { Ending, Interview } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import type { Standing } from '../../../src/model/outlook.ts';
import { endingText } from '../../../src/report/interview/ending-text.ts';
import { colourless, unicode } from '../../../src/report/layout/style.ts';
import { COMMANDING } from '../../support/cli-failure.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';
import { NOTHING_KNOWN, opened } from './sessions.ts';

let small: KnowledgeBase;

beforeAll(async () => {
  small = await smallKnowledge();
});

const STYLE = { width: 400, palette: colourless, glyphs: unicode };

interface Made {
  readonly standings: readonly Partial<Standing>[];
  readonly asked?: readonly string[];
  readonly path?: string;
  readonly flags?: readonly string[];
  /** It ended as `--quick` wanted. */
  readonly quick?: boolean;
}

/** An interview over the first decisions, with such standings. */
function told(
  ending: Ending,
  { standings, asked = [], path = 'a.yaml', flags = [], quick }: Made,
): string {
  const topic = { decisions: [], order: 'adaptive' as const, ...(quick && { quick: 920 }) };
  const { interview } = opened(small, { topic });
  const decisions = standings.flatMap((standing, index) => {
    const known = interview.outlook.decisions[index];
    if (known === undefined) return [];
    const { id, recommended, dependsOn } = known;
    const usual = { status: 'open', applies: 'yes' } as const;
    return [{ id, recommended, dependsOn, ...usual, ...standing }];
  });
  const answers = new Map(asked.map((id) => [id, null]));
  const ended: Interview = {
    ...interview,
    asked,
    sheet: { ...NOTHING_KNOWN, answers },
    outlook: { decisions, questions: [] },
    at: { kind: 'end', ending },
  };
  return endingText({
    interview: ended,
    path,
    knowledge: small,
    style: STYLE,
    flags: [`--answers ${shellWord(path)}`, ...flags],
  });
}

const settled: Partial<Standing> = { status: 'settled' };
const tied: Partial<Standing> = { status: 'tied' };
const unfit: Partial<Standing> = { status: 'infeasible' };
const without: Partial<Standing> = { status: 'not-applicable', applies: 'no' };
const open = (share: number): Partial<Standing> => ({ status: 'open', share });
/** It may not apply; were it to, its pick would win in 20 thousandths. */
const doubtful = (appliesShare: number): Partial<Standing> => ({
  ...open(20),
  applies: 'undecided',
  appliesShare,
});

describe('why it ended', () => {
  test('settled: how many questions it took, and how many it did not', () => {
    const asked = ['traffic', 'loss'];
    expect(told('settled', { standings: [settled, settled], asked })).toMatch(
      /^All 2 decisions are settled after 2 questions; 2 questions were not asked, because they cannot change any of them\.\n/,
    );
    expect(told('settled', { standings: [settled], asked: [...asked, 'contents'] })).toMatch(
      /^Storage is settled after 3 questions; 1 question was not asked, because it cannot change it\.\n/,
    );
    const all = [...small.questions.keys()];
    expect(told('settled', { standings: [settled, tied], asked: all })).toMatch(
      /^All 2 decisions are settled after 4 questions\. Among them: 1 tied\.\n/,
    );
    expect(told('settled', { standings: [settled] })).toMatch(
      /^Storage is settled without further questions/,
    );
    expect(told('settled', { standings: [settled, unfit, without], asked: all })).toContain(
      ' Among them: 1 where nothing fits, 1 not applicable.',
    );
  });

  test('settled with a single decision: as it stands', () => {
    const asked = [...small.questions.keys()];
    const how = (standing: Partial<Standing>) => told('settled', { standings: [standing], asked });
    expect(how(tied)).toMatch(/^Storage is tied after 4 questions\.\n/);
    expect(how(unfit)).toMatch(/^Storage: nothing fits after 4 questions\.\n/);
    expect(how(without)).toMatch(/^Storage does not apply after 4 questions\.\n/);
  });

  test('likely: not proved, with the least share', () => {
    expect(
      told('likely', {
        standings: [open(956), open(917), settled],
        asked: ['loss'],
        quick: true,
      }),
    ).toMatch(
      /^Likely but not proven after 1 question: 2 of 3 decisions stay open \(Storage, Order of the heap\), but each keeps its pick in at least 91% of the ways to answer the remaining questions\.\n/,
    );
  });

  test('likely enough: how many picks are settled, likely and a toss-up', () => {
    const counts = (...standings: readonly Partial<Standing>[]) =>
      told('likely', { standings, asked: ['loss'] }).split('\n')[0];
    expect(counts(settled, settled, open(917), open(410))).toBe(
      '2 picks are settled, 1 is likely and 1 is a toss-up after 1 question.',
    );
    expect(counts(settled, open(917), open(600))).toBe(
      '1 pick is settled and 2 are likely after 1 question.',
    );
    expect(counts(open(499))).toBe('1 pick is a toss-up after 1 question.');
  });

  test('likely, with a single decision', () => {
    expect(told('likely', { standings: [open(917)], quick: true })).toMatch(
      /^Likely but not proven after 0 questions: Storage stays open, but it keeps its pick in at least 91% of /,
    );
    expect(told('likely', { standings: [doubtful(83)], quick: true })).toContain(
      ': Storage stays open, but it does not apply in at least 91% of ',
    );
  });

  test('likely: which decisions do not apply', () => {
    const likely = (...standings: readonly Partial<Standing>[]) =>
      told('likely', { standings, quick: true });
    expect(likely(doubtful(69), open(960), settled)).toContain(
      ', but each keeps its pick or does not apply (Storage) in at least 93% of the ways',
    );
    expect(likely(doubtful(69), settled)).toContain(
      ', but it does not apply in at least 93% of the ways',
    );
    expect(likely(doubtful(69), doubtful(50))).toContain(
      ', but none of them applies in at least 93% of the ways',
    );
  });

  test('likely: a settled pick counts as open as long as its decision may not apply', () => {
    const mayApply: Partial<Standing> = {
      ...settled,
      ...{ applies: 'undecided', appliesShare: 940 },
    };
    expect(told('likely', { standings: [mayApply, settled], quick: true })).toContain(
      ': 1 of 2 decisions stays open (Storage), but it keeps its pick in at least 94% of the ways',
    );
    const both: Partial<Standing> = { ...mayApply, ...open(900) };
    expect(told('likely', { standings: [both], quick: true })).toContain(
      'in at least 84% of the ways',
    );
  });

  test('exhausted and finished: what stays open', () => {
    expect(told('exhausted', { standings: [settled, open(500)] })).toMatch(
      /^There is nothing left to ask after 0 questions: 1 of 2 decisions stays open \(Order of the heap\)/,
    );
    expect(told('finished', { standings: [open(500)], asked: ['loss'] })).toMatch(
      /^Finished after 1 question: Storage stays open; /,
    );
  });
});

test('the answers and what can be done with them, as a shell takes it', () => {
  const text = told('settled', { standings: [settled, open(1)], path: "it's here/a.yaml" });
  const file = "--answers 'it'\\''s here/a.yaml'";
  expect(text).toContain("\nAnswers saved to it's here/a.yaml\nNext:\n");
  expect(text).toContain(`\n  arch-advisor flip heap-order ${file}\n`);
  expect(text).toContain(`\n  arch-advisor recommend ${file}\n`);
});

test('each command asks the knowledge that was asked about', () => {
  const text = told('finished', { standings: [settled], flags: ['--knowledge ours'] });
  const commands = text.split('\n').filter((line) => line.startsWith('  arch-advisor'));
  expect(commands.length).toBeGreaterThan(1);
  for (const command of commands) expect(command).toMatch(/--answers \S+ --knowledge ours$/);
});

test('a path and flags cannot command the terminal', () => {
  const evil = 'a\u001b[31m\u202eb.yaml';
  expect(told('left', { standings: [settled], path: evil })).not.toMatch(COMMANDING);
  expect(told('left', { standings: [settled], flags: [evil] })).not.toMatch(COMMANDING);
});
