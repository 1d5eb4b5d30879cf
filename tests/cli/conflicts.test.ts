import { describe, expect, test } from 'vitest';
import type { Advice } from '../../src/model/advice.ts';
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
  test('are printed after the table of picks and before the details, with reason and place', async () => {
    const text = await told(['caching', ...BOTH]);
    const at = text.indexOf('These picks are incompatible (1 conflict)');
    expect(at).toBeGreaterThan(text.indexOf('  Caching  '));
    expect(at).toBeLessThan(text.indexOf('\nCaching: No cache'));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Near cache (CDN and local caches) needs Distributed cache (Caching), not No cache: a near cache sits in front of a shared one, so there has to be one',
    );
    expect(text).toMatch(/\[1\] decisions\.yaml:\d+/);
  });

  test('are left only where pins stand in the way, which is said', async () => {
    expect(await told(['--brief', ...BOTH])).toContain(
      'No other set of picks avoids every conflict: change a pin or an answer',
    );
    expect(await told(['--brief', ...NEAR])).not.toContain('incompatible');
    expect(await told(['--brief'])).not.toContain('incompatible');
  });

  test('are printed only where one of their decisions is asked for', async () => {
    expect(await told(['database', '--brief', ...BOTH])).not.toContain('incompatible');
    expect(await told(['cache-topology', '--brief', ...BOTH])).toContain('incompatible');
  });
});

describe('the recommendation for programs', () => {
  async function adviceOn(flags: readonly string[]) {
    const { stdout } = await run(['recommend', '--json', ...flags]);
    const { conflicts, irreparable, jointGivenUp, decisions }: Advice = JSON.parse(stdout);
    return { conflicts, irreparable, jointGivenUp, decisions };
  }

  test('is the picks that go together, each changed one with what it replaces, why, and its cost', async () => {
    const { decisions, ...rest } = await adviceOn(NEAR);
    expect(rest).toEqual({ conflicts: [], irreparable: undefined, jointGivenUp: undefined });
    expect(decisions.find(({ id }) => id === 'caching')).toMatchObject({
      recommended: ['distributed-cache'],
      joint: {
        instead: ['no-cache'],
        because: [
          {
            kind: 'requires',
            condition: 'cache-topology: near-cache',
            requires: 'caching: distributed-cache',
            decisions: ['cache-topology', 'caching'],
            picks: { 'cache-topology': ['near-cache'] },
            missing: [{ decision: 'caching', wanted: ['distributed-cache'], picked: ['no-cache'] }],
            file: expect.stringMatching(/decisions\.yaml$/),
            line: expect.any(Number),
          },
        ],
        loses: expect.any(Number),
        certain: false,
      },
    });
    expect(decisions.find(({ id }) => id === 'cache-strategy')).toMatchObject({
      recommended: ['cache-aside'],
      joint: { instead: [], because: [], follows: ['caching'] },
    });
  });

  test('is the same where only some decisions are asked for', async () => {
    const all = await adviceOn(NEAR);
    const some = await adviceOn(['caching', 'cache-strategy', ...NEAR]);
    const ids = some.decisions.map(({ id }) => id);
    expect(ids).toEqual(['caching', 'cache-strategy']);
    expect(some.decisions).toEqual(all.decisions.filter(({ id }) => ids.includes(id)));
  });

  test('leaves conflicts that pins alone make, and they are certain', async () => {
    const { conflicts, irreparable } = await adviceOn(BOTH);
    expect(conflicts).toMatchObject([{ certain: true }]);
    expect(irreparable).toBe(true);
  });

  test('has an empty list where there is none', async () => {
    expect(await adviceOn([])).toMatchObject({ conflicts: [], irreparable: undefined });
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

  test('fails on a pick that is changed to go with others and may still be another', async () => {
    expect((await run([...strict, ...NEAR])).code).toBe(1);
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
      /\n {2}Needs +Sticky routing or Consistent hashing \(Balancing algorithm\): taking turns/,
    );
    expect(stdout).toMatch(/\n {2}Not with +Serverless \(System structure\): a function's memory/);
  });

  test('says neither where nothing is asked of other picks', async () => {
    const { stdout } = await run(['show', 'cache-aside']);
    expect(stdout).not.toMatch(/Needs|Not with/);
  });
});
