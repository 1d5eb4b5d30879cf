import { describe, expect, test } from 'vitest';
import type { NotCovered } from '../../src/model/advice.ts';
import { run } from '../support/cli-run.ts';
import { conditionOf, placeAt } from '../support/engine-builders.ts';
import { builtInKnowledge, smallKnowledge } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const LARGE_GRAPH = ['--set', 'data=graph', '--set', 'volume=under-20000'];
const CONDITION = 'data: graph & volume: under-20000 | over-20000';

async function limitsOf(argv: readonly string[]): Promise<readonly NotCovered[] | undefined> {
  const { code, stdout } = await run([...argv, '--json']);
  expect(code).toBe(0);
  return JSON.parse(stdout).notCovered;
}

describe('what the answers ask for and the knowledge does not cover', () => {
  test('is named after the picks, with the answers that show it and what the advice means', async () => {
    const { code, stdout } = await run(['recommend', 'database', '--brief', ...LARGE_GRAPH]);
    expect(code).toBe(0);
    const after = stdout.slice(stdout.indexOf('\n  Not covered'));
    expect(stdout.indexOf('\n  Database ')).toBeLessThan(stdout.indexOf(after));
    expect(after).toMatchInlineSnapshot(`
      "
        Not covered: Dividing a graph that is too big for one machine
          You answered "Relations followed over many hops, or an unknown number" and
          "2 to 20 TB". The advice on graph stores assumes that the graph fits on one
          machine; check how many hops your queries take, and what the product says
          about clusters.
      "
    `);
  });

  test('is named by explain', async () => {
    const { stdout } = await run(['explain', 'database', ...LARGE_GRAPH, '--width', '100']);
    expect(stdout).toContain('Not covered: Dividing a graph');
    expect(stdout).toContain('and "2 to 20 TB".');
  });

  test.each(['recommend', 'explain'])('is an object with a place in %s --json', async (command) => {
    expect(await limitsOf([command, 'database', ...LARGE_GRAPH])).toEqual([
      {
        condition: CONDITION,
        questions: ['data', 'volume'],
        answers: { data: ['graph'], volume: ['under-20000'] },
        what: expect.stringContaining('graph'),
        instead: expect.stringContaining('fits on one machine'),
        file: expect.stringMatching(/questions\.yaml$/),
        line: expect.any(Number),
      },
    ]);
  });

  test('is absent where nothing shows it', async () => {
    const { stdout } = await run(['recommend', 'database', '--set', 'data=graph', '--json']);
    expect(JSON.parse(stdout)).not.toHaveProperty('notCovered');
    const text = await run(['recommend', '--set', 'data=graph']);
    expect(text.stdout).not.toContain('Not covered');
  });

  test('does not fail --strict, as the picks are settled all the same', async () => {
    const condition = conditionOf('loss: nothing');
    const limit = { condition, what: 'Insurance', instead: 'Ask', place: placeAt(1) };
    const knowledge = { ...(await smallKnowledge()), notCovered: [limit] };
    const argv = ['recommend', 'storage', '--pin', 'storage=vault', '--set', 'loss=nothing'];
    const { code, stdout } = await run([...argv, '--strict'], { knowledge });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Insurance') });
  });

  test('may be named by the documents of a team', async () => {
    const questions = `groups: []
questions: []
not-covered: [{ when: 'teams: one', what: Freelancers, instead: Ask the office }]
`;
    const folder = await folderWith({ 'questions.yaml': questions });
    const argv = ['recommend', 'database', '--set', 'teams=one', '--add-knowledge', folder];
    expect(await limitsOf(argv)).toMatchObject([{ what: 'Freelancers', line: 3 }]);
  });
});

describe('batch', () => {
  const LINES = [
    '{"answers":{"offline":"decide"}}',
    '{}',
    '{"answers":{"offline":"decide","data":["graph"]}}',
  ];
  const stdin = LINES.join('\n');

  test('says how many lines ask for what is not covered, and shows it with --full', async () => {
    const { code, stderr } = await run(['batch', '--only', 'database'], { stdin });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '2 lines ask for something that is not covered; --full shows what\n',
    });
    const { stdout } = await run(['batch', '--only', 'database', '--full'], { stdin });
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).notCovered?.length);
    expect(found).toEqual([1, undefined, 1]);
  });

  test('counts the systems of each limit in a summary', async () => {
    const argv = ['batch', '--only', 'database', '--summary'];
    const { stdout, stderr } = await run([...argv, '--json'], { stdin });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).notCovered).toEqual([
      { condition: 'offline: decide', what: expect.stringContaining('Merging'), systems: 2 },
    ]);
    const text = (await run(argv, { stdin })).stdout;
    expect(text).toMatch(
      /Not covered, by number of systems\n +Merging work done without a connection[\s\S]* 2\n/,
    );
    const none = await run([...argv, '--json'], { stdin: '{}' });
    expect(JSON.parse(none.stdout)).not.toHaveProperty('notCovered');
  });
});

test('each limit that is known is named for the answers of its condition alone', async () => {
  const { notCovered } = await builtInKnowledge();
  expect(notCovered.length).toBeGreaterThan(4);
  for (const { condition } of notCovered) {
    const set = condition.terms.flatMap(({ subject, choices: [choice] }) => [
      ...['--set', `${subject}=${choice}`],
    ]);
    const found = await limitsOf(['recommend', 'system-style', ...set]);
    expect(found?.map((each) => each.condition)).toEqual([condition.text]);
  }
});
