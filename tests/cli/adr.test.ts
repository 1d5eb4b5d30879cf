import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dataIn } from '../../src/records/record-data.ts';
import { recordSchema } from '../../src/records/record-schema.ts';
import { asNobody } from '../support/as-nobody.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { type Around, run } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const execute = promisify(execFile);
const SHOP = ['--profile', 'online-shop'];
const TODAY = /\d{4}-\d{2}-\d{2}/;

/** Runs `adr` on a folder; its path does not appear in what is printed. */
async function adr(folder: string, flags: readonly string[], around: Around = {}) {
  const ran = await run(['adr', ...flags, '--dir', folder], around);
  const short = (text: string) => text.replaceAll(folder, 'FOLDER');
  return { ...ran, stdout: short(ran.stdout), stderr: short(ran.stderr) };
}

function textIn(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function recordIn(text: string) {
  const data = dataIn(text);
  if (data === undefined || !('record' in data)) return expect.fail('no data');
  return data.record;
}

describe('a record', () => {
  test('is written for a decision, with what is needed to decide it again', async () => {
    const folder = join(await folderWith({}), 'docs/decisions');
    const { code, stdout, stderr } = await adr(folder, ['database', ...SHOP]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`Wrote 1 record to FOLDER (MADR)
  0001-database-sql.md (likely over 99%, narrow)

Next, whenever answers or knowledge change
  arch-advisor verify FOLDER
`);
    expect(readdirSync(folder)).toEqual(['0001-database-sql.md']);
    const text = textIn(folder, '0001-database-sql.md');
    expect(text).toMatch(
      /^---\nnumber: 1\ntitle: "Database: SQL"\nstatus: "proposed"\ndate: \d{4}-\d\d-\d\d\n---\n# Database: SQL\n/,
    );
    const record = recordIn(text);
    expect(record).toMatchObject({ decision: 'database', recommended: ['sql'], version: 1 });
    expect(record.answers).toHaveProperty('teams');
    expect(text, 'no folder of this machine').not.toContain(process.cwd());
    expect(recordSchema.safeParse(record).success).toBe(true);
  });

  test('is written for each main decision that applies and has a pick', async () => {
    const folder = await folderWith({});
    const { code, stdout } = await adr(folder, [...SHOP, '--json']);
    const { written, kept, notRecorded, knowledge } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(kept).toEqual([]);
    expect(written.map(({ file }: { file: string }) => file)).toEqual(readdirSync(folder).sort());
    expect(notRecorded).toEqual([{ decision: 'nosql-type', because: 'undecided', between: [] }]);
    expect(knowledge).toHaveProperty('sha256');
    for (const { file, title, decision } of written) {
      const text = textIn(folder, file);
      expect(text).toContain(`\n# ${title}\n`);
      expect(recordIn(text).decision).toBe(decision);
    }
  });

  test('of a pick that fits other picks has no triggers, as its own flips did not decide it', async () => {
    const folder = await folderWith({});
    await adr(folder, ['replication-mode', '--profile', 'ride-hailing']);
    const [file = ''] = readdirSync(folder);
    const text = textIn(folder, file);
    expect(text).toContain('it has to fit');
    expect(recordIn(text).revisit).toEqual([]);
  });

  test('has the status that is asked for', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP, '--status', 'accepted', '--format', 'nygard']);
    expect(textIn(folder, '0001-database-sql.md')).toMatch(
      /^# 1\. Database: SQL\n\nDate: [\d-]+\n\n## Status\n\nAccepted\n\n## Context\n/,
    );
  });

  test('has the answers with their notes, and names the system', async () => {
    const folder = await folderWith({
      'system.yaml':
        'system: Web shop\nscope: checkout\nanswers: {writes: 800}\nnotes: {writes: measured}\n',
    });
    await adr(join(folder, 'adr'), ['database', '--answers', join(folder, 'system.yaml')]);
    const text = textIn(join(folder, 'adr'), '0001-database-sql.md');
    expect(text).toContain('System: Web shop (checkout)');
    expect(text).toContain('  - Note: measured\n');
    expect(recordIn(text)).toMatchObject({
      ...{ system: 'Web shop', scope: 'checkout' },
      notes: { writes: 'measured' },
    });
  });
});

