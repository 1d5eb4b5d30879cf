import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citationsIn, type PrintedDecision, readAdvice } from '../support/cli-advice.ts';
import { run, runSmall } from '../support/cli-run.ts';

const profiles = (await run(['list', 'profiles'])).stdout.match(/^[a-z-]+(?= )/gm) ?? [];

const listed = JSON.parse((await run(['list', 'questions', '--json'])).stdout).questions;
const questionIds: string[] = listed.map(({ id }: { id: string }) => id);

const cases: [string, readonly string[]][] = [
  ['nothing answered', []],
  ['everything unknown but one', ['--set', 'data=time-series,graph', '--set', 'writes=70000']],
  ['pins', ['--pin', 'database=nosql', '--pin', 'fault-tolerance=failover,monitoring']],
  [
    'a pin that is ruled out',
    ['--pin', 'saga-coordination=orchestration', '--set', 'workflow=none'],
  ],
  ...profiles.map((name): [string, string[]] => [`profile ${name}`, ['--profile', name]]),
];

test('the built-in profiles are among the cases', () => {
  expect(profiles).toContain('online-shop');
});

describe.each(cases)('advice as JSON, with %s', async (_name, flags) => {
  const { code, stdout, stderr } = await run(['recommend', '--json', ...flags]);
  const { decisions, unanswered, answers, implied = [] } = readAdvice(stdout);

  test('is all there is on standard output, and nothing else is said', () => {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  test('gives every alternative exactly the sum of its points', () => {
    for (const { score, contributions } of decisions.flatMap(({ ranking }) => ranking)) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
  });

  test('gives for a quality the points weight × rating', () => {
    const all = decisions.flatMap(({ ranking }) => ranking.flatMap((each) => each.contributions));
    for (const each of all) {
      if (each.kind === 'quality') expect(each.points).toBe(each.weight * each.rating);
    }
  });

  test('ranks by score', () => {
    for (const { ranking } of decisions) {
      const scores = ranking.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  test('has open questions exactly where a status is open', () => {
    expect(decisions.filter((each) => !isCoherent(each)).map(({ id }) => id)).toEqual([]);
  });

  test('names only open questions as what a pick depends on, and whether its decision applies', () => {
    const named = decisions.flatMap(({ dependsOn, appliesDependsOn = [] }) => [
      ...dependsOn,
      ...appliesDependsOn,
    ]);
    expect(named.filter((id) => !unanswered.includes(id))).toEqual([]);
  });

  test('says of every decision whether it applies, and what that depends on where it is undecided', () => {
    for (const { status, applies, appliesDependsOn, appliesAsPicked } of decisions) {
      expect(status === 'not-applicable').toBe(applies === 'no');
      expect(appliesDependsOn !== undefined).toBe(applies === 'undecided');
      if (appliesAsPicked) expect(applies).toBe('undecided');
    }
  });

  test('gives the exact share of every open pick, and says of every pick whether it is firm', () => {
    for (const { status, pinned, share, sampled, firm } of decisions) {
      const hasPick = status === 'settled' || status === 'open' || status === 'tied';
      expect(share !== undefined).toBe(status === 'open' && !pinned);
      expect(sampled).toBeUndefined();
      expect(firm !== undefined).toBe(hasPick && !pinned);
    }
  });

  test('counts every question once: answered, implied, or not answered', () => {
    const single = implied.filter(({ choices }) => choices.length === 1);
    const all = [...Object.keys(answers), ...single.map(({ question }) => question), ...unanswered];
    expect(all.sort()).toEqual([...questionIds].sort());
  });

  test('cites only lines that say what is cited', () => {
    const wrong = decisions.flatMap(citationsIn).filter((each) => !isOnItsLine(each));
    expect(wrong).toEqual([]);
  });
});

/** `dependsOn` is empty exactly when a pick cannot change; a pick that cannot be made is empty. */
function isCoherent({ status, recommended, dependsOn, ranking }: PrintedDecision): boolean {
  const isSeveral = ranking.some(({ picked }) => picked !== undefined);
  switch (status) {
    case 'open':
      return dependsOn.length > 0;
    case 'settled':
      return dependsOn.length === 0 && (isSeveral || recommended.length === 1);
    case 'tied':
      return dependsOn.length === 0 && recommended.length > 1;
    default:
      return dependsOn.length === 0 && recommended.length === 0;
  }
}

function isOnItsLine({ text, file, line }: { text: string; file: string; line: number }): boolean {
  const words = new Set(wordsOf(readFileSync(file, 'utf8').split('\n')[line - 1] ?? ''));
  return wordsOf(text).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

test('each technique of a decision for several has its own verdict', async () => {
  const { stdout } = await runSmall(['recommend', 'guards', '--json', '--set', 'traffic=huge']);
  const [guards] = readAdvice(stdout).decisions;
  const verdicts = guards?.ranking.map(({ alternative, picked, status, dependsOn }) => ({
    ...{ alternative, picked, status, dependsOn },
  }));
  expect(verdicts).toEqual(
    expect.arrayContaining([
      { alternative: 'twin', picked: false, status: 'open', dependsOn: ['loss'] },
      { alternative: 'alarm', picked: true, status: 'settled', dependsOn: [] },
    ]),
  );
});

test('answers are printed as they were given: a number, a list, a word', async () => {
  const flags = ['traffic=40', 'contents=photos,orders', 'loss=some'].flatMap((each) => [
    '--set',
    each,
  ]);
  const { stdout } = await runSmall(['recommend', '--json', ...flags]);
  expect(readAdvice(stdout).answers).toEqual({
    traffic: 40,
    contents: ['orders', 'photos'],
    loss: 'some',
  });
});

test('what was not said is absent: no system, no empty fields', async () => {
  const { stdout } = await runSmall(['recommend', '--json']);
  expect(Object.keys(JSON.parse(stdout))).toEqual([
    ...['version', 'knowledge', 'answers', 'pins', 'unanswered', 'contradictions', 'decisions'],
    'conflicts',
  ]);
});
