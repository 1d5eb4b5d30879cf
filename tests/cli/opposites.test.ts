import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { run } from '../support/cli-run.ts';

describe('choices of one question', () => {
  test.each([
    'geo=one-region,residency',
    'geo=near-reads,near-writes,residency',
    'load-shape=steady,spikes,uneven',
    'load-shape=peaks,idle',
  ])('are taken together where they are natural together: %s', async (answer) => {
    const { code, stdout } = await run(['recommend', 'database', '--json', '--set', answer]);
    expect(code).toBe(0);
    const [question = '', choices = ''] = answer.split('=');
    expect(JSON.parse(stdout).answers).toEqual({ [question]: choices.split(',') });
  });

  test.each([
    ['geo', 'one-region', 'near-reads'],
    ['geo', 'near-writes', 'one-region'],
    ['load-shape', 'idle', 'steady'],
    ['clients', 'partners', 'one'],
    ['isolation', 'trust', 'none'],
  ])(
    'are refused where they are opposites, and both are named: %s=%s,%s',
    async (question, one, other) => {
      const failed = await run(['recommend', '--set', `${question}=${one},${other}`]);
      const { sentence, hint } = failureOf(failed);
      expect(failed.code).toBe(2);
      expect(sentence).toContain(`\`${question}\``);
      for (const id of [one, other]) expect(hint).toContain(`\`${id}\``);
    },
  );
});

test('programs can see which choices exclude each other', async () => {
  const { stdout } = await run(['list', 'questions', '--json']);
  const geo = JSON.parse(stdout).questions.find(({ id }: { id: string }) => id === 'geo');
  const excludes = geo.choices.map((each: { id: string; excludes?: string[] }) => [
    each.id,
    each.excludes,
  ]);
  expect(excludes).toEqual([
    ['one-region', ['near-reads', 'near-writes', 'neighbours']],
    ['neighbours', ['one-region']],
    ['near-reads', ['one-region']],
    ['near-writes', ['one-region']],
    ['residency', undefined],
    ['none', undefined],
  ]);
});