describe('in a folder that has records', () => {
  const OTHERS = {
    '0001-use-java.md':
      '# 1. Use Java\r\n\r\nDate: 2020-01-01\r\n\r\n## Status\r\n\r\nAccepted\r\n',
    '0007-use-rest.md': '# 7. Use REST\n\n## Status\n\nRejected\n',
    'README.md': '# Records\n',
  };

  test('a new one takes the next number and their form, and leaves the others alone', async () => {
    const folder = await folderWith(OTHERS);
    await adr(folder, ['database', ...SHOP]);
    expect(textIn(folder, '0008-database-sql.md')).toMatch(/^# 8\. Database: SQL\n/);
    for (const [file, text] of Object.entries(OTHERS)) expect(textIn(folder, file)).toBe(text);
  });

  test('none is written where one states the same pick', async () => {
    const folder = await folderWith(OTHERS);
    await adr(folder, ['database', ...SHOP]);
    const before = textIn(folder, '0008-database-sql.md');
    const { code, stdout } = await adr(folder, ['database', ...SHOP, '--set', 'teams=one']);
    expect(code).toBe(0);
    expect(stdout).toContain('Already recorded with the same pick');
    expect(textIn(folder, '0008-database-sql.md')).toBe(before);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('--renew writes one all the same', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const { stdout } = await adr(folder, ['database', ...SHOP, '--renew']);
    expect(stdout).toContain(
      '  0002-database-sql.md (likely over 99%, narrow)\n    supersedes 0001-database-sql.md\n',
    );
    expect(textIn(folder, '0001-database-sql.md')).toContain('status: "superseded by ADR-0002"');
  });

  test('one that names no system counts, if it is the only one', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const answers = ['database', '--set', 'data=graph'];
    const { stdout } = await adr(folder, answers);
    expect(stdout).toContain('supersedes 0001-database-sql.md');
    await adr(folder, ['database', ...SHOP, '--system', 'Archive']);
    expect((await adr(folder, [...answers, '--renew'])).stdout).toContain('supersedes 0002-');
  });

  test('one about another system is another record', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    await adr(folder, ['database', ...SHOP, '--system', 'Archive']);
    expect(readdirSync(folder)).toEqual(['0001-database-sql.md', '0002-database-sql.md']);
    expect(textIn(folder, '0001-database-sql.md')).toContain('status: "proposed"');
  });

  test('one whose text or data was edited is not touched', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const path = join(folder, '0001-database-sql.md');
    const edited = textIn(folder, '0001-database-sql.md').replace('"writes": ', '"writes": 9');
    writeFileSync(path, edited);
    await adr(folder, ['database', ...SHOP]);
    expect(textIn(folder, '0001-database-sql.md')).toBe(edited);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('a link is not followed', async () => {
    const elsewhere = await folderWith({});
    await adr(elsewhere, ['database', ...SHOP]);
    const folder = await folderWith({});
    symlinkSync(join(elsewhere, '0001-database-sql.md'), join(folder, '0001-database-sql.md'));
    await adr(folder, ['database', ...SHOP, '--pin', 'database=nosql']);
    expect(textIn(elsewhere, '0001-database-sql.md')).toContain('status: "proposed"');
    expect(readdirSync(folder)).toEqual(['0001-database-sql.md', '0002-database-nosql.md']);
  });
});

describe('a changed pick', () => {
  const NOSQL = ['database', ...SHOP, '--pin', 'database=nosql'];

  test.each(['', '\r'])('supersedes the old record in both places, in MADR%j', async (cr) => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const path = join(folder, '0001-database-sql.md');
    const before = textIn(folder, '0001-database-sql.md').replaceAll('\n', `${cr}\n`);
    writeFileSync(path, before);
    const { stdout } = await adr(folder, NOSQL);
    expect(stdout).toContain(
      '  0002-database-nosql.md (settled)\n    supersedes 0001-database-sql.md\n',
    );
    const [old, added] = ['0001-database-sql.md', '0002-database-nosql.md'].map((file) =>
      textIn(folder, file),
    );
    expect(old).toContain(`status: "superseded by ADR-0002"${cr}\n`);
    expect(old).toContain(`Superseded by [2. Database: NoSQL](0002-database-nosql.md).${cr}\n`);
    expect(added).toContain('supersedes: "ADR-0001"\n');
    expect(added).toContain('Supersedes [1. Database: SQL](0001-database-sql.md)\n');
    expect(withoutMarks(old ?? '')).toBe(withoutMarks(before));
  });

  test('supersedes the old record in both places, in the form of Nygard', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP, '--format', 'nygard']);
    await adr(folder, NOSQL);
    expect(textIn(folder, '0001-database-sql.md')).toContain(
      '## Status\n\nSuperseded by [2. Database: NoSQL](0002-database-nosql.md)\n',
    );
    expect(textIn(folder, '0002-database-nosql.md')).toContain(
      '## Status\n\nProposed\n\nSupersedes [1. Database: SQL](0001-database-sql.md)\n',
    );
  });

  test('supersedes the old record in both places, as log4brains has it', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP, '--format', 'log4brains']);
    await adr(folder, NOSQL);
    expect(textIn(folder, '0001-database-sql.md')).toMatch(
      /^# Database: SQL\n\n- Status: superseded by \[0002-database-nosql\]\(0002-database-nosql\.md\)\n- Date: /,
    );
    expect(textIn(folder, '0002-database-nosql.md')).toMatch(
      /^# Database: NoSQL\n\n- Status: proposed\n- Date: [\d-]+\n\n## Context and Problem Statement\n/,
    );
  });

  test('says which answers have changed since then', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    await adr(folder, ['database', ...SHOP, '--set', 'data=graph', '--set', 'teams=unknown']);
    expect(textIn(folder, '0002-database-nosql.md')).toContain(`
Answers that have changed since then:

- Kind of data: "Related records, joins and reports" → "Relations followed over many hops, or an unknown number"
- Number of teams: "Two or three" → not known
`);
  });

  test('is marked in the old record later, if it could not be marked at once', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const path = join(folder, '0001-database-sql.md');
    const before = textIn(folder, '0001-database-sql.md');
    await adr(folder, NOSQL);
    const marked = textIn(folder, '0001-database-sql.md');
    writeFileSync(path, before);
    await adr(folder, NOSQL);
    expect(textIn(folder, '0001-database-sql.md')).toBe(marked);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('of a record without a number is named by its file', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const text = textIn(folder, '0001-database-sql.md').replace('# Database: SQL\n', '');
    rmSync(join(folder, '0001-database-sql.md'));
    writeFileSync(join(folder, '2025-01-01-a#b\u001b.md'), text);
    await adr(folder, NOSQL);
    const added = textIn(folder, '0001-database-nosql.md');
    expect(added).toContain('supersedes: "2025-01-01-a#b"');
    expect(added).toContain('(2025-01-01-a%23b%1B.md)');
    expect(added).not.toMatch(COMMANDING);
  });

  test('supersedes only the record that still holds', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    await adr(folder, NOSQL);
    const before = textIn(folder, '0001-database-sql.md');
    await adr(folder, ['database', ...SHOP]);
    expect(textIn(folder, '0001-database-sql.md')).toBe(before);
    expect(textIn(folder, '0002-database-nosql.md')).toContain('superseded by ADR-0003');
  });

  test('supersedes the old record anew, if the one that superseded it was rejected', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    await adr(folder, NOSQL);
    const path = join(folder, '0002-database-nosql.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"proposed"', '"rejected"'));
    const again = await adr(folder, ['database', ...SHOP]);
    expect(again.stdout).toContain('Already recorded with the same pick');
    await adr(folder, NOSQL);
    expect(textIn(folder, '0001-database-sql.md')).toContain('superseded by ADR-0003');
    expect(textIn(folder, '0002-database-nosql.md')).toContain('status: "rejected"');
  });

  test('of a record without a status is said, as it cannot be marked', async () => {
    const folder = await folderWith({});
    await adr(folder, ['database', ...SHOP]);
    const path = join(folder, '0001-database-sql.md');
    const bare = textIn(folder, '0001-database-sql.md').replace('status: "proposed"\n', '');
    writeFileSync(path, bare);
    const { stdout } = await adr(folder, NOSQL);
    expect(stdout).toContain('which states no status: mark it as\n    superseded by hand\n');
    expect(textIn(folder, '0001-database-sql.md')).toBe(bare);
  });
});

