import { describe, expect, test } from 'vitest';
import { run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const DOCUMENT = `# Our stores

## SQL (relational database)

A store of rows.

- Disadvantages
  - Write scalability: all writes meet at one primary (contested)
- Advantages
  - Consistency: whoever reads sees what was last committed, and never anything older than that (strong)
  - it is made of wood
- Use when
  - records are related \`data: relational\` (strong)
  - we like it
- Ruled out when
  - nobody may wait \`geo: near-writes & writes: over-50000\`
- Types
  - Open: PostgreSQL, MariaDB
- Mitigations
  - Write scalability: archive

## Order service

- Availability: the receiver may be down

## Kinds of queue

- Quick one
  - Advantages
    - Latency: low
- Slow one
  - Advantages
    - Simplicity: high
`;

function folder(): Promise<string> {
  return folderWith({ 'stores.md': DOCUMENT });
}

describe('check --explain', () => {
  test('shows line by line what a document was taken for, in its order', async () => {
    const place = await folder();
    const { code, stdout, stderr } = await run(['check', '--explain', `${place}/stores.md`], {
      columns: 80,
    });
    expect(code).toBe(0);
    expect(stdout.replaceAll(`${place}/`, '')).toMatchInlineSnapshot(`
      "stores.md

      SQL (relational database) · sql · line 3 · no decision: the only alternative of
      \`database\`
          8  −           Write scalability: all writes meet at one primary (contested)
                         → Write scalability −1
         10  ++          Consistency: whoever reads sees what was last committed, and
                         never anything older than that → Consistency +2
         11  +           it is made of wood → no quality
         13  use when    records are related → data: relational (strong)
         14  use when    we like it → no condition
         16  ruled out   nobody may wait → geo: near-writes & writes: over-50000
        also: summary 1 · types 1 · mitigations 1

      Order service · order-service · line 22 · no decision
         24  +           Availability: the receiver may be down → Availability +1

      Kinds of queue · kinds-of-queue · line 26 · decision between its variants: Kinds
      of queue

        Quick one · quick-one · line 28 · decision: Kinds of queue
           30  +           Latency: low → Performance +1

        Slow one · slow-one · line 31 · decision: Kinds of queue
           33  +           Simplicity: high → Simplicity +1

      5 patterns with 6 claims and 2 conditions in 1 document
      "
    `);
    expect(stderr).toMatch(/^0 errors, \d warnings in 1 document: arch-advisor check --knowledge /);
  });

  test('gives a pipe each statement in one line, however wide', async () => {
    const { stdout } = await run(['check', '--explain', await folder()]);
    const lines = stdout.split('\n');
    expect(lines).toContain(
      '   10  ++          Consistency: whoever reads sees what was last committed, and never anything older than that → Consistency +2',
    );
    expect(lines).toContain('   14  use when    we like it → no condition');
  });

  test('keeps to ASCII, and to the width that is asked for in a pipe as well', async () => {
    const { stdout } = await run([
      'check',
      '--explain',
      await folder(),
      '--ascii',
      '--width',
      '60',
    ]);
    expect(stdout).not.toMatch(/[^\n -~]/);
    expect(stdout.split('\n').every((line) => line.length <= 60)).toBe(true);
  });

  test('says the same as JSON, with the decision of each pattern', async () => {
    const place = await folder();
    const { stdout } = await run(['check', '--explain', '--json', place]);
    const { version, documents, ...more } = JSON.parse(stdout);
    expect({ version, more }).toEqual({ version: 1, more: {} });
    const [{ file, patterns, leftOut }] = documents;
    expect(Object.keys(documents[0])).toEqual(['file', 'patterns', 'leftOut']);
    expect(file).toBe(`${place}/stores.md`);
    expect(leftOut).toBeInstanceOf(Array);
    const [sql, order, queue] = patterns;
    expect(sql).toMatchObject({ id: 'sql', aloneIn: 'database', place: { line: 3 } });
    expect(sql.claims[1]).toMatchObject({
      effects: [{ quality: 'consistency', value: 2 }],
      place: { line: 10, column: 3 },
    });
    expect(order).not.toHaveProperty('decision');
    expect(order).not.toHaveProperty('aloneIn');
    expect(queue.variants.map(({ decision }: { decision: string }) => decision)).toEqual([
      'kinds-of-queue',
      'kinds-of-queue',
    ]);
  });

  test('is about the documents that are named, below or on top of others', async () => {
    const place = await folder();
    const added = ['check', '--explain', '--json', '--knowledge', SMALL, '--add-knowledge', place];
    const files = ({ stdout }: { stdout: string }) =>
      JSON.parse(stdout).documents.map(({ file }: { file: string }) => file.split('/').at(-1));
    expect(files(await run(added))).toEqual(expect.arrayContaining(['stores.md', 'storage.md']));
    expect(files(await run(added.toSpliced(3, 2)))).toEqual(['stores.md']);
    expect(files(await run(['check', '--explain', '--json', `${place}/stores.md`]))).toEqual([
      'stores.md',
    ]);
  });

  test('is about what comes with the program where nothing is named', async () => {
    const { code, stdout, stderr } = await run(['check', '--explain']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^SQL \(relational database\) · sql · line \d+ · decision: Database$/m);
    expect(stdout).not.toMatch(/→ no |no decision/);
  });

  test('exits with 1 where something is an error, as check does', async () => {
    const { code, stdout } = await run(['check', '--explain', 'tests/fixtures/cli-faulty.md']);
    expect(code).toBe(1);
    expect(stdout).toContain('Consistancy: one register tells everybody the same → no quality');
  });

  test('names what is broken where YAML keeps everything from being read', async () => {
    const place = await folderWith({ 'stores.md': DOCUMENT, 'decisions.yaml': 'decisions: [' });
    const { code, stdout, stderr } = await run(['check', '--explain', place]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*decisions\.yaml:1:\d+: /);
  });

  test.each(['--audit', '--all'])('does not go with %s', async (flag) => {
    expect((await run(['check', '--explain', flag])).code).toBe(2);
  });
});

describe('show --source', () => {
  test('shows one pattern as check --explain does, with the variants below it', async () => {
    const layer = ['--knowledge', await folder()];
    const whole = (await run(['check', '--explain', ...layer])).stdout;
    const { code, stdout } = await run(['show', 'Kinds of queue', '--source', ...layer]);
    expect(code).toBe(0);
    const part = whole.slice(whole.indexOf('Kinds of queue'), whole.lastIndexOf('\n\n'));
    expect(stdout).toContain(`\n\n${part}\n\n3 patterns with 2 claims and 0 conditions`);
    expect(stdout).not.toContain('Order service');
  });

  test('prints the JSON of a document with one pattern', async () => {
    const { stdout } = await runSmall(['show', 'heap', '--source', '--json']);
    const { version, documents } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(documents).toHaveLength(1);
    expect(documents[0].patterns.map(({ id }: { id: string }) => id)).toEqual(['heap']);
  });

  test('reads what comes with the program, too', async () => {
    const { code, stdout, stderr } = await run(['show', 'saga', '--source']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Saga · saga · line \d+ · decision: Distributed transactions$/m);
  });

  test('does not go with --full', async () => {
    expect((await run(['show', 'saga', '--source', '--full'])).code).toBe(2);
  });
});
