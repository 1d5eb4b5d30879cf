import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERIFY_FORMATS } from '../../src/cli/options.ts';
import type { Cause, Verification } from '../../src/model/verification.ts';
import { verifyFormats } from '../../src/report/verify/formats.ts';
import { changedSmall, knowledgeAt } from '../support/changed-small.ts';
import { failureOf } from '../support/cli-failure.ts';
import { type Ran, run, runSmall } from '../support/cli-run.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';
import { type Recorded, recordText, TOWN_HALL } from '../support/records.ts';
import { folderWith } from '../support/temporary-folder.ts';

const FILE = '0001-storage.md';
const HEAP = ['--set', 'traffic=huge', '--set', 'contents=letters'];

/** A record on the town hall, made with the small knowledge. */
async function record(more: Partial<Recorded> = {}): Promise<string> {
  return recordText(await smallKnowledge(), { decision: 'storage', answers: TOWN_HALL, ...more });
}

async function folderOf(text: string): Promise<string> {
  return folderWith({ [FILE]: text });
}

/** What a run prints, without the names of temporary folders and numbers of lines, and with each command in one line. */
function printed({ code, stdout, stderr }: Ran, folder: string): string {
  expect(stderr).toBe('');
  const text = stdout
    .replaceAll(' \\\n    ', ' ')
    .replaceAll(folder, '/adr')
    .replace(/(?<=storage\.md:)\d+$/gm, 'LINE');
  return `${text}exit ${code}`;
}

/** The only record that `--json` prints. */
async function verified(folder: string, args: readonly string[], knowledge?: string) {
  const argv = ['verify', folder, '--json', ...args];
  const { code, stdout } =
    knowledge === undefined ? await runSmall(argv) : await run([...argv, '-k', knowledge]);
  const { records, ...rest }: Verification = JSON.parse(stdout);
  const [only, ...others] = records;
  expect(others).toEqual([]);
  if (only === undefined) throw new Error(`no record in ${stdout}`);
  return { code, ...only, rest };
}

function kindsOf(causes: readonly Cause[]): string[] {
  return causes.map(({ kind }) => kind);
}

describe('a record that comes to the same', () => {
  test('is one line, and the exit code is 0', async () => {
    const folder = await folderOf(await record());
    expect(printed(await runSmall(['verify', folder]), folder)).toMatchInlineSnapshot(`
      "1 record: 1 unchanged
      Knowledge 7.1.0 (8e9ea4f)

      Unchanged: 0001-storage.md
      exit 0"
    `);
  });

  test.each(['madr', 'nygard'] as const)(
    'in the form of %s, with line ends of Windows, too',
    async (format) => {
      const folder = await folderOf((await record({ format })).replaceAll('\n', '\r\n'));
      expect(await verified(folder, [])).toMatchObject({
        code: 0,
        outcome: 'unchanged',
        causes: [],
      });
    },
  );

  test('does so although questions, choices, decisions and alternatives have other ids since', async () => {
    const old = await changedSmall({
      'questions.yaml': [
        ['id: staleness', 'id: freshness'],
        ['id: never,', 'id: fresh,'],
      ],
      'decisions.yaml': [
        ['id: storage', 'id: place'],
        ['storage: heap', 'place: heap'],
        ['id: cabinet', 'id: chest'],
      ],
    });
    const answers = TOWN_HALL.replace('staleness: never', 'freshness: fresh');
    const text = recordText(await knowledgeAt(old), { decision: 'place', answers });
    const renamed = await folderWith({
      'questions.yaml': `groups: []
questions: []
renamed:
  - { question: freshness, to: staleness }
  - { question: staleness, choice: fresh, to: never }
  - { decision: place, to: storage }
  - { decision: storage, alternative: chest, to: cabinet }
`,
    });
    const folder = await folderOf(text);
    const ran = await verified(folder, ['--add-knowledge', renamed]);
    expect(ran).toMatchObject({ code: 0, decision: 'storage', outcome: 'unchanged', causes: [] });
    expect(ran.before?.recommended).toEqual(['cabinet']);
  });
});

