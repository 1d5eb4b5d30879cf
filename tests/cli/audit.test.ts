import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { keys, openTerminal } from '../support/terminal.ts';

const QUALITIES = `qualities:
  - id: simplicity
    name: Simplicity
    definition: How little there is to know.
    scale: { worst: much, neutral: some, best: little }
    weight: 1
  - id: speed
    name: Speed
    definition: How quick it is.
    scale: { worst: slow, neutral: middling, best: quick }
`;

const QUESTIONS = `groups: [{ id: all, name: All }]
questions:
  - id: load
    group: all
    ask: How much load?
    help: Count it.
    raises: [speed]
    choices:
      - { id: low, label: Little }
      - { id: high, label: Much, weights: { speed: 3 } }
  - id: colour
    group: all
    ask: Which colour?
    help: Look at it.
    choices: [{ id: red, label: Red }, { id: blue, label: Blue }]
`;

const DECISIONS = `version: '1'
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [simplicity, speed]
    alternatives:
      - { id: plain, name: Plain }
      - { id: quick, name: Quick }
      - { id: worse, name: Worse }
`;

const PATTERNS = `## Plain

- Advantages
  - Simplicity: little to know (judgement)

## Quick

- Advantages
  - Speed: no waiting (judgement)

## Worse

- Disadvantages
  - Simplicity: much to know
`;

function faulty(decisions = DECISIONS): Promise<string> {
  return folderWith({
    'qualities.yaml': QUALITIES,
    'questions.yaml': QUESTIONS,
    'decisions.yaml': decisions,
    'patterns.md': PATTERNS,
  });
}

const report = z.object({
  errors: z.int(),
  diagnostics: z.array(z.object({ rule: z.string(), subject: z.string(), line: z.int().min(1) })),
  audit: z.object({
    alternatives: z.int(),
    monotonePairs: z.int(),
    waived: z.array(z.object({ rule: z.string(), because: z.string() })),
  }),
});

describe('check --audit', () => {
  test('exits with 1 where it finds something, each with its place and what to do', async () => {
    const { code, stdout, stderr } = await run(['check', '--audit', '--knowledge', await faulty()]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /decisions\.yaml:10:9 error Worse is never picked alone: .*\(never-wins\)\n {2}hint: /,
    );
    expect(stdout).toMatch(/questions\.yaml:11:5 error No condition .*`colour`.*\(dead-question\)/);
    expect(stdout).toMatch(/patterns\.md:14:3 error Neither a source .*\(no-source\)/);
    expect(stderr).toMatch(/; audit: 3 findings, 0 waived\n$/);
  });

  test('gives programs its findings and figures', async () => {
    const { code, stdout } = await run([
      ...['check', '--audit', '--json', '--knowledge', await faulty()],
    ]);
    const { errors, diagnostics, audit } = report.parse(JSON.parse(stdout));
    expect({ code, errors }).toEqual({ code: 1, errors: 3 });
    expect(diagnostics.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'never-wins store/worse',
      'dead-question colour',
      'no-source worse/14',
    ]);
    expect(audit).toMatchObject({ alternatives: 3, monotonePairs: 1, waived: [] });
  });

  test('lists what is waived and why', async () => {
    const folder = await faulty(
      `${DECISIONS}waivers: [{ rule: dead-question, subject: colour, because: It is asked for the record. }]\n`,
    );
    const { stdout, stderr } = await run(['check', '--audit', '--knowledge', folder]);
    expect(stdout).toContain('Waived\n  colour (dead-question): It is asked for the record.\n');
    expect(stderr).toMatch(/; audit: 2 findings, 1 waived\n$/);
  });

  test('runs only where it is asked for', async () => {
    const { stdout, stderr } = await run(['check', '--json', '--knowledge', await faulty()]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).not.toHaveProperty('audit');
  });

  test('reports of one document only what is wrong in it', async () => {
    const folder = await faulty();
    const { stdout, stderr } = await run(['check', '--audit', `${folder}/patterns.md`]);
    expect(stdout).not.toContain('questions.yaml');
    expect(stderr).toMatch(/ in 1 document; audit: 1 finding, 0 waived\n$/);
  });

  test('gives the terminal back when it is interrupted', async () => {
    const home = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
    const terminal = openTerminal(['check', '--audit'], home);
    await terminal.waitFor('what applies');
    terminal.type(keys.interrupt);
    const { output, exitCode } = await terminal.exit;
    expect(exitCode).toBe(130);
    expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
    expect(output).toContain('Interrupted');
  });

  test('shows in a terminal how far it has come, and leaves nothing of that behind', async () => {
    const home = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
    const terminal = openTerminal(['check', '--audit', '--knowledge', await faulty()], home);
    const { output, exitCode } = await terminal.exit;
    expect(exitCode).toBe(1);
    expect(output).toMatch(/[#.]{10,} \d+% /);
    expect(output).toContain('\u001b[?25h');
    expect(output).toMatch(/audit: 3 findings, 0 waived/);
  });
});