/** Without the lines that superseding adds or changes. */
function withoutMarks(text: string): string {
  return text
    .replaceAll('\r', '')
    .replace(/^(status|date|superseded-by): .*\n/gm, '')
    .replace(/^Superseded by .*\n\n/m, '');
}

test('--dry-run prints the records and writes nothing, not even the folder', async () => {
  const folder = join(await folderWith({}), 'docs');
  const { code, stdout } = await adr(folder, ['database', 'caching', ...SHOP, '--dry-run']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^==> FOLDER\/0001-database-sql\.md <==\n\n---\nnumber: 1\n/);
  expect(stdout).toContain(
    '\n==> FOLDER/0002-caching-distributed-cache.md <==\n\n---\nnumber: 2\n',
  );
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
});

describe('what cannot be recorded', () => {
  test('is said, with 1 if it was named', async () => {
    const folder = await folderWith({});
    const { code, stdout } = await adr(folder, ['nosql-type', 'database', '--pin', 'database=sql']);
    expect(code).toBe(1);
    expect(stdout).toContain('Not recorded\n  NoSQL type: does not apply to your answers\n');
    expect(readdirSync(folder)).toEqual(['0001-database-sql.md']);
  });

  test.each([
    ['a tie', ['labels', '--set', 'traffic=low'], 'tied between Short labels and Long labels'],
    [
      'what the answers rule out',
      ['storage', '--set', 'loss=nothing', '--pin', 'storage=heap'],
      'no option fits your answers and pins',
    ],
  ])('is %s', async (_, flags, why) => {
    const folder = await folderWith({});
    const { code, stdout } = await adr(folder, [...flags, '--knowledge', SMALL]);
    expect(stdout).toContain(`Not recorded\n  `);
    expect(stdout.replace(/\s+/g, ' ')).toContain(why);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is everything where nothing is answered: 3', async () => {
    const folder = await folderWith({});
    const { sentence, hint } = failureOf(await adr(folder, ['database']), 3);
    expect(sentence).toBe('No question is answered, so there is nothing to record');
    expect(hint).toContain('arch-advisor ask --save system.yaml');
  });
});