describe('a record of which the pick changed', () => {
  test('by answers names them, the triggers that have come true, and what to do', async () => {
    const folder = await folderOf(await record());
    expect(printed(await runSmall(['verify', folder, ...HEAP]), folder)).toMatchInlineSnapshot(`
      "1 record: 1 pick changed
      Knowledge 7.1.0 (8e9ea4f)

      Storage: Cabinet                                          pick changed
        /adr/0001-storage.md:LINE
        Then       Cabinet (settled, firm)
        Now        Heap (toss-up 50%, narrow)
        Answers    How many requests come in per second? 40 requests per second →
                   "1,000 or more"
                   What is kept? "Orders and invoices" → "Letters"
        Trigger    How many requests come in per second? "1,000 or more requests per
                   second" and What is kept? also "Letters" have come true; the record
                   expected Heap then
                   How many requests come in per second? "1,000 or more requests per
                   second" and What is kept? "Letters" instead of "Orders and
                   invoices" have come true; the record expected Heap then
        Next       If the facts are right, write a record that supersedes this one:
          arch-advisor adr storage --dir /adr --knowledge tests/fixtures/cli --answers /adr/0001-storage.md --set traffic=huge --set contents=letters
      exit 1"
    `);
  });

  test('by knowledge names the points with the sentences of then and now', async () => {
    const knowledge = await changedSmall({
      'patterns/storage.md': [
        ['Consistency: two readers seldom', 'Performance: two readers seldom'],
        ['Performance: throwing a sheet takes no time', 'Consistency: sheets stay where they fall'],
        ['`contents: letters | photos & traffic: high | huge`', '`contents: orders`'],
      ],
    });
    const folder = await folderOf(await record());
    const ran = await run(['verify', folder, '-k', knowledge]);
    expect(printed(ran, folder).replaceAll(knowledge, '/knowledge')).toMatchInlineSnapshot(`
      "1 record: 1 pick changed
      Knowledge 7.1.0 (87debf0)

      Storage: Cabinet                                          pick changed
        /adr/0001-storage.md:LINE
        Then       Cabinet (settled, firm), knowledge 7.1.0 (8e9ea4f)
        Now        Heap (toss-up 50%, narrow), knowledge 7.1.0 (87debf0)
        Points     Heap, consistency: −4 → +8 points (rating −1 → 2)
                   then: Consistency: two readers seldom find the same sheet
                   (storage.md)
                   now: Consistency: sheets stay where they fall (storage.md:26)
                   Heap, What is kept? "Orders and invoices": 0 → +10 points
                   now: letters or photos pour in: nobody sorts them (storage.md:31)
        Questions  The pick now also depends on How much may be lost?
        Next       If the facts are right, write a record that supersedes this one:
          arch-advisor adr storage --dir /adr --knowledge /knowledge --answers /adr/0001-storage.md
      exit 1"
    `);
  });

  test('by a pin', async () => {
    const folder = await folderOf(await record());
    const ran = await verified(folder, ['--pin', 'storage=vault']);
    expect(ran).toMatchObject({
      code: 1,
      outcome: 'pick-changed',
      after: { recommended: ['vault'], pinned: true },
      causes: [{ kind: 'answers', pins: [{ decision: 'storage', after: ['vault'] }] }],
    });
  });

  test('as its alternative is gone: it is called as in the record', async () => {
    const knowledge = await changedSmall({
      'decisions.yaml': [
        ['{ id: cabinet, name: Cabinet, aliases: [filing cabinet] }', '{ id: box, name: Box }'],
      ],
      'patterns/storage.md': [['## Cabinet (filing cabinet)', '## Box']],
    });
    const folder = await folderOf(await record());
    const { code, stdout } = await run(['verify', folder, '-k', knowledge]);
    expect(code).toBe(1);
    expect(stdout).toContain('The knowledge no longer has Cabinet.');
    expect(stdout).not.toContain('cabinet ');
  });
});

