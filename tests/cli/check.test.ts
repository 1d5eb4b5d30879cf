import { readdirSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { run } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** The documents that come with the program. */
const BUILT_IN = readdirSync('knowledge/patterns').length;
const FAULTY = 'tests/fixtures/cli-faulty.md';
/** One warning and no more; decisions that come with the program name its pattern. */
const WARNING = '## SQL\n\n- Advantages\n  - it is made of wood\n  - Simplicity: one board\n';

const report = z.strictObject({
  version: z.literal(1),
  documents: z.int(),
  errors: z.int(),
  warnings: z.int(),
  diagnostics: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      hint: z.string().optional(),
      file: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
    }),
  ),
});

async function withWarning(): Promise<string> {
  return `${await folderWith({ 'shelf.md': WARNING })}/shelf.md`;
}

describe('check', () => {
  test('finds nothing wrong in what comes with the program', async () => {
    expect(await run(['check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: `0 errors, 0 warnings in ${BUILT_IN} documents\n`,
    });
  });

  test('exits with 0 where there are only warnings', async () => {
    const { code, stdout, stderr } = await run(['check', await withWarning()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '0 errors, 1 warning in 1 document\n' });
    expect(stdout).toMatch(/shelf\.md:4:3 warning .*\(claim-without-quality\)\n {2}hint: /);
  });

  test('exits with 1 where there are errors, with a line for each on standard output', async () => {
    const { code, stdout, stderr } = await run(['check', FAULTY]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '3 errors, 2 warnings in 1 document\n' });
    const places = stdout.match(/^\S+:\d+:\d+ (error|warning)(?= )/gm);
    expect(places).toEqual([
      `${FAULTY}:1:1 warning`,
      `${FAULTY}:4:3 error`,
      `${FAULTY}:5:3 warning`,
      `${FAULTY}:7:23 error`,
      `${FAULTY}:8:1 error`,
    ]);
  });

  test('says what was probably meant', async () => {
    const { stdout } = await run(['check', '--knowledge', SMALL, FAULTY]);
    for (const meant of ['Consistency', 'letters', 'Avoid when']) {
      expect(stdout).toContain(`did you mean \`${meant}\`?`);
    }
  });

  test('counts as JSON exactly what it lists', async () => {
    const { code, stdout, stderr } = await run(['check', '--json', FAULTY]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { documents, errors, warnings, diagnostics } = report.parse(JSON.parse(stdout));
    expect({ documents, errors, warnings }).toEqual({ documents: 1, errors: 3, warnings: 2 });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(errors);
    expect(diagnostics).toHaveLength(errors + warnings);
  });

  test('groups by file in a terminal, and ends with the count', async () => {
    const { code, stdout, stderr } = await run(['check', FAULTY], { columns: 80 });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.startsWith(`${FAULTY}\n  1:1 `)).toBe(true);
    expect(stdout.endsWith('\n\n3 errors, 2 warnings in 1 document\n')).toBe(true);
  });

  test('checks a folder, several documents, and one given as --knowledge alike', async () => {
    const folder = await folderWith({ 'shelf.md': WARNING });
    const byFolder = await run(['check', folder]);
    expect(await run(['check', `${folder}/shelf.md`])).toEqual(byFolder);
    expect(await run(['check', '--knowledge', folder])).toEqual(byFolder);
    expect((await run(['check', folder, FAULTY])).stderr).toContain('in 2 documents');
  });
});

/** Documents that each have one error and six warnings; all but the first describe what is described already. */
const MESSY = 12;
const MESS = `## SQL

- Advantages
  - Simplicity: one board
  - it is made of oak
  - it is made of beech and of whatever else was at hand on the day when somebody built it
  - it is made of ash
  - it is made of elm
  - it is made of pine
- Use when
  - nothing else is there
  - there is room \`stalenes: never\`
`;