describe('--index', () => {
  test('lists the records of all tools as a page', async () => {
    const folder = await folderWith({
      '0002-use-java.md':
        '# 2. Use <b>Java</b> | [x](http://a)\n\nDate: 2020-01-01\n\n## Status\n\nAccepted\n',
      'notes.md': '# Notes\n',
    });
    await adr(folder, ['database', ...SHOP, '--format', 'madr']);
    const { code, stdout } = await adr(folder, ['--index']);
    expect(code).toBe(0);
    expect(stdout.replace(TODAY, 'DAY').replace(TODAY, 'DAY')).toBe(`# Decision records

Written by \`arch-advisor adr --index\`.

| Number | Decision | Status | Date |
| - | - | - | - |
| 2 | [Use \\<b>Java\\</b> \\| \\[x\\](http://a)](0002-use-java.md) | Accepted | DAY |
| 3 | [Database: SQL](0003-database-sql.md) | proposed | DAY |
`);
  });

  test('needs a folder', async () => {
    const folder = join(await folderWith({}), 'nowhere');
    const { sentence } = failureOf(await adr(folder, ['--index']));
    expect(sentence).toBe('There is no folder `FOLDER`');
  });
});

test('files that cannot be read are named, as they may hold a record of the same decision', async () => {
  const folder = await folderWith({});
  await adr(folder, ['database', ...SHOP]);
  await chmod(folder, 0o755);
  await chmod(join(folder, '0001-database-sql.md'), 0o000);
  asNobody();
  const { stdout } = await adr(folder, ['database', ...SHOP, '--dry-run']);
  expect(stdout).toContain('Could not be read, and were not compared\n  0001-database-sql.md\n');
});

test('what a killed run has left unfinished is removed', async () => {
  const folder = await folderWith({ '0001-a.md.123.unfinished': '#', '0001-a.md.20240101': '#' });
  await adr(folder, ['database', ...SHOP]);
  expect(readdirSync(folder)).toEqual(['0001-a.md.20240101', '0001-database-sql.md']);
});

