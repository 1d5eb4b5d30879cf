import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { stateFolder } from '../../src/cli/interview/state-folder.ts';
import { failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const PROGRAM = resolve('bin/arch-advisor.js');
const execute = promisify(execFile);

/** Runs a shell command in which `$A` is the built program. */
async function shell(command: string, env: Readonly<Record<string, string>> = {}) {
  const all = { PATH: process.env.PATH ?? '', A: `${process.execPath} ${PROGRAM}`, ...env };
  const ran = await execute('sh', ['-c', command], { env: all }).catch((error) => error);
  return { code: Number(ran.code ?? 0), stdout: String(ran.stdout), stderr: String(ran.stderr) };
}

describe('in a folder that was deleted', () => {
  const inGone = async (command: string) => {
    const folder = await folderWith({
      'a.md': '## A\n\n- Simplicity: one board\n',
      'a.yaml': 'answers: { teams: one }\n',
    });
    return shell(`mkdir ${folder}/gone; cd ${folder}/gone; rmdir ../gone; F=${folder}; ${command}`);
  };

  test.each([
    'recommend database --brief',
    'show saga',
    'list',
    'check',
    'check $F/a.md',
    'list patterns --knowledge $F',
    'recommend database --answers $F/a.yaml',
    'next database',
  ])('what needs no relative path works: %s', async (command) => {
    const { code, stderr } = await inGone(`$A ${command}`);
    expect({ code, stderr: stderr.replace(/^\d+ errors?, .*\n/, '') }).toEqual({
      code: 0,
      stderr: '',
    });
  });

  test.each([
    'check a.md',
    'recommend --knowledge .',
    'recommend --answers a.yaml',
    'merge a.yaml b.yaml',
    'batch a.jsonl',
    'ask database --profile online-shop --set writes=800 --save a.yaml',
  ])('and what needs one says what is wrong: %s', async (command) => {
    const { code, stderr } = await inGone(`$A ${command}`);
    expect([2, 3]).toContain(code);
    expect(stderr).not.toMatch(/bug|uv_cwd|\n {4}at /);
    if (code === 2) expect(stderr).toMatch(/^error: The working folder no longer exists\n/);
  });
});

describe('what is set but empty counts as not set', () => {
  test('for the place of interviews', () => {
    const home = stateFolder({ HOME: '/home/ana' });
    expect(stateFolder({ HOME: '/home/ana', XDG_STATE_HOME: '' })).toBe(home);
    expect(stateFolder({ HOME: '' })).toMatch(/^\//);
  });

  test('for the program itself, whose home is then that of its user', async () => {
    const folder = await folderWith({});
    const { stderr } = await shell(`cd ${folder}; $A ask --resume`, { HOME: '' });
    expect(stderr).toMatch(/^error: /);
    expect(existsSync(join(folder, '.local'))).toBe(false);
  });

  test('for colours, also as Node reads the environment', async () => {
    const pipe = await shell('$A show saga', { FORCE_COLOR: '' });
    expect(pipe.stdout).not.toContain('\u001b[');
    const seen: (object | undefined)[] = [];
    const around = { columns: 80, depth: 8, env: { NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm' } };
    const ran = await runSmall(['show', 'vault'], {
      ...around,
      onColours: (env) => seen.push(env),
    });
    expect(ran.stdout).toContain('\u001b[');
    expect(seen).toContainEqual({ TERM: 'xterm' });
  });
});

describe('an option with one value that is given twice', () => {
  test.each([
    [
      ['recommend', '-p', 'town-hall', '--profile=post-office'],
      '--profile',
      'town-hall',
      'post-office',
    ],
    [['recommend', '--system', 'a', '--system', 'b'], '--system', 'a', 'b'],
    [['merge', 'a', 'b', '--save', 'c', '--save', 'd'], '--save', 'c', 'd'],
    [['explain', '--over', 'a', '--over', 'b'], '--over', 'a', 'b'],
    [['list', '--width', '80', '--width', '90'], '--width', '80', '90'],
  ])('is refused, as one of them would be ignored: %j', async (argv, option, first, second) => {
    const { sentence, hint } = failureOf(await run(argv));
    expect(sentence).toBe(`\`${option}\` is given twice, with \`${first}\` and with \`${second}\``);
    expect(hint).toBe('keep one of them');
  });

  test('is taken where both say the same', async () => {
    const argv = [
      'recommend',
      '--profile',
      'town-hall',
      '-p',
      'town-hall',
      '--width',
      '80',
      '--width',
      '80',
    ];
    expect((await runSmall(argv)).code).toBe(0);
  });
});

test('fifty thousand flags take no more than their sum', async () => {
  const flags = Array.from({ length: 50_000 }, () => ['--set', 'loss=some']).flat();
  const { code, stdout } = await runSmall(['recommend', '--json', ...flags]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).answers).toEqual({ loss: 'some' });
});

describe('--save', () => {
  test.each([
    ['ask', '-'],
    ['ask', ''],
    ['merge', '-'],
    ['merge', ''],
  ])('of %s refuses %j before anything is read', async (command, path) => {
    const files = command === 'merge' ? ['nosuch-1.yaml', 'nosuch-2.yaml'] : [];
    const { sentence, hint } = failureOf(await run([command, ...files, '--save', path]));
    expect(sentence).toContain('`');
    expect(hint).toMatch(path === '' ? /^it names no file/ : /^answers go to a file/);
  });

  test('names a file as a shell takes it, whatever is in its name', async () => {
    const folder = await folderWith({
      'a.yaml': 'answers: { loss: some }\n',
      'b.yaml': 'answers: { traffic: low }\n',
    });
    const name = `${folder}/two\nlines 'and' \u200b more.yaml`;
    const files = [join(folder, 'a.yaml'), join(folder, 'b.yaml')];
    const { code, stderr } = await runSmall(['merge', ...files, '--save', name]);
    expect(code).toBe(0);
    const [, command = ''] = /is open, run arch-advisor ask --answers (.*)/.exec(stderr) ?? [];
    const printed = await execute('bash', ['-c', `printf %s ${command}`]);
    expect(printed.stdout).toBe(name);
    expect(await readFile(name, 'utf8')).toContain('loss: some');
    expect(stderr.split('\n')[0]).toContain('two\\nlines');
  });
});

describe.skipIf(process.platform !== 'linux')('where standard error is full', () => {
  test.each(['show vault', 'check', 'list'])(
    'nothing is lost by %s, which has nothing to say there',
    async (command) => {
      const { code, stdout } = await shell(`$A ${command} -k ${resolve(SMALL)} 2>/dev/full`);
      const remarks = command === 'check';
      expect({ code, hasText: stdout !== '' }).toEqual({
        code: remarks ? 2 : 0,
        hasText: !remarks,
      });
    },
  );

  test('it is said where a result is', async () => {
    const { code, stderr } = await shell('$A show saga >/dev/full');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^error: Cannot write to standard output \(ENOSPC\)\n/),
    });
  });
});
