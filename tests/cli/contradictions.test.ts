import { describe, expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { contradictionsIn } from '../../src/engine/advice/conflicts.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { run } from '../support/cli-run.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

const AT_ODDS = ['--set', 'staleness=never', '--set', 'partition=accept'];

describe('answers that contradict each other', () => {
  test('are shown before the picks, with the reason and a way out', async () => {
    const { code, stdout } = await run(['recommend', '--brief', ...AT_ODDS]);
    expect(code).toBe(0);
    const told = stdout.indexOf('contradict each other: staleness: never & partition: accept');
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(stdout.indexOf('System structure'));
  });

  test('are an object with a place for programs', async () => {
    const { stdout } = await run(['recommend', '--json', ...AT_ODDS]);
    expect(JSON.parse(stdout).contradictions).toMatchObject([
      {
        condition: 'staleness: never & partition: accept',
        questions: ['staleness', 'partition'],
        file: expect.stringMatching(/questions\.yaml$/),
        line: expect.any(Number),
      },
    ]);
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

describe('finer decisions', () => {
  const SPLIT = ['--pin', 'data-distribution=sharding', '--set', 'shard-key=even'];

  test('stand indented below their decision once they apply', async () => {
    const { stdout } = await run(['recommend', '--brief', '--width', '100', ...SPLIT]);
    expect(stdout).toMatch(/\n {2}Data distribution .*\n {4}Shard key /);
  });

  test('are left out while they do not apply as it stands, unless everything is asked for', async () => {
    const { stdout } = await run(['recommend', '--brief', '--width', '100']);
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