describe('a record of which only the certainty changed', () => {
  const OPEN = ['--set', 'contents='];

  test('fails with --strict only', async () => {
    const folder = await folderOf(await record());
    const ran = await runSmall(['verify', folder, ...OPEN]);
    expect(printed(ran, folder)).toMatchInlineSnapshot(`
      "1 record: 1 changed in certainty
      Knowledge 7.1.0 (8e9ea4f)

      Storage: Cabinet                                          certainty changed
        /adr/0001-storage.md:LINE
        Then       Cabinet (settled, firm)
        Now        Cabinet (settled, narrow)
        Answers    What is kept? "Orders and invoices" → unknown
        Next       If that is still right, record it anew:
          arch-advisor adr storage --dir /adr --renew --knowledge tests/fixtures/cli --answers /adr/0001-storage.md --set contents=
      exit 0"
    `);
    expect((await runSmall(['verify', folder, '--strict', ...OPEN])).code).toBe(1);
  });

  test('passes with --strict once it is recorded anew as suggested', async () => {
    const folder = await folderOf(await record());
    const again = ['adr', 'storage', '--dir', folder, '--renew', '-a', join(folder, FILE)];
    expect((await runSmall([...again, ...OPEN])).code).toBe(0);
    expect((await runSmall(['verify', folder, '--strict', ...OPEN])).code).toBe(0);
  });
});

describe('a record that cannot be decided', () => {
  test('as its decision is gone', async () => {
    const knowledge = await changedSmall({
      'decisions.yaml': [
        ['id: storage', 'id: place'],
        ['storage: heap', 'place: heap'],
      ],
    });
    const folder = await folderOf(await record());
    expect(await verified(folder, [], knowledge)).toMatchObject({
      code: 1,
      outcome: 'not-decidable',
      causes: [{ kind: 'missing', decision: 'storage' }],
    });
  });

  test('as every alternative is ruled out', async () => {
    const rule = '- Ruled out when\n  - there is no room `contents: orders`\n';
    const knowledge = await changedSmall({
      'patterns/storage.md': [
        ['- Ruled out when\n', rule],
        ['- Mitigations', `${rule}- Mitigations`],
        ['A room of steel.\n\n', `A room of steel.\n\n${rule}`],
      ],
    });
    const folder = await folderOf(await record());
    const ran = await run(['verify', folder, '-k', knowledge]);
    expect(ran.code).toBe(1);
    const text = ran.stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Now nothing fits');
    expect(text).toContain(
      'Cabinet, ruled out if "Orders and invoices" (What is kept?): no → yes now: there is no room (storage.md:15)',
    );
    expect(text).toContain('Every alternative is ruled out.');
  });

  test('as a newer version wrote it: the program is to be updated', async () => {
    const folder = await folderOf((await record()).replace('"version": 1', '"version": 99'));
    const ran = await runSmall(['verify', folder]);
    expect(printed(ran, folder)).toMatchInlineSnapshot(`
      "1 record: 1 no longer decidable
      Knowledge 7.1.0 (8e9ea4f)

      Storage: Cabinet                                          no longer decidable
        /adr/0001-storage.md:LINE
        Problem    Its data has version 99, and this program reads up to 1.
        Next       Fix the file or restore it from version control; if a newer version
                   of arch-advisor wrote it, update the program.
      exit 1"
    `);
  });
});

