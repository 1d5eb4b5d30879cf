import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { type Around, runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** What the program understood of the answers that it was given. */
async function understood(flags: readonly string[], around: Around = {}) {
  const { code, stdout, stderr } = await runSmall(['recommend', '--json', ...flags], around);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return readAdvice(stdout);
}

async function fileOf(text: string, name = 'answers.yaml'): Promise<string> {
  return join(await folderWith({ [name]: text }), name);
}

describe('--set', () => {
  test('may stand several times', async () => {
    const { answers } = await understood(['--set', 'loss=some', '-s', 'staleness=never']);
    expect(answers).toEqual({ staleness: 'never', loss: 'some' });
  });

  test('counts the last time for a question', async () => {
    const { answers } = await understood(['--set', 'loss=some', '--set', 'loss=nothing']);
    expect(answers).toEqual({ loss: 'nothing' });
  });

  test('adds up where several choices may be picked', async () => {
    const flags = ['--set', 'contents=orders', '--set', 'contents=letters'];
    expect((await understood(flags)).answers).toEqual({ contents: ['orders', 'letters'] });
  });

  test('without a value takes an answer back', async () => {
    const { answers } = await understood(['--set', 'loss=some', '--set', 'loss=']);
    expect(answers).toEqual({});
  });

  test('takes blanks around what it separates', async () => {
    const { answers } = await understood(['--set', ' contents = photos , orders ']);
    expect(answers).toEqual({ contents: ['orders', 'photos'] });
  });

  test('takes a choice named twice as named once', async () => {
    const { answers } = await understood(['--set', 'contents=photos,photos']);
    expect(answers).toEqual({ contents: ['photos'] });
  });

  test('with `none` says that none of the choices holds', async () => {
    expect((await understood(['--set', 'contents=none'])).answers).toEqual({ contents: ['none'] });
  });

  test('with `unknown` takes an answer back', async () => {
    const { answers, unanswered } = await understood([
      '--set',
      'loss=some',
      '--set',
      'loss=unknown',
    ]);
    expect(answers).toEqual({});
    expect(unanswered).toContain('loss');
  });
});

describe('the sources of answers', () => {
  const PROFILE = ['--profile', 'town-hall'];

  test('are merged per question: a flag over a file over a profile', async () => {
    const file = await fileOf('answers: { staleness: seconds, loss: some }');
    const flags = [...PROFILE, '--answers', file, '--set', 'loss=nothing'];
    expect((await understood(flags)).answers).toEqual({
      traffic: 40,
      staleness: 'seconds',
      contents: ['orders'],
      loss: 'nothing',
    });
  });

  test('are merged alike in whatever order the options stand', async () => {
    const file = await fileOf('answers: { staleness: seconds, loss: some }');
    const flags = [['--set', 'loss=nothing'], ['--answers', file], PROFILE];
    const there = await understood(flags.flat());
    const back = await understood(flags.toReversed().flat());
    expect(there).toEqual(back);
  });

  test('hide a weaker answer with `unknown`', async () => {
    const file = await fileOf('answers: { staleness: unknown, loss: some }');
    const flags = [...PROFILE, '--answers', file, '--set', 'loss=unknown'];
    const { answers, unanswered } = await understood(flags);
    expect(answers).toEqual({ traffic: 40, contents: ['orders'] });
    expect(unanswered).toEqual(['staleness', 'loss']);
  });

  test('name the system: a flag over a file over a profile', async () => {
    const file = await fileOf('system: From the file\nanswers: {}');
    expect((await understood(PROFILE)).system).toBe('Town hall');
    expect((await understood([...PROFILE, '--answers', file])).system).toBe('From the file');
    const all = [...PROFILE, '--answers', file, '--system', 'From a flag'];
    expect((await understood(all)).system).toBe('From a flag');
  });

  test('give the same advice, whether by flags, by a file or by a profile', async () => {
    const text = 'system: Town hall\nanswers: { traffic: 40, staleness: never, contents: orders }';
    const flags = ['traffic=40', 'staleness=never', 'contents=orders'].flatMap((each) => [
      '-s',
      each,
    ]);
    const byProfile = await understood(PROFILE);
    expect(await understood(['--answers', await fileOf(text)])).toEqual(byProfile);
    expect(await understood([...flags, '--system', 'Town hall'])).toEqual(byProfile);
  });
});

describe('--answers', () => {
  test('reads a JSON file', async () => {
    const file = await fileOf('{"answers": {"traffic": 1000, "contents": ["photos"]}}', 'a.json');
    expect((await understood(['--answers', file])).answers).toEqual({
      traffic: 1000,
      contents: ['photos'],
    });
  });

  test('reads standard input where it is `-`', async () => {
    const { answers } = await understood(['-a', '-'], { stdin: 'answers:\n  loss: some\n' });
    expect(answers).toEqual({ loss: 'some' });
  });

  test('reads pins, one or a list', async () => {
    const file = await fileOf('pins: { storage: vault, guards: [twin, alarm] }');
    expect((await understood(['--answers', file])).pins).toEqual({
      storage: 'vault',
      guards: ['twin', 'alarm'],
    });
  });

  test('takes a byte order mark and Windows line ends as nothing', async () => {
    const file = await fileOf('\uFEFFanswers:\r\n  loss: some\r\n');
    expect((await understood(['--answers', file])).answers).toEqual({ loss: 'some' });
  });

  test('reads a sheet without an answer as knowing nothing', async () => {
    const file = await fileOf('system: Empty hall\n');
    expect((await understood(['--answers', file])).answers).toEqual({});
  });
});

describe('a number', () => {
  test.each([
    ['0', 'low'],
    ['99', 'low'],
    ['99.999', 'low'],
    ['100', 'high'],
    ['999.5', 'high'],
    ['1000', 'huge'],
    ['123456789', 'huge'],
  ])('%s falls into the band `%s`', async (number, band) => {
    const flags = ['recommend', '--full', '--json', '--set'];
    const [byNumber, byBand] = [
      await runSmall([...flags, `traffic=${number}`]),
      await runSmall([...flags, `traffic=${band}`]),
    ];
    const { answers, decisions } = readAdvice(byNumber.stdout);
    expect(answers).toEqual({ traffic: Number(number) });
    expect(decisions).toEqual(readAdvice(byBand.stdout).decisions);
  });

  test('falls into the same band from a flag and from a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3000 }), async (number) => {
        const stdin = `answers: { traffic: ${number} }`;
        const byFile = await understood(['--answers', '-'], { stdin });
        expect(await understood(['--set', `traffic=${number}`])).toEqual(byFile);
      }),
      { numRuns: 20 },
    );
  });
});

test('several files are read in their order, the later over the earlier', async () => {
  const first = await fileOf('answers: { loss: some, traffic: 40 }\n');
  const second = await fileOf('answers: { loss: nothing }\n');
  const { answers } = await understood(['--answers', first, '--answers', second]);
  expect(answers).toEqual({ traffic: 40, loss: 'nothing' });
});

test('a list may be written with commas, and a key without a value says nothing', async () => {
  const file = await fileOf('answers:\n  contents: photos, orders\n  loss:\n');
  expect((await understood(['--answers', file])).answers).toEqual({
    contents: ['orders', 'photos'],
  });
});
