import { describe, expect, test } from 'vitest';
import { run } from '../support/cli-run.ts';
import { idsIn, marked, markedFlags, withMarkedIds } from '../support/ids-in-text.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

const knowledge = withMarkedIds(await builtInKnowledge());

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