describe('a record that somebody has edited', () => {
  test('in its text is decided again all the same', async () => {
    const text = (await record()).replace(/option: "Cabinet".*/, 'option: "Heap".');
    const folder = await folderOf(text);
    const ran = await runSmall(['verify', folder]);
    expect(printed(ran, folder)).toMatchInlineSnapshot(`
      "1 record: 1 edited by hand
      Knowledge 7.1.0 (8e9ea4f)

      Storage: Cabinet                                          edited by hand
        /adr/0001-storage.md:LINE
        Then       Cabinet (settled, firm)
        Now        Cabinet (settled, firm)
        Edited     Written: Chosen option: "Cabinet"
                   Now: Chosen option: "Heap".
        Next       Restore the text from version control, or write a new record:
          arch-advisor adr storage --dir /adr --renew --knowledge tests/fixtures/cli --answers /adr/0001-storage.md
      exit 1"
    `);
    const { causes, after, line } = await verified(folder, HEAP);
    expect(kindsOf(causes)).toEqual(['text', 'answers']);
    expect(after?.recommended).toEqual(['heap']);
    expect(text.split('\n')[line - 1]).toContain('option: "Heap"');
  });

  test('without the section of the outcome', async () => {
    const folder = await folderOf((await record()).replace('## Decision Outcome', '## Other'));
    expect(await verified(folder, [])).toMatchObject({
      code: 1,
      outcome: 'edited',
      causes: [{ kind: 'text', expected: 'Chosen option: "Cabinet"' }],
    });
  });

  test.each([
    [
      'another pick',
      '"recommended": ["cabinet"]',
      '"recommended": ["heap"]',
      /does not match its checksum/,
    ],
    ['no JSON', '"version": 1,', '', /data/],
    ['no end', '-->', '--', /does not end/],
    ['another type', '"pinned": false', '"pinned": "x"', /`pinned`/],
  ])('in its data: %s', async (_, from, to, problem) => {
    const text = (await record()).replace(from, to);
    const folder = await folderOf(text);
    const { code, outcome, causes, line, before } = await verified(folder, []);
    expect({ code, outcome, before }).toEqual({ code: 1, outcome: 'edited', before: undefined });
    expect(causes).toEqual([{ kind: 'data', problem: expect.stringMatching(problem) }]);
    expect(text.split('\n')[line - 1]).toBe('<!-- arch-advisor record');
  });
});

describe('a record of which somebody has removed the data', () => {
  const removed = (text: string) => text.slice(0, text.indexOf('<!-- arch-advisor record'));

  test.each(['madr', 'nygard'] as const)('is edited: %s', async (format) => {
    const text = removed(await record({ format }));
    const folder = await folderOf(text);
    const { code, outcome, title, line, causes } = await verified(folder, []);
    expect({ code, outcome, title }).toMatchObject({ code: 1, outcome: 'edited' });
    expect(text.split('\n')[line - 1]).toContain(title);
    expect(causes).toEqual([{ kind: 'data', problem: 'the comment with its data is gone' }]);
  });

  test('is skipped if it no longer counts, has no number, or does not say how to verify it', async () => {
    const text = removed(await record());
    const folder = await folderWith({
      [FILE]: text.replace('"accepted"', '"rejected"'),
      'storage.md': text,
      '0002-use-arch-advisor.md': '# Use arch-advisor\n\nCI runs `arch-advisor verify`.\n',
      '0003-storage.md': await record(),
    });
    const { code, stdout } = await runSmall(['verify', folder, '--json']);
    const { records, skipped }: Verification = JSON.parse(stdout);
    expect({ code, records: records.length }).toEqual({ code: 0, records: 1 });
    expect(skipped.map(({ because }) => because)).toEqual(['rejected', 'other-tool', 'other-tool']);
  });
});