async function messyFolder(): Promise<string> {
  const names = Array.from({ length: MESSY }, (_, index) => `p${10 + index}.md`);
  return folderWith(Object.fromEntries(names.map((name) => [name, MESS])));
}

/** A screen without the path of the folder. */
async function messyScreen(flags: readonly string[], columns = 200): Promise<string> {
  const folder = await messyFolder();
  const { code, stdout, stderr } = await run(['check', folder, ...flags], { columns });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout.replaceAll(`${folder}/`, '');
}

describe('many diagnostics', () => {
  const WARNINGS = 6 * MESSY;
  const ERRORS = 2 * MESSY - 1;

  test('are grouped in a terminal: errors first, of each kind the first three, one hint, and an overview', async () => {
    expect(await messyScreen([], 120)).toMatchInlineSnapshot(`
      "unknown-question  12 errors
        p10.md:12:20  Unknown question \`stalenes\` in a condition
        p11.md:12:20  Unknown question \`stalenes\` in a condition
        p12.md:12:20  Unknown question \`stalenes\` in a condition
        ↳ did you mean \`staleness\`?
        … and 9 more: --all

      duplicate-id  11 errors
        p11.md:1:1  Pattern \`sql\` is already defined at
                                             p10.md:1
        p12.md:1:1  Pattern \`sql\` is already defined at
                                             p10.md:1
        p13.md:1:1  Pattern \`sql\` is already defined at
                                             p10.md:1
        ↳ rename one of them, or merge them
        … and 8 more: --all

      claim-without-quality  60 warnings
        p10.md:5:3  Claim without a quality: "it is made of oak"
        p10.md:6:3  Claim without a quality: "it is made of beech and of…
        p10.md:7:3  Claim without a quality: "it is made of ash"
        ↳ start it with a quality: \`Performance: text\`; until then, it is shown but does not score
        … and 57 more: --all

      evidence-without-condition  12 warnings
        p10.md:11:3  No condition says when this applies: "nothing else is there"
        p11.md:11:3  No condition says when this applies: "nothing else is there"
        p12.md:11:3  No condition says when this applies: "nothing else is there"
        ↳ end it with a condition: \`question: choice\`; until then, it is shown but does not count
        … and 9 more: --all

        12  unknown-question (errors)
        11  duplicate-id (errors)
        60  claim-without-quality
        12  evidence-without-condition

      23 errors, 72 warnings in 12 documents (83 not shown: --all)
      "
    `);
  });

  test('are all listed in a terminal with --all, each hint once', async () => {
    const screen = await messyScreen(['--all']);
    expect(screen.match(/^ {2}p\d+\.md:\d+:\d+ /gm)).toHaveLength(WARNINGS + ERRORS);
    const text = screen.replace(/\s+/g, ' ');
    expect(text.match(/start it with a quality/g)).toHaveLength(1);
    expect(
      text.match(/of whatever else was at hand on the day when somebody built it/g),
    ).toHaveLength(MESSY);
    expect(screen).not.toMatch(/--all|…/);
    expect(screen).toMatch(/\n\n23 errors, 72 warnings in 12 documents\n$/);
  });

  test('are all there as JSON and in a pipe, in the order of the documents', async () => {
    const folder = await messyFolder();
    const { diagnostics } = report.parse(
      JSON.parse((await run(['check', folder, '--json'], { columns: 80 })).stdout),
    );
    expect(diagnostics).toHaveLength(WARNINGS + ERRORS);
    const piped = await run(['check', folder]);
    const lines = piped.stdout.match(/^\S+:\d+:\d+ (error|warning) .*$/gm);
    expect(lines).toEqual(
      diagnostics.map(
        ({ file, line, column, severity, message, rule }) =>
          `${file}:${line}:${column} ${severity} ${message} (${rule})`,
      ),
    );
    expect(piped.stderr).toBe('23 errors, 72 warnings in 12 documents\n');
  });

  test.each([40, 60, 80, 200])(
    'fit a terminal of %i columns, with and without --all',
    async (width) => {
      const folder = await folderWith({
        ...{ 'a-rather-deep/folder/of/documents/p.md': MESS.replaceAll('oak', '漢字'.repeat(60)) },
        ...{ 'q.md': MESS, 'r.md': MESS.replaceAll('oak', 'x'.repeat(300)) },
      });
      for (const flags of [[], ['--all']]) {
        const { stdout } = await run(['check', folder, ...flags], { columns: width });
        expect(stdout.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
      }
    },
  );

  test('show one more rather than a line that says so', async () => {
    const four = '- it is\n'.repeat(4);
    const five = `- Use when\n${'  - it is\n'.repeat(5)}`;
    const folder = await folderWith({
      'a.md': `## SQL\n\n${four}${five}- Types [^x]\n- Examples [^y]\n`,
    });
    const { stdout } = await run(['check', folder], { columns: 200 });
    expect(stdout.match(/Claim without a quality/g)).toHaveLength(4);
    expect(stdout.match(/No condition says/g)).toHaveLength(3);
    expect(stdout).toContain('… and 2 more: --all\n');
  });
});

test('up to ten diagnostics stand in the order of the document in a terminal, a hint once for its kind', async () => {
  const text = `## SQL\n\n${'- it is\n'.repeat(9)}- Latency: low [^x]\n`;
  const folder = await folderWith({ 'a.md': text });
  const { stdout } = await run(['check', folder], { columns: 200 });
  expect(stdout.match(/^ {2}(\d+):\d+ /gm)).toHaveLength(10);
  expect(stdout.match(/start it with a quality/g)).toHaveLength(1);
});

describe('a pattern that no decision weighs', () => {
  const TWO = '## Order service\n\n- Simplicity: one\n\n## Yes: no\n\n- Simplicity: two\n';
  const BLOCK = ['- id: order-service', '  name: Order service'];

  test('comes with the lines that put it into one, ready to be copied', async () => {
    const folder = await folderWith({ 'a.md': TWO });
    const screen = (await run(['check', folder], { columns: 100 })).stdout;
    expect(screen).toContain(`\n${BLOCK.map((line) => `${' '.repeat(18)}${line}\n`).join('')}`);
    expect(screen).toContain('name: "Yes: no"');
    expect(screen.match(/add it to the alternatives/g)).toHaveLength(1);
    const piped = (await run(['check', folder])).stdout;
    expect(piped).toContain(
      `  hint: add it to the alternatives of a decision in decisions.yaml:\n${BLOCK.map((line) => `    ${line}\n`).join('')}`,
    );
    const { diagnostics } = report.parse(
      JSON.parse((await run(['check', folder, '--json'])).stdout),
    );
    expect(diagnostics[0]?.hint).toMatch(new RegExp(`:\n${BLOCK.join('\n')}$`));
  });

  test('is one of many whose lines stand together', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `## S${index}\n\n- Simplicity: one\n`);
    const folder = await folderWith({ 'a.md': many.join('\n') });
    const { stdout } = await run(['check', folder, '--all'], { columns: 100 });
    const entries = many.map((_, index) => `    - id: s${index}\n      name: S${index}\n`);
    expect(stdout).toContain(`decisions.yaml:\n${entries.join('')}\n`);
  });
});

describe('diagnostics beside advice', () => {
  test('are counted on standard error, with the command that lists them, and stop nothing', async () => {
    const folder = await folderWith({ 'shelf.md': WARNING });
    const { code, stdout, stderr } = await run(['show', 'sql', '--knowledge', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('one board');
    const remark = `0 errors, 1 warning in 1 document: arch-advisor check --knowledge ${folder}\n`;
    expect(stderr).toBe(remark);
  });

  test('leave standard output valid JSON', async () => {
    const { code, stdout, stderr } = await run(['recommend', '--json', '--add-knowledge', FAULTY]);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain(` in ${BUILT_IN + 1} documents: arch-advisor check `);
  });
});
