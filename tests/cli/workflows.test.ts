import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { folderWith } from '../support/temporary-folder.ts';

const execute = promisify(execFile);
const PROGRAM = resolve('bin/arch-advisor.js');

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
});
const job = z.object({ permissions: permissions.optional(), steps: z.array(step) });
const workflow = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  jobs: z.record(z.string(), job),
});

const FILES = ['verify-on-pull-request.yml', 'verify-monthly.yml'] as const;

async function workflowIn(file: string) {
  return workflow.parse(parse(await readFile(`docs/workflows/${file}`, 'utf8')));
}

async function stepsOf(file: string, name: string) {
  const { jobs } = await workflowIn(file);
  return jobs[name]?.steps ?? [];
}

describe.each(FILES)('%s', (file) => {
  test('pins actions to a major version, and puts no expression into a shell', async () => {
    const steps = Object.values((await workflowIn(file)).jobs).flatMap((each) => each.steps);
    for (const { uses = 'a/b@v1', run = '' } of steps) {
      expect(uses).toMatch(/^[\w-]+(\/[\w-]+)+@v\d+$/);
      expect(run).not.toContain('${{');
    }
    expect(steps.filter(({ run }) => run?.includes('arch-advisor verify')).length).toBeGreaterThan(
      0,
    );
  });
});

test('only what is needed may be written', async () => {
  const [pullRequest, monthly] = await Promise.all(FILES.map(workflowIn));
  expect(pullRequest?.permissions).toEqual({ contents: 'read' });
  expect(monthly?.permissions).toEqual({ contents: 'read', issues: 'write' });
  expect(Object.values(monthly?.jobs ?? {}).map((each) => each.permissions)).toEqual([undefined]);
});

/** Notes each call and the text that it posts; an issue is open if `ISSUE` is its number. */
const GH = `#!/bin/bash
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  'issue list'*) echo "$ISSUE" ;;
  *--body-file*) cp issue.md "$POSTED" ;;
esac
`;

/** A project with a record, answers of today, and stand-ins for what talks to other machines. */
async function project(answers: string) {
  const folder = await folderWith({
    'package.json': '{}\n',
    'system.yaml': answers,
    'tools/gh': GH,
    'tools/npm': '#!/bin/sh\n',
    'node_modules/.bin/arch-advisor': `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`,
  });
  const scripts = ['tools/gh', 'tools/npm', 'node_modules/.bin/arch-advisor'];
  await Promise.all(scripts.map((script) => chmod(join(folder, script), 0o755)));
  await mkdir(join(folder, 'state'));
  const record = ['adr', 'system-style', '--profile', 'online-shop', '--status', 'accepted'];
  await execute(process.execPath, [PROGRAM, ...record], { cwd: folder });
  return folder;
}

/** Runs a step as GitHub does, and hands back what it printed and the exit code. */
async function runStep(script: string, folder: string, issue = '') {
  const env = {
    PATH: `${join(folder, 'tools')}:${process.env.PATH ?? ''}`,
    HOME: folder,
    npm_config_update_notifier: 'false',
    npm_config_offline: 'true',
    GITHUB_OUTPUT: join(folder, 'state/output'),
    CALLS: join(folder, 'state/calls'),
    POSTED: join(folder, 'state/posted'),
    ISSUE: issue,
  };
  const file = join(folder, 'state/step.sh');
  await writeFile(file, script);
  try {
    const { stdout } = await execute('bash', ['-e', file], { cwd: folder, env });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = z.object({ code: z.number(), stdout: z.string() }).parse(error);
    return { code, stdout };
  }
}

/** The steps with a script, one after the other, up to one that fails; the last one if there is something to report. */
async function runMonthly(folder: string, issue = '') {
  const steps = await stepsOf('verify-monthly.yml', 'verify');
  const read = (name: string) => readFile(join(folder, 'state', name), 'utf8').catch(() => '');
  let code = 0;
  for (const { run, if: condition } of steps) {
    const isWanted = condition === undefined || (await read('output')).includes('code=1');
    if (code > 0 || run === undefined || !isWanted) continue;
    ({ code } = await runStep(run, folder, issue));
  }
  const [calls, posted] = [await read('calls'), await read('posted')];
  return { code, calls: calls.split('\n').slice(0, -1), posted };
}

const SAME = 'answers: {}\n';
const MANY_TEAMS = 'answers:\n  teams: many\n';

describe('on a pull request', () => {
  test('an unchanged record passes, and one that comes out differently fails at its line', async () => {
    const steps = await stepsOf('verify-on-pull-request.yml', 'verify');
    const script = steps.find(({ name }) => name === 'Verify')?.run ?? '';
    expect(await runStep(script, await project(SAME))).toEqual({ code: 0, stdout: '' });
    const { code, stdout } = await runStep(script, await project(MANY_TEAMS));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=docs\/decisions\/0001-[\w-]+\.md,line=\d+,title=.*\n$/);
  });

  test('findings are uploaded as SARIF, and nothing is if nothing could be verified', async () => {
    const steps = await stepsOf('verify-on-pull-request.yml', 'code-scanning');
    const script = steps.find(({ name }) => name === 'Verify')?.run ?? '';
    const folder = await project(MANY_TEAMS);
    expect(await runStep(script, folder)).toEqual({ code: 0, stdout: '' });
    const { runs } = JSON.parse(await readFile(join(folder, 'verify.sarif'), 'utf8'));
    expect(runs[0].results).toMatchObject([{ ruleId: 'pick-changed', level: 'error' }]);
    expect((await runStep(script, await project('no: answers\n'))).code).toBe(1);
  });
});

describe('monthly', () => {
  test('opens an issue that holds the findings as text', async () => {
    const { code, calls, posted } = await runMonthly(await project(MANY_TEAMS));
    expect(code).toBe(0);
    expect(calls).toEqual([
      expect.stringMatching(/^label create decision-records --force /),
      expect.stringMatching(/^issue list --label decision-records --state open /),
      expect.stringMatching(
        /^issue create --title .* --label decision-records --body-file issue\.md$/,
      ),
    ]);
    const [, , ...lines] = posted.trimEnd().split('\n');
    expect(lines.join('\n')).toContain('"Two or three" → "More than eight"');
    expect(lines.filter((line) => !line.startsWith('    '))).toEqual([]);
  });

  test('updates the issue that is open already', async () => {
    const { calls } = await runMonthly(await project(MANY_TEAMS), '17');
    expect(calls.at(-1)).toBe('issue edit 17 --body-file issue.md');
    expect(calls.filter((call) => call.startsWith('issue create'))).toEqual([]);
  });

  test('opens none if every record is unchanged, and fails if nothing could be verified', async () => {
    expect(await runMonthly(await project(SAME))).toEqual({ code: 0, calls: [], posted: '' });
    const broken = await runMonthly(await project('no: answers\n'));
    expect(broken).toEqual({ code: 1, calls: [], posted: '' });
  });
});
