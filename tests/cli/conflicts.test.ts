import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const NEAR = ['--pin', 'cache-topology=near-cache'];
const BOTH = [...NEAR, '--pin', 'caching=no-cache'];

async function told(flags: readonly string[]): Promise<string> {
  const { code, stdout } = await run(['recommend', '--width', '100', ...flags]);
  expect(code).toBe(0);
  return stdout;
}

describe('picks that do not go together', () => {
  test('are told after the table of picks and before the details, with reason and place', async () => {
    const text = await told(['caching', ...NEAR]);
    const at = text.indexOf('These picks do not go together (1 conflict)');
    expect(at).toBeGreaterThan(text.indexOf('  Caching  '));
    expect(at).toBeLessThan(text.indexOf('\nCaching: No cache'));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Near cache before the shared one (Further copies) needs Distributed cache (Caching), not No cache: a near cache stands in front of a shared one, so there has to be one',
    );
    expect(text).toMatch(/\[1\] decisions\.yaml:\d+/);
  });

  test('are mended by the smallest repair, in words', async () => {
    const text = await told(['caching', '--brief', ...NEAR]);
    expect(text).toMatch(
      / {2}Smallest repair\n {4}Caching: Distributed cache instead of No cache, \d+ points? behind\n {4}Cache strategy is then /,
    );
  });

  test('cannot be mended where pins contradict each other', async () => {
    const text = await told(['--brief', ...BOTH]);
    expect(text).toContain('No change of picks removes all conflicts: change a pin or an answer');
    expect(text).not.toContain('Smallest repair');
  });

  test('are none where nobody pins anything against the grain', async () => {
    expect(await told(['--brief'])).not.toContain('go together');
  });

  test('are told only where one of their decisions is asked for', async () => {
    expect(await told(['database', '--brief', ...NEAR])).not.toContain('go together');
    expect(await told(['cache-topology', '--brief', ...NEAR])).toContain('go together');
  });
});

describe('conflicts for programs', () => {
  test('are a list of objects with picks and places, beside the repair', async () => {
    const { stdout } = await run(['recommend', '--json', ...NEAR]);
    expect(JSON.parse(stdout)).toMatchObject({
      conflicts: [
        {
          kind: 'requires',
          condition: 'cache-topology: near-cache',
          requires: 'caching: distributed-cache',
          decisions: ['cache-topology', 'caching'],
          picks: { 'cache-topology': ['near-cache'] },
          missing: [{ decision: 'caching', wanted: ['distributed-cache'], picked: ['no-cache'] }],
          certain: false,
          file: expect.stringMatching(/decisions\.yaml$/),
          line: expect.any(Number),
        },
      ],
      repair: {
        changes: [
          {
            decision: 'caching',
            from: ['no-cache'],
            to: ['distributed-cache'],
            loses: expect.any(Number),
          },
        ],
        follows: [{ decision: 'cache-strategy', from: [], to: ['cache-aside'] }],
      },
    });
  });

  test('are certain where pins alone make them, and then there is no repair', async () => {
    const { stdout } = await run(['recommend', '--json', ...BOTH]);
    const { conflicts, ...rest } = JSON.parse(stdout);
    expect(conflicts).toMatchObject([{ certain: true }]);
    expect(rest.irreparable).toBe(true);
    expect(rest).not.toHaveProperty('repair');
  });

  test('are an empty list where there is none', async () => {
    const { stdout } = await run(['recommend', '--json']);
    const { conflicts, ...rest } = JSON.parse(stdout);
    expect(conflicts).toEqual([]);
    expect(rest).not.toHaveProperty('repair');
    expect(rest).not.toHaveProperty('irreparable');
  });
});

describe('--strict', () => {
  const strict = ['recommend', 'caching', 'cache-topology', '--brief', '--strict'];
  const SHARED = [...NEAR, '--pin', 'caching=distributed-cache'];

  test('fails on a conflict, although all that is asked for is settled', async () => {
    const { code, stdout } = await run([...strict, ...BOTH]);
    expect(code).toBe(1);
    expect(stdout).not.toContain('open');
  });

  test('is content where settled picks go together', async () => {
    expect((await run([...strict, ...SHARED])).code).toBe(0);
  });
});

test('a combination that names what no document describes says nothing', async () => {
  const folder = await folderWith({
    'stores.md': '## SQL\n\n- Consistency: one truth\n\n## NoSQL\n\n- Performance: near\n',
  });
  const { stdout } = await run(['recommend', '--json', '--knowledge', folder]);
  expect(readAdvice(stdout).decisions.map(({ id }) => id)).toEqual(['database']);
  expect(JSON.parse(stdout).conflicts).toEqual([]);
});

describe('a card', () => {
  test('says what its pattern needs, and what never stands beside it', async () => {
    const { stdout } = await run(['show', 'sticky-sessions', '--width', '200']);
    expect(stdout).toMatch(
      /\n {2}Needs +Sticky routing or Consistent hashing \(Balancing method\): taking turns/,
    );
    expect(stdout).toMatch(/\n {2}Never beside +Serverless \(System structure\): the memory/);
  });

  test('says neither where nothing is asked of other picks', async () => {
    const { stdout } = await run(['show', 'cache-aside']);
    expect(stdout).not.toMatch(/Needs|Never beside/);
  });
});