describe('a folder that cannot be used', () => {
  test('is a file', async () => {
    const folder = await folderWith({ log: '' });
    const ran = await run(['adr', 'database', ...SHOP, '--dir', join(folder, 'log')]);
    expect(failureOf(ran).sentence).toBe(`\`${join(folder, 'log')}\` is not a folder`);
  });

  test('is a link that leads nowhere, or to itself', async () => {
    const folder = await folderWith({});
    symlinkSync('nowhere', join(folder, 'lost'));
    symlinkSync('loop', join(folder, 'loop'));
    for (const name of ['lost', 'loop']) {
      const ran = await run(['adr', 'database', ...SHOP, '--dir', join(folder, name)]);
      expect(failureOf(ran).hint).not.toBe('');
    }
  });

  test.each([5_000, 100_000])('is %i folders deep', async (depth) => {
    const folder = await folderWith({});
    const deep = join(folder, 'a/'.repeat(depth));
    const ran = await run(['adr', 'database', ...SHOP, '--dir', deep]);
    expect(failureOf(ran).sentence).toMatch(/^The path of the folder is too long/);
  });

  test('lies below a file', async () => {
    const folder = await folderWith({ log: '' });
    const ran = await run(['adr', 'database', ...SHOP, '--dir', join(folder, 'log/new')]);
    expect(failureOf(ran).sentence).toContain('cannot be made (ENOTDIR)');
  });
});

test('names of any kind stay inside the folder, and text stays text', async () => {
  const around = await folderWith({
    'evil.md': `# ../../Evil <script>alert(1)</script>\n\n## Advantages\n\n- Good <img src=x>\n`,
  });
  const folder = join(around, 'adr');
  mkdirSync(folder);
  const system = '---\n# Heading\n<b>x</b> [a](javascript:b) =1+1 --> \u001b[31m';
  await adr(folder, ['database', ...SHOP, '--system', system]);
  const [file = ''] = readdirSync(folder);
  expect(file).toBe('0001-database-sql.md');
  const text = textIn(folder, file);
  const body = text.slice(0, text.indexOf('<!-- arch-advisor record'));
  expect(body).not.toMatch(/(?<!\\)<b>|^# Heading|\]\(javascript/m);
  expect(text).not.toMatch(COMMANDING);
  const shown = '--- # Heading <b>x</b> [a](javascript:b) =1+1 --> [31m';
  expect(recordIn(text).system).toBe(shown);
});

test('runs at the same time write records with different numbers', async () => {
  const folder = join(await folderWith({}), 'docs/adr');
  const systems = ['Archive', 'Shop', 'Bank', 'Clinic'];
  const runs = systems.map((system) =>
    execute(process.execPath, [
      ...['bin/arch-advisor.js', 'adr', 'database', 'caching', ...SHOP],
      ...['--system', system, '--dir', folder],
    ]),
  );
  await Promise.all(runs);
  const files = readdirSync(folder).sort();
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const owners = files.map((file) => recordIn(textIn(folder, file)).system);
  expect(new Set(owners)).toEqual(new Set(systems));
});

describe('a record as a file of answers', () => {
  async function recordOf(flags: readonly string[]) {
    const folder = await folderWith({});
    await adr(folder, ['database', ...flags]);
    return join(folder, '0001-database-sql.md');
  }

  const picks = async (flags: readonly string[]) => {
    const { stdout } = await run(['recommend', 'caching', ...flags, '--json']);
    const { answers, pins, system, decisions } = JSON.parse(stdout);
    return { answers, pins, system, decisions };
  };

  test('gives its answers, pins and the name of the system', async () => {
    const flags = [...SHOP, '--pin', 'load-balancing=single-server'];
    expect(await picks(['--answers', await recordOf(flags)])).toEqual(await picks(flags));
  });

  test('counts less than what is given besides', async () => {
    const record = await recordOf(SHOP);
    const { answers } = await picks(['--answers', record, '--set', 'teams=one']);
    expect(answers).toMatchObject({ teams: 'one', reads: 'hundred' });
  });

  test('is refused where its data cannot be read', async () => {
    const record = await recordOf(SHOP);
    writeFileSync(
      record,
      readFileSync(record, 'utf8').replace('"cqrs"', '"cqr"').replace('"writes": ', '"writes": 9'),
    );
    const ran = await run(['recommend', '--answers', record]);
    const { sentence, hint } = failureOf(ran);
    expect(sentence).toMatch(
      /0001-database-sql\.md:\d+` cannot be used for answers: its data does not match its checksum$/,
    );
    expect(hint).toBe('restore the record from version control, or name another file');
  });

  test('leaves out what the knowledge no longer asks, and says so', async () => {
    const record = await recordOf(SHOP);
    const { stdout, stderr, code } = await run([
      'recommend',
      '--answers',
      record,
      '--knowledge',
      SMALL,
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^`requests` is no longer asked and its answer is ignored: the knowledge does not have it \(/m,
    );
    expect(stdout).toContain('Storage');
  });
});