describe('answers of today', () => {
  /** A file that answers nothing. */
  async function sheetAbout(names: string): Promise<string> {
    return join(await folderWith({ 'about.yaml': `${names}\nanswers: {}\n` }), 'about.yaml');
  }

  test('that the knowledge no longer takes are named', async () => {
    const knowledge = await changedSmall({
      'questions.yaml': [['id: orders, label: Orders and invoices', 'id: bills, label: Bills']],
      'patterns/storage.md': [['contents: orders', 'contents: bills']],
    });
    const folder = await folderOf(await record());
    const ran = await verified(folder, ['--strict'], knowledge);
    expect(ran.causes[0]).toEqual({ kind: 'unread-answer', answer: 'contents' });
    const { stdout } = await run(['verify', folder, '-k', knowledge]);
    expect(stdout).toContain('The recorded answer to What is kept? is no longer possible');
  });

  test('of another system, or another part of it, leave a record as it is', async () => {
    const mill = TOWN_HALL.replace('Town hall', 'Mill');
    const folder = await folderWith({
      [FILE]: await record(),
      '0002-storage.md': await record({ answers: mill }),
      '0003-storage.md': await record({ answers: `${mill}scope: Wheel\n` }),
    });
    const about = async (names: string) => {
      const ran = await runSmall(['verify', folder, ...HEAP, '-a', await sheetAbout(names)]);
      return { code: ran.code, head: ran.stdout.split('\n')[0], stderr: ran.stderr };
    };
    expect(await about('system: Mill')).toEqual({
      code: 1,
      head: '3 records: 2 picks changed, 1 unchanged',
      stderr:
        'The answers about Mill apply to 2 of 3 records; the other is decided with its own answers only\n',
    });
    expect(await about('system: Town hall\nscope: Tower')).toEqual({
      code: 1,
      head: '3 records: 1 pick changed, 2 unchanged',
      stderr:
        'The answers about Town hall, Tower apply to 1 of 3 records; the other 2 are decided with their own answers only\n',
    });
  });

  test.each([
    ['system: Bank', /about `Bank`, but .* are about `Town hall`, `Mill, Wheel`$/],
    ['system: Mill\nscope: Sails', /about `Mill, Sails`, but /],
  ])('about which there is no record are wrong input: %j', async (names, message) => {
    const mill = `${TOWN_HALL.replace('Town hall', 'Mill')}scope: Wheel\n`;
    const folder = await folderWith({
      ...{ [FILE]: await record(), '0002-storage.md': await record() },
      '0003-storage.md': await record({ answers: mill }),
    });
    for (const facts of [HEAP, []]) {
      const argv = ['verify', folder, ...facts, '-a', await sheetAbout(names)];
      const { sentence, hint } = failureOf(await runSmall(argv));
      expect(sentence).toMatch(message);
      expect(hint).toContain('`system`');
    }
  });

  test('of the same system in another spelling count', async () => {
    const folder = await folderOf(await record());
    expect((await runSmall(['verify', folder, ...HEAP, '--system', 'town hall'])).code).toBe(1);
  });

  test('come from files and profiles, too, question by question', async () => {
    const folder = await folderOf(await record());
    const facts = await folderWith({ 'facts.yaml': 'answers:\n  traffic: 5000\n' });
    const ran = await verified(folder, ['-a', join(facts, 'facts.yaml'), '-s', 'contents=letters']);
    expect(ran).toMatchObject({ code: 1, after: { recommended: ['heap'] } });
    expect((await runSmall(['verify', folder, '-p', 'post-office'])).stderr).toContain(
      'Post office',
    );
  });
});

test('--format offers each form, --json is one of them, and a form that is unknown is refused', async () => {
  expect([...VERIFY_FORMATS].sort()).toEqual(Object.keys(verifyFormats).sort());
  const folder = await folderOf(await record());
  const ran = await runSmall(['verify', folder, '--format', 'json']);
  expect(ran).toEqual(await runSmall(['verify', folder, '--json']));
  const { version, knowledge, skipped } = JSON.parse(ran.stdout);
  expect({ version, skipped }).toEqual({ version: 1, skipped: [] });
  expect(knowledge.version).toBe('7.1.0');
  for (const args of [
    ['--format', 'xml'],
    ['--format', 'text', '--json'],
  ]) {
    expect((await runSmall(['verify', folder, ...args])).code).toBe(2);
  }
});
