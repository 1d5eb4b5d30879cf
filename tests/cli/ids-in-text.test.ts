import { describe, expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { plainAnswers } from '../../src/common/plain-answers.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { run } from '../support/cli-run.ts';
import { idsIn, marked, markedFlags, withMarkedIds } from '../support/ids-in-text.ts';
import { builtInKnowledge, smallKnowledge } from '../support/loaded-knowledge.ts';

const built = await builtInKnowledge();
const knowledge = withMarkedIds(built);

describe('ids are found', () => {
  test('in a sentence and as an answer', () => {
    expect(idsIn('It depends on x9-teams, as x9-load=x9-high (x9-load: x9-low)')).toEqual([
      ...['x9-teams', 'x9-load=x9-high', 'x9-load: x9-low'],
    ]);
  });

  test('but not within a command, wherever its line is broken', () => {
    const text =
      'Narrow: arch-advisor flip\n  x9-data x9-load shows which, --pin x9-data=ANSWER decides. Try: arch-advisor next \\\n    --set x9-load=x9-high,x9-low';
    expect(idsIn(text)).toEqual([]);
  });

  test('in knowledge whose ids all carry a mark, and advice is the same under them', async () => {
    const answers = { teams: 'one', data: ['relational', 'ranges'], writes: 20 };
    const argv = ['recommend', marked('database'), '--json', ...markedFlags(answers)];
    const { stdout } = await run(argv, { knowledge });
    expect(JSON.parse(stdout).decisions[0].recommended).toEqual([marked('sql')]);
  });
});

/** What a profile answers, as flags with marked ids; only the first so many answers where a number is given. */
function flagsOf(profile: string, most = Number.POSITIVE_INFINITY): string[] {
  const { text = '', place } = built.profiles.get(profile) ?? {};
  const sheet = parseAnswerSheet({ file: place?.file ?? '', text }, built);
  const answers = Object.entries(plainAnswers(built, knownAnswers(sheet))).slice(0, most);
  return markedFlags(Object.fromEntries(answers));
}

async function idsPrinted(argv: readonly string[], stdin = ''): Promise<string[]> {
  const { code, stdout } = await run(argv, { knowledge, stdin });
  expect([code, stdout]).toEqual([0, expect.stringContaining('\n')]);
  return idsIn(stdout);
}

const DECISIONS = ['database', 'caching', 'fault-tolerance', 'saga-coordination'].map(marked);

describe.each(['online-shop', 'iot-telemetry'])('with the answers of %s', (of) => {
  const answered = flagsOf(of);

  test.each([
    ['explain', ...DECISIONS],
    ['explain', ...DECISIONS, '--full'],
    ['explain'],
    ['flip', ...DECISIONS.slice(0, 2)],
    ['compare', marked('sql'), marked('nosql')],
    ['compare', marked('sql'), marked('microservices'), '--full'],
    ['next'],
    ['report'],
    ['report', '--format', 'mermaid'],
    ['report', '--format', 'csv'],
  ])('%s %s %s prints no ids', async (...argv) => {
    expect(await idsPrinted([...argv, ...answered])).toEqual([]);
  });
});

test.each([
  ['explain', ...DECISIONS],
  ['flip', marked('database')],
])('with half of the answers %s prints no ids', async (...argv) => {
  expect(await idsPrinted([...argv, ...flagsOf('online-shop', 18)])).toEqual([]);
});

test.each([['explain'], ['next'], ['flip', marked('storage')]])(
  'without answers %s prints no ids',
  async (...argv) => {
    const small = withMarkedIds(await smallKnowledge());
    const { code, stdout } = await run(argv, { knowledge: small });
    expect([code, idsIn(stdout)]).toEqual([0, []]);
  },
);

test('diff prints no ids', async () => {
  const stdin = JSON.stringify({ answers: { [marked('teams')]: marked('one') } });
  const changed = flagsOf('payments-ledger', 12);
  expect(await idsPrinted(['diff', '-', ...changed], stdin)).toEqual([]);
});

test.each([['sql'], ['saga'], ['monolith']])('show %s prints no ids', async (pattern) => {
  expect(await idsPrinted(['show', marked(pattern)])).toEqual([]);
  expect(await idsPrinted(['show', marked(pattern), '--full'])).toEqual([]);
});
