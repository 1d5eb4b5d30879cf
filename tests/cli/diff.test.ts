import { cp, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { type Around, type Ran, run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const HALL = `${SMALL}/profiles/town-hall.yaml`;
const POST = `${SMALL}/profiles/post-office.yaml`;

function diff(args: readonly string[], around?: Around): Promise<Ran> {
  return runSmall(['diff', ...args], around);
}

/** What `--json` prints. */
async function found(args: readonly string[]) {
  const { code, stdout, stderr } = await diff([...args, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** The small knowledge as it was: with some texts of a file replaced. */
async function older(
  file: string,
  changes: readonly (readonly [string, string])[],
): Promise<string> {
  const folder = await folderWith({});
  await cp(SMALL, folder, { recursive: true });
  const text = await readFile(`${SMALL}/${file}`, 'utf8');
  const changed = changes.reduce((sum, [now, then]) => {
    expect(sum).toContain(now);
    return sum.replace(now, then);
  }, text);
  await writeFile(`${folder}/${file}`, changed);
  return folder;
}

describe('diff of two answer files', () => {
  test('names each moved pick with the answers that move it, and exits with 0', async () => {
    const { code, stdout, stderr } = await diff([HALL, POST]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "4 of 4 picks differ; 4 answers changed, 1 pin changed
      Town hall (tests/fixtures/cli/profiles/town-hall.yaml) → Post office
      (tests/fixtures/cli/profiles/post-office.yaml), knowledge 7.1.0

        How many requests come in 40 requests per second → "1,000 or more"
        per second?
        How old may be what users "Never old" → "Minutes or more"
        see?
        What is kept?             "Orders and invoices" → "Letters"
        How much may be lost?     unknown → "A little"
        Labels                    not pinned → Short labels (pin)

      Storage: Cabinet → Heap                               ● settled
        Because of How many requests come in per second? with How old may be what
                   users see?
                   or How many requests come in per second? with What is kept?

      Labels: Short labels, Long labels → Short labels      ◐ tied → ● settled
        Because of Labels (pin) alone

      Guards                                                ○ open → ● settled
        No longer  No guard
        Now        Alarm
        Because of How many requests come in per second? alone

      Newly applicable, or no longer applicable
        Order of the heap         does not apply → By date
      "
    `);
  });

  test('says the same as JSON', async () => {
    const { version, before, after, compared, answers, pins, decisions } = await found([
      HALL,
      POST,
    ]);
    expect({ version, compared }).toEqual({ version: 1, compared: 4 });
    expect(before).toMatchObject({ system: 'Town hall', file: HALL });
    expect(after).toMatchObject({ system: 'Post office', file: POST });
    expect(answers).toContainEqual({ question: 'traffic', before: 40, after: 'huge' });
    expect(answers).toContainEqual({ question: 'loss', after: 'some' });
    expect(pins).toEqual([{ decision: 'labels', after: ['short-labels'] }]);
    expect(decisions[0]).toMatchObject({
      id: 'storage',
      before: { recommended: ['cabinet'] },
      after: { recommended: ['heap'] },
      moved: true,
    });
    expect(Object.keys(decisions[0].movedBy)).toEqual(['answers']);
  });

  test('finds no difference between a file and itself', async () => {
    const { code, stdout } = await diff([HALL, HALL]);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 0,
      first: 'No difference: all 4 picks and all answers are the same',
    });
    expect((await found([HALL, HALL])).decisions).toEqual([]);
  });

  test('takes either file from standard input', async () => {
    const stdin = await readFile(HALL, 'utf8');
    const piped = await diff(['-', POST, '--json'], { stdin });
    const named = await diff([HALL, POST, '--json']);
    expect(JSON.parse(piped.stdout).decisions).toEqual(JSON.parse(named.stdout).decisions);
    const other = await diff([POST, '-', '--json'], { stdin });
    expect(JSON.parse(other.stdout).after.system).toBe('Town hall');
  });
});

describe('diff with changed answers', () => {
  test('puts --set and --pin over OLD', async () => {
    const { answers, pins, decisions } = await found([
      HALL,
      ...['--set', 'traffic=5000', '--set', 'staleness=unknown', '--pin', 'storage=vault'],
    ]);
    expect(answers).toEqual([
      { question: 'traffic', before: 40, after: 5000 },
      { question: 'staleness', before: 'never' },
    ]);
    expect(pins).toEqual([{ decision: 'storage', after: ['vault'] }]);
    expect(decisions[0].movedBy).toEqual({ answers: [['storage']] });
  });

  test('mentions a number in the same band, which moves nothing', async () => {
    const { answers, decisions } = await found([HALL, '--set', 'traffic=41']);
    expect(answers).toEqual([{ question: 'traffic', before: 40, after: 41, sameChoice: true }]);
    expect(decisions).toEqual([]);
    const { stdout } = await diff([HALL, '--set', 'traffic=41']);
    expect(stdout).toContain('0 of 4 picks differ; 1 answer changed');
    expect(stdout).toContain('in the same band');
  });
});

describe('diff against older knowledge', () => {
  const FILE = 'patterns/storage.md';

  test('names the line that moved a pick, where it stood and where it stands', async () => {
    const folder = await older(FILE, [
      ['## Cabinet', '\n\n## Cabinet'],
      ['one register tells everybody the same (strong)', 'one register tells everybody the same'],
      [
        '- Avoid when\n  - the whole town',
        '- Ruled out when\n  - orders burn `contents: orders`\n- Avoid when\n  - the whole town',
      ],
    ]);
    const { code, stdout, stderr } = await diff([HALL, '--from-knowledge', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = stdout.replaceAll(folder, 'OLDER').replace(/\([0-9a-f]{7}\)/g, '(hash)');
    expect(text).toMatchInlineSnapshot(`
      "1 of 4 picks differs; the knowledge changed
      Town hall (tests/fixtures/cli/profiles/town-hall.yaml), knowledge 7.1.0
      (hash) → 7.1.0 (hash)

      Storage: Vault → Cabinet                              ● settled
        Cabinet
          ruled out when "Orders and    yes → no
          invoices" (What is kept?)
            removed orders burn (contents: orders)
                    OLDER/patterns/storage.md:15
          consistency                   +4 → +8 points (rating 1 → 2)
            changed Consistency: one register tells everybody the same [1 → 2]
                    OLDER/patterns/storage.md:8 →
                    tests/fixtures/cli/patterns/storage.md:6

      3 decisions are unchanged
      "
    `);
  });

  test('takes a line that only moved for no difference', async () => {
    const folder = await older(FILE, [['## Cabinet', '\n\n## Cabinet']]);
    const { decisions, before, after } = await found([HALL, '--from-knowledge', folder]);
    expect(decisions).toEqual([]);
    expect(before.knowledge.sha256).not.toBe(after.knowledge.sha256);
  });

  test('lists ids that only one side knows, and reads the answers all the same', async () => {
    const folder = await older('questions.yaml', [
      ['      - { id: minutes, label: Minutes or more }\n', ''],
      ['- { id: some, label: A little }', '- { id: much, label: Much }'],
    ]);
    const args = [POST, '--from-knowledge', folder];
    const { before, after, answers } = await found(args);
    expect(before.unknown).toEqual(['staleness=minutes', 'loss=some']);
    expect(before.only).toEqual({ choices: ['loss=much'] });
    expect(after.only).toEqual({ choices: ['staleness=minutes', 'loss=some'] });
    expect(answers).toEqual([]);
    const { stdout } = await diff(args);
    const words = stdout.replace(/\s+/g, ' ');
    const added =
      'How old may be what users see? "Minutes or more", How much may be lost? "A little"';
    expect(words).toContain(`Unknown before ${added}`);
    expect(words).toContain(`New choices ${added}`);
    expect(words).toContain('Removed choices How much may be lost? "Much"');
  });

  test('follows a question that has another name today', async () => {
    const folder = await older('questions.yaml', [['id: loss', 'id: lost']]);
    await writeFile(
      `${folder}/${FILE}`,
      (await readFile(`${folder}/${FILE}`, 'utf8')).replaceAll('`loss:', '`lost:'),
    );
    const others = `${folder}/patterns/others.md`;
    await writeFile(others, (await readFile(others, 'utf8')).replaceAll('`loss:', '`lost:'));
    const present = await older('questions.yaml', [
      ['questions:\n', 'renamed:\n  - { question: lost, to: loss }\nquestions:\n'],
    ]);
    const files = await folderWith({ 'system.yaml': 'answers: { lost: nothing, traffic: 40 }\n' });
    const { code, stdout } = await run([
      ...['diff', `${files}/system.yaml`, '--from-knowledge', folder, '--json', '-k', present],
    ]);
    expect(code).toBe(0);
    const { before, after, decisions } = JSON.parse(stdout);
    expect([before.unknown, before.only, after.only]).toEqual([undefined, undefined, undefined]);
    expect(decisions).toEqual([]);
  });

  test('says where the answers had led before the documents did the rest', async () => {
    const folder = await older(FILE, [
      ['nothing may be lost `loss: nothing`', 'the town comes at once `traffic: huge`'],
      ['- Simplicity: two keys and a guard (strong)', '- Simplicity: two keys'],
      [
        'A room of steel.\n',
        'A room of steel.\n\n- Advantages\n  - Performance: many doors (strong)',
      ],
    ]);
    const args = [HALL, '--set', 'traffic=huge', '--set', 'staleness=minutes'];
    const { stdout } = await diff([...args, '--from-knowledge', folder]);
    const text = stdout.replaceAll(folder, 'OLDER').replace(/\([0-9a-f]{7}\)/g, '(hash)');
    expect(text).toMatchInlineSnapshot(`
      "3 of 4 picks differ; 2 answers changed, the knowledge changed
      Town hall (tests/fixtures/cli/profiles/town-hall.yaml), knowledge 7.1.0
      (hash) → 7.1.0 (hash)

        How many requests come in 40 requests per second → "1,000 or more"
        per second?
        How old may be what users "Never old" → "Minutes or more"
        see?

      Storage: Cabinet → Heap                               ● settled → ○ open
        Because of How many requests come in per second? with How old may be what
                   users see?
        Answers    Vault, ● settled; the rest comes from the documents
        Heap
          ruled out when "1,000 or      yes → no
          more" (How many requests come
          in per second?)
            removed the town comes at once (traffic: huge)
                    OLDER/patterns/storage.md:33
          ruled out when "Nothing at    no → possibly
          all" (How much may be lost?)
            new     nothing may be lost (loss: nothing)
                    tests/fixtures/cli/patterns/storage.md:33
        Vault
          performance                   +4 → −4 points (rating 1 → −1)
            removed Performance: many doors
                    OLDER/patterns/storage.md:42
          simplicity                    −1 → −2 points (rating −1 → −2)
            removed Simplicity: two keys
                    OLDER/patterns/storage.md:44
            new     Simplicity: two keys and a guard
                    tests/fixtures/cli/patterns/storage.md:42

      Guards                                                ○ open
        No longer  No guard
        Now        Alarm
        Because of How many requests come in per second? alone

      Newly applicable, or no longer applicable
        Order of the heap         does not apply → By date

      1 decision is unchanged
      "
    `);
  });
});

describe('diff against knowledge with other conditions', () => {
  test('names the condition that went, which made a decision apply', async () => {
    const folder = await older('decisions.yaml', [
      ['title: Labels\n', "title: Labels\n    applies-when: ['traffic: huge']\n"],
    ]);
    const { stdout } = await diff([HALL, '--from-knowledge', folder]);
    const text = stdout.replaceAll(folder, 'OLDER').replace(/\([0-9a-f]{7}\)/g, '(hash)');
    expect(text).toMatchInlineSnapshot(`
      "1 of 4 picks differs; the knowledge changed
      Town hall (tests/fixtures/cli/profiles/town-hall.yaml), knowledge 7.1.0
      (hash) → 7.1.0 (hash)

      Labels: does not apply → Short labels, Long labels    ◐ tied
          the decision itself
            removed applies when traffic: huge
                    OLDER/decisions.yaml:21

      3 decisions are unchanged
      "
    `);
    const { decisions } = await found([HALL, '--from-knowledge', folder]);
    expect(decisions[0].movedBy.reasons[0].lines).toMatchObject([
      { kind: 'applies-when', before: { text: 'traffic: huge', line: 21 } },
    ]);
  });

  test('says where only whether it applies is another matter, and what can be answered now', async () => {
    const folder = await older('questions.yaml', [
      ['      - { id: nothing-yet, label: Nothing so far }\n', ''],
      ['    exclusive: [nothing-yet]\n', ''],
      ['    limit: 2\n', '    limit: 1\n'],
    ]);
    const decisions = await readFile(`${folder}/decisions.yaml`, 'utf8');
    const conditions = "applies-when: ['contents: orders', 'contents: photos']";
    const changed = decisions.replace('title: Labels\n', `title: Labels\n    ${conditions}\n`);
    await writeFile(`${folder}/decisions.yaml`, changed);
    const files = await folderWith({ 'system.yaml': 'answers: { traffic: high, loss: some }\n' });
    const { stdout, stderr } = await diff([`${files}/system.yaml`, '--from-knowledge', folder]);
    expect(stderr).toBe('');
    const shown = stdout.replaceAll(folder, 'OLDER').replaceAll(files, 'FILES');
    expect(shown.replace(/\([0-9a-f]{7}\)/g, '(hash)')).toMatchInlineSnapshot(`
      "0 of 4 picks differ, 1 more only in status; the knowledge changed
      FILES/system.yaml, knowledge 7.1.0 (hash) → 7.1.0
      (hash)

        New choices       What is kept? "Nothing so far"

      Only the status differs
        Labels                  Short labels, Long  ◐ tied, may not apply → ◐ tied:
                                labels              OLDER/decisions
                                                    .yaml:21; tests/fixtures/cli/quest
                                                    ions.yaml:23; tests/fixtures/cli/q
                                                    uestions.yaml:34

      3 decisions are unchanged
      "
    `);
  });
});

describe('a wrong request', () => {
  test.each([
    [[HALL], `Nothing to compare \`${HALL}\` with`, '--from-knowledge'],
    [['-', '-'], 'Standard input (`-`) is named twice', 'name a file'],
    [['gone.yaml', HALL], 'There is no file `gone.yaml`', 'check the path'],
    [[HALL, '--set', 'trafic=1'], 'Unknown question `trafic`', 'did you mean `traffic`?'],
    [[HALL, '--from-knowledge', 'gone'], 'There is no file `gone`', 'check the path'],
  ])('%j is refused in a sentence', async (args, sentence, hint) => {
    const failure = failureOf(await diff(args));
    expect(failure.sentence).toBe(sentence);
    expect(failure.hint).toContain(hint);
  });
});
