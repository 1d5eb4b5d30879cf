import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const EVERYTHING = ['--profile', 'town-hall', '--set', 'loss=some'];

describe('ask without a terminal', () => {
  test('ends at once with 3 and names the flag of each question', async () => {
    const { sentence, hint } = failureOf(await runSmall(['ask']), 3);
    expect(sentence).toBe('Cannot ask without a terminal, and 4 questions are unanswered');
    for (const id of ['traffic', 'staleness', 'contents', 'loss']) {
      expect(hint).toContain(`--set ${id}=`);
    }
    expect(hint).toMatch(/--answers.*--profile.*arch-advisor next.*arch-advisor recommend/);
  });

  test('names the questions that tell most, where there are many', async () => {
    const { sentence, hint } = failureOf(await run(['ask']), 3);
    const [, all] = /(\d+) questions/.exec(sentence) ?? [];
    expect(hint.match(/--set \S+=/g)).toHaveLength(5);
    expect(hint).toContain(`and ${Number(all) - 5} more`);
  });

  test('names only what is not answered yet', async () => {
    const { sentence, hint } = failureOf(
      await runSmall(['ask', '--profile', 'town-hall', '--thorough']),
      3,
    );
    expect(sentence).toContain('1 question');
    expect(hint.match(/--set \S+=/g)).toEqual(['--set loss=']);
  });

  test('speaks of one question in the singular', async () => {
    const { sentence } = failureOf(
      await runSmall(['ask', '--profile', 'town-hall', '--thorough']),
      3,
    );
    expect(sentence).toBe('Cannot ask without a terminal, and 1 question is unanswered');
  });

  test('names only what the decisions asked for need', async () => {
    const { hint } = failureOf(await runSmall(['ask', 'guards']), 3);
    expect(hint.match(/--set \S+=/g)?.toSorted()).toEqual(['--set loss=', '--set traffic=']);
  });

  test('advises as recommend does when nothing is left to ask', async () => {
    const asked = await runSmall(['ask', ...EVERYTHING]);
    expect(asked).toEqual(await runSmall(['recommend', ...EVERYTHING]));
    expect(asked.code).toBe(0);
  });

  test('takes `unknown` for an answer', async () => {
    const flags = ['traffic', 'staleness', 'contents', 'loss'].flatMap((id) => [
      '-s',
      `${id}=unknown`,
    ]);
    const { code, stdout, stderr } = await runSmall(['ask', ...flags]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('0 of 4 questions answered');
  });

  test('prints JSON and honours --strict like recommend', async () => {
    const flags = [...EVERYTHING, '--json', '--strict'];
    const asked = await runSmall(['ask', ...flags]);
    expect(asked).toEqual(await runSmall(['recommend', ...flags]));
    expect(asked.code).toBe(1);
  });

  test('saves where it is told to, also when nothing is left to ask', async () => {
    const file = join(await folderWith({}), 'answers.yaml');
    const asked = await runSmall(['ask', ...EVERYTHING, '--save', file]);
    expect(asked).toEqual(await runSmall(['recommend', ...EVERYTHING]));
    const again = await runSmall(['recommend', '--answers', file, '--json']);
    expect(again).toEqual(await runSmall(['recommend', ...EVERYTHING, '--json']));
    const { sentence, hint } = failureOf(await runSmall(['ask', ...EVERYTHING, '--save', file]));
    expect(sentence).toContain('answers.yaml` exists');
    expect(hint).toContain('--save');
  });

  test('asks nothing where only the output is a terminal', async () => {
    failureOf(await runSmall(['ask'], { columns: 80 }), 3);
  });

  test('reports what is wrong with the request before what is missing', async () => {
    expect(failureOf(await run(['ask', 'databse'])).hint).toBe('did you mean `database`?');
    expect(failureOf(await run(['ask', '--set', 'stalenes=never'])).sentence).toContain('stalenes');
  });
});

describe('ask in a terminal, with nothing to ask', () => {
  const terminal = { columns: 200, isTyped: true };

  test('tells why, and what comes next', async () => {
    const { code, stdout, stderr } = await runSmall(['ask', ...EVERYTHING], terminal);
    expect(code).toBe(0);
    expect(stdout).not.toContain('Next');
    expect(stderr).toMatch(/^\nAll 4 decisions are settled without further questions\. /);
    expect(stderr).toContain('Nothing was answered, and no file was written.\nNext:\n');
    expect(stderr).toMatch(/ arch-advisor explain storage .*--profile town-hall/);
  });

  const SCREENS_SHOW_RECORDS = ['--set', 'read-shape=same', '--set', 'audit=none'];

  test('of a quick interview says that it is not proved, and how to be asked', async () => {
    const { stderr } = await run(
      ['ask', 'cqrs-stores', '--quick', ...SCREENS_SHOW_RECORDS],
      terminal,
    );
    expect(stderr).toContain(
      'Likely but not proven after 0 questions: CQRS data stores stays open,',
    );
    expect(stderr.replace(/\s+/g, ' ')).toContain('but it does not apply in at least 9');
    expect(stderr).toMatch(/\n {2}arch-advisor ask cqrs-stores [\s\S]*read-shape=same/);
  });
});
