import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { contradictionsIn } from '../../src/engine/advice/contradictions.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { run } from '../support/cli-run.ts';
import { conditionOf, placeAt } from '../support/engine-builders.ts';
import { builtInKnowledge, smallKnowledge } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const AT_ODDS = ['--set', 'staleness=never', '--set', 'partition=accept'];
const LABELS = [
  '"Never old: everyone sees the last saved value"',
  '"Carry on and reconcile later: refusing is worse"',
];

describe('answers that contradict each other', () => {
  test('are shown before the picks, each with its question, the reason and a way out', async () => {
    const { code, stdout } = await run(['recommend', 'database', '--brief', ...AT_ODDS]);
    expect(code).toBe(0);
    expect(stdout.slice(0, stdout.indexOf('\n  Database '))).toMatchInlineSnapshot(`
      "Your system                                           2 of 45 questions answered

        These answers contradict each other
          How old may data be when users see it? "Never old: everyone sees the last
          saved value"
          When the system cannot be sure of its data, should it refuse or carry on?
          "Carry on and reconcile later: refusing is worse"
          A system that carries on without being sure of its data may show an old
          value. Ask for each kind of data which of the two matters more, and answer
          for the one that decides.
      "
    `);
  });

  test.each([
    ['recommend', 'database'],
    ['explain', 'database'],
    ['flip', 'database'],
    ['next', 'database'],
    ['next', 'database', '--json'],
  ])('are named by their labels, and %s %s goes on', async (...argv) => {
    await expectNamed([...argv, ...AT_ODDS, '--width', '200']);
  });

  test('are named by their labels, and diff and merge go on', async () => {
    const folder = await folderWith({
      'one.yaml': 'answers: { staleness: never }',
      'other.yaml': 'answers: { partition: accept }',
    });
    const [one, other] = [join(folder, 'one.yaml'), join(folder, 'other.yaml')];
    await expectNamed(['diff', one, '--set', 'partition=accept', '--width', '200']);
    await expectNamed(['merge', one, other, '--width', '200']);
  });

  test('are named by their labels where an interview has nothing left to ask', async () => {
    const argv = ['ask', 'database', '--pin', 'database=sql', ...AT_ODDS, '--width', '200'];
    await expectNamed(argv);
  });

  test('are counted by batch, and the lines are answered', async () => {
    const line = '{"answers":{"staleness":"never","partition":"accept"}}';
    const { code, stdout, stderr } = await run(['batch', '--only', 'database'], { stdin: line });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '1 line has answers that contradict each other; --full shows which\n',
    });
    expect(JSON.parse(stdout).decisions).toMatchObject([{ id: 'database' }]);
  });

  test('are an object with a place for programs', async () => {
    const { stdout } = await run(['recommend', '--json', ...AT_ODDS]);
    expect(JSON.parse(stdout).contradictions).toMatchObject([
      {
        condition: 'staleness: never & partition: accept',
        questions: ['staleness', 'partition'],
        answers: { staleness: ['never'], partition: ['accept'] },
        file: expect.stringMatching(/questions\.yaml$/),
        line: expect.any(Number),
      },
    ]);
  });

  test('fail --strict where every pick is settled', async () => {
    const argv = ['recommend', 'storage', '--strict', '--set', 'loss=nothing', '--pin'];
    const small = await smallKnowledge();
    const condition = conditionOf('loss: nothing & staleness: never');
    const at = { because: 'Why', instead: 'What else', place: placeAt(1) };
    const knowledge = { ...small, contradictions: [{ condition, ...at }] };
    const settled = [...argv, 'storage=vault'];
    expect((await run(settled, { knowledge })).code).toBe(0);
    expect((await run([...settled, '--set', 'staleness=never'], { knowledge })).code).toBe(1);
  });

  test('are none in any profile that comes along', async () => {
    const knowledge = await builtInKnowledge();
    expect(knowledge.profiles.size).toBeGreaterThanOrEqual(10);
    for (const { id, text, place } of knowledge.profiles.values()) {
      const sheet = parseAnswerSheet({ file: place.file, text }, knowledge);
      expect({ id, found: contradictionsIn(knowledge, knownAnswers(sheet)) }).toEqual({
        id,
        found: [],
      });
    }
  });
});

/** A run ends well and names both answers, on standard output or beside it. */
async function expectNamed(argv: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(argv);
  expect(code).toBe(0);
  const said = `${stdout}${stderr}`.replace(/\s+/g, ' ');
  for (const label of LABELS) expect(said).toContain(label);
}

describe('finer decisions', () => {
  const SPLIT = ['--pin', 'data-distribution=sharding', '--set', 'shard-key=even'];

  test('stand indented below their decision once they apply', async () => {
    const { stdout } = await run(['recommend', '--brief', '--finer', ...SPLIT]);
    expect(stdout).toMatch(/\n {2}Data distribution .*\n {4}Shard key /);
  });

  test('are no part of the table of main decisions', async () => {
    const { stdout } = await run(['recommend', '--brief', ...SPLIT]);
    expect(stdout).toContain('\n  Data distribution ');
    expect(stdout).not.toContain('Shard key');
  });

  test('are left out while they do not apply as it stands, unless everything is asked for', async () => {
    const { stdout } = await run(['recommend', '--brief', '--finer']);
    expect(stdout).not.toContain('Shard key');
    const { stdout: full } = await run(['recommend', '--full', '--width', '100']);
    expect(full).toContain('    Shard key ');
  });

  test('are explained when they are named', async () => {
    const { stdout } = await run(['recommend', 'shard-key-strategy', ...SPLIT]);
    expect(stdout).toMatch(/\nShard key: /);
  });

  test('say for programs what they are part of', async () => {
    const { stdout } = await run(['recommend', 'shard-key-strategy', '--json']);
    expect(JSON.parse(stdout).decisions).toMatchObject([{ below: 'data-distribution' }]);
  });
});
