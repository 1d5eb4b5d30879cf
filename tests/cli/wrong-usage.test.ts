import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';

/** What is typed; what the sentence names; what the hint says. */
type Row = readonly [typed: readonly string[], named: string, hint: string];

const misspelt: readonly Row[] = [
  [['recomend'], 'Unknown command `recomend`', 'did you mean `recommend`?'],
  [['recommend', '--ful'], 'Unknown option `--ful`', 'did you mean `--full`?'],
  [['list', 'paterns'], 'Unknown kind `paterns`', 'did you mean `patterns`?'],
  [['recommend', 'storrage'], 'Unknown decision `storrage`', 'did you mean `storage`?'],
  [['ask', 'storrage'], 'Unknown decision `storrage`', 'did you mean `storage`?'],
  [['show', 'vaullt'], 'Unknown name `vaullt`', 'did you mean `vault`?'],
  [['compare', 'vault', 'heep'], 'Unknown pattern `heep`', 'did you mean `heap`?'],
  [
    ['recommend', '--profile', 'town-hal'],
    'Unknown profile `town-hal`',
    'did you mean `town-hall`?',
  ],
  [['recommend', '--set', 'trafic=low'], 'Unknown question `trafic`', 'did you mean `traffic`?'],
  [
    ['recommend', '--set', 'traffic=hihg'],
    'Unknown choice `hihg` of `traffic`',
    'did you mean `high`?',
  ],
  [
    ['recommend', '--set', 'contents=fotos'],
    'Unknown choice `fotos` of `contents`',
    'did you mean `photos`?',
  ],
  [
    ['recommend', '--pin', 'storrage=heap'],
    'Unknown decision `storrage`',
    'did you mean `storage`?',
  ],
  [
    ['recommend', '--pin', 'storage=vualt'],
    'Unknown alternative `vualt` of `storage`',
    'did you mean `vault`?',
  ],
];

describe('a misspelt word is named, with what was probably meant', () => {
  test.each(misspelt)('%j', async (typed, named, hint) => {
    const failure = failureOf(await runSmall(typed));
    expect(failure.sentence).toBe(named);
    expect(failure.hint).toContain(hint);
  });
});

const strange: readonly Row[] = [
  [['frobnicate'], 'Unknown command `frobnicate`', '`arch-advisor --help`'],
  [
    ['recommend', '--frobnicate'],
    'Unknown option `--frobnicate`',
    '`arch-advisor recommend --help`',
  ],
  [['list', 'cats'], 'Unknown kind `cats`', 'patterns, decisions, questions, qualities'],
  [['recommend', 'cats'], 'Unknown decision `cats`', '`arch-advisor list decisions`'],
  [['show', 'windmill'], 'Unknown name `windmill`', '`arch-advisor list`'],
  [['recommend', '-p', 'windmill'], 'Unknown profile `windmill`', '`arch-advisor list profiles`'],
  [['recommend', '--pin', 'storage=cat'], 'Unknown alternative `cat`', 'cabinet, heap, vault'],
  [['recommend', '--set', 'loss=everything'], 'Unknown choice `everything`', 'some, nothing'],
];

describe('a word that is like none is named, with where to find them all', () => {
  test.each(strange)('%j', async (typed, named, hint) => {
    const failure = failureOf(await runSmall(typed));
    expect(failure.sentence).toContain(named);
    expect(failure.hint).toContain(hint);
  });

  test('a strange question hints at the list, in one sentence', async () => {
    const { sentence, hint } = failureOf(await runSmall(['recommend', '--set', 'cats=9']));
    expect(sentence).toBe('Unknown question `cats`');
    expect(hint).toBe('`arch-advisor list questions` lists them all');
  });
});

const misshapen: readonly Row[] = [
  [['recommend', '--set', 'traffic'], '`traffic` after --set', '--set question=choice'],
  [['recommend', '--set', '=low'], '`=low` after --set', '--set question=choice'],
  [['recommend', '--set', ''], '`` after --set', '--set question=choice'],
  [['recommend', '--pin', 'storage'], '`storage` after --pin', '--pin decision=alternative'],
  [['recommend', '--set', 'loss=some,nothing'], '`loss` takes one choice', 'some, nothing'],
  [['recommend', '--set', 'contents=photos,none'], '`none` cannot be combined', 'remove'],
  [
    ['recommend', '--set', 'contents=nothing-yet,photos'],
    '`nothing-yet` cannot be combined',
    'remove',
  ],
  [['recommend', '--set', 'contents=photos,orders,letters'], 'at most 2 choices', 'keep'],
  [['recommend', '--set', 'contents=photos,unknown'], '`unknown`', ''],
  [
    ['recommend', '--set', 'traffic=-1'],
    '`-1` is not an answer to `traffic`',
    'requests per second',
  ],
  [['recommend', '--set', 'loss=3'], '`3` of `loss`', 'some, nothing'],
  [['recommend', '--pin', 'storage=heap,vault'], '`storage` is pinned to 2', 'one of them'],
  [['compare', 'vault', 'Vault'], 'nothing to compare', 'alternatives'],
  [['compare', 'cabinet', 'heap', 'vault', 'twin', 'alarm'], '5 patterns', 'at most 4'],
  [['compare', 'vault'], 'Missing', '--help'],
  [['show'], 'Missing', '--help'],
  [['show', 'vault', 'heap'], 'Unknown name `vault heap`', ''],
  [['recommend', '--width', '0'], '`0`', ''],
  [['recommend', '--width', 'abc'], '`abc`', ''],
  [['recommend', '--width', '-5'], '`-5`', ''],
  [['recommend', '--width', '79.5'], '`79.5`', ''],
  [['recommend', '--width', ''], '``', ''],
  [['recommend', '--color', 'sometimes'], '`sometimes`', ''],
];

describe('a request of the wrong shape fails with one sentence and a hint', () => {
  test.each(misshapen)('%j', async (typed, named, hint) => {
    const failure = failureOf(await runSmall(typed));
    expect(failure.sentence).toContain(named);
    expect(failure.hint).toContain(hint);
  });
});

test('an option without its value is named', async () => {
  const { sentence, hint } = failureOf(await run(['recommend', '--set']));
  expect(sentence).toContain('--set');
  expect(hint).toContain('--help');
});

test('--json changes nothing about how a wrong request fails', async () => {
  const wrong = ['recommend', '--set', 'trafic=low'];
  expect(await runSmall([...wrong, '--json'])).toEqual(await runSmall(wrong));
});

test('without a command the help is shown and nothing is wrong', async () => {
  const { code, stdout, stderr } = await run([]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Usage: arch-advisor');
  expect(await run(['--help'])).toEqual({ code, stdout, stderr });
});

test('the version is that of the package', async () => {
  const { stdout } = await run(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('an argument of a strange size', () => {
  const long = 'x'.repeat(20_000);

  test.each([[['show', long]], [['recommend', long]], [['recommend', '--set', `${long}=a`]]])(
    'that is very long fails like any other',
    async (typed) => {
      expect(failureOf(await runSmall(typed)).sentence).toContain('xxx');
    },
  );

  test.each([
    [['']],
    [['list', '']],
    [['show', '']],
    [['recommend', '']],
    [['compare', '', '']],
    [['recommend', '--profile', '']],
    [['recommend', '--answers', '']],
    [['recommend', '--pin', '']],
    [['check', '']],
    [['recommend', '--add-knowledge', '']],
  ])('that is empty fails like any other: %j', async (typed) => {
    expect(failureOf(await run(typed)).sentence).toContain('``');
  });
});
