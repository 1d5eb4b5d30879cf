import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Around, runSmall } from '../support/cli-run.ts';
import { screens } from '../support/cli-screens.ts';

const TERMINAL: Around = { columns: 80, depth: 8 };
const SCREEN = ['recommend', '--profile', 'town-hall'];

async function isColoured(around: Around, flags: readonly string[] = []): Promise<boolean> {
  const { code, stdout } = await runSmall([...SCREEN, ...flags], around);
  expect(code).toBe(0);
  return stdout.includes('\u001b[');
}

describe('colour', () => {
  test.each<[string, Around, readonly string[], boolean]>([
    ['a terminal with colours', TERMINAL, [], true],
    ['a terminal without colours', { columns: 80, depth: 1 }, [], false],
    ['no terminal', {}, [], false],
    ['a dumb terminal', { ...TERMINAL, env: { TERM: 'dumb' } }, [], false],
    ['NO_COLOR', { ...TERMINAL, env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR', { ...TERMINAL, env: { NO_COLOR: '' } }, [], true],
    ['FORCE_COLOR and no terminal', { env: { FORCE_COLOR: '1' } }, [], true],
    ['FORCE_COLOR=0 in a terminal', { ...TERMINAL, env: { FORCE_COLOR: '0' } }, [], false],
    ['--color always and no terminal', {}, ['--color', 'always'], true],
    ['--color always over NO_COLOR', { env: { NO_COLOR: '1' } }, ['--color', 'always'], true],
    ['--color never in a terminal', TERMINAL, ['--color', 'never'], false],
    ['--color never over FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, ['--color=never'], false],
    ['--no-color in a terminal', TERMINAL, ['--no-color'], false],
    ['--color auto in a terminal', TERMINAL, ['--color', 'auto'], true],
    ['--color auto and no terminal', {}, ['--color', 'auto'], false],
  ])('with %s', async (...row) => {
    const [, around, flags, expected] = row;
    expect(await isColoured(around, flags)).toBe(expected);
  });

  test.each(screens.map((each) => [each]))('adds nothing to the text of %j', async (args) => {
    const coloured = await runSmall([...args, '--width', '80'], TERMINAL);
    const plain = await runSmall([...args, '--width', '80', '--color', 'never'], TERMINAL);
    expect(coloured.stdout).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
  });

  test('never reaches JSON or an error', async () => {
    const json = await runSmall([...SCREEN, '--json', '--color', 'always'], TERMINAL);
    expect(json.stdout).not.toContain('\u001b');
    const failed = await runSmall(['show', 'x', '--color', 'always'], TERMINAL);
    expect(failed.stderr).not.toContain('\u001b');
  });
});

describe('width', () => {
  async function widthOf(around: Around, flags: readonly string[] = []): Promise<number> {
    const { stdout } = await runSmall(['list', 'qualities', ...flags], around);
    const known = [60, 80, 100];
    const texts = await Promise.all(
      known.map((width) => runSmall(['list', 'qualities', '--width', String(width)])),
    );
    expect(new Set(texts.map((each) => each.stdout)).size).toBeGreaterThan(1);
    return known[texts.findIndex((each) => each.stdout === stdout)] ?? 0;
  }

  test.each<[string, Around, readonly string[], number]>([
    ['the terminal', { columns: 60 }, [], 60],
    ['80 without a terminal', {}, [], 80],
    ['COLUMNS without a terminal', { env: { COLUMNS: '60' } }, [], 60],
    ['80 where COLUMNS says nothing', { env: { COLUMNS: 'wide' } }, [], 80],
    ['80 where COLUMNS is 0', { env: { COLUMNS: '0' } }, [], 80],
    ['--width over the terminal', { columns: 200 }, ['--width', '60'], 60],
    ['--width over COLUMNS', { env: { COLUMNS: '200' } }, ['--width', '60'], 60],
  ])('is that of %s', async (...row) => {
    const [, around, flags, expected] = row;
    expect(await widthOf(around, flags)).toBe(expected);
  });

  test('is kept within what can be read', async () => {
    const narrow = await runSmall(['list', 'qualities', '--width', '39']);
    expect(narrow.code).toBe(2);
    expect(narrow.stderr).toContain('at least 40');
    const { stdout } = await runSmall(['list', 'qualities'], { columns: 1 });
    expect(stdout).toBe((await runSmall(['list', 'qualities', '--width', '40'])).stdout);
    const wide = await runSmall(['list', 'qualities', '--width', '100000']);
    expect(wide.stdout).toBe((await runSmall(['list', 'qualities', '--width', '100'])).stdout);
  });
});

describe('ASCII', () => {
  test.each(screens.map((each) => [each]))('--ascii: %j', async (args) => {
    const { stdout } = await runSmall([...args, '--ascii']);
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
  });

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['LC_ALL=C', { LC_ALL: 'C' }, true],
    ['LC_ALL=C over LANG', { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, true],
    ['LANG=C', { LANG: 'C' }, true],
    ['LC_CTYPE=POSIX', { LC_CTYPE: 'POSIX' }, true],
    ['LANG=en_GB.ISO-8859-1', { LANG: 'en_GB.ISO-8859-1' }, true],
    ['TERM=dumb', { TERM: 'dumb' }, true],
    ['LANG=C.UTF-8', { LANG: 'C.UTF-8' }, false],
    ['LC_ALL=de_DE.utf8 over LANG=C', { LC_ALL: 'de_DE.utf8', LANG: 'C' }, false],
    ['no locale', {}, false],
  ])('with %s', async (_what, env, isAscii) => {
    const { stdout } = await runSmall(SCREEN, { env });
    expect(/^[\n\x20-\x7e]+$/.test(stdout)).toBe(isAscii);
  });

  test.each([
    [['check', 'tests/fixtures/cli-faulty.md']],
    [['ask']],
    [['recommend', '--set', 'trafic=low']],
  ])('in what the program itself adds to %j', async (args) => {
    const { stdout, stderr } = await runSmall(args, { env: { LC_ALL: 'C' } });
    expect(`${stdout}${stderr}`).toMatch(/^[\n\x20-\x7e]+$/);
  });
});
