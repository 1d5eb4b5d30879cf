import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { type Around, run, runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const ANA = `system: Archive
answers:
  traffic: 40
  staleness: never
  contents: [orders]
  loss: some
notes:
  traffic: Counted in May.
`;

const BEN = `system: Archive
answers:
  traffic: 900
  staleness: unknown
  contents: [letters]
  loss: nothing
pins:
  labels: short-labels
notes:
  traffic: As in the contract.
`;

const EVE = `answers:
  loss: some
  traffic: low
`;

/** Runs \`merge\` on files in a folder, named without it. */
async function merged(
  files: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
  around: Around = {},
) {
  const folder = await folderWith(files);
  const paths = Object.keys(files).map((name) => join(folder, name));
  const ran = await runSmall(['merge', ...paths, ...flags], around);
  const short = (text: string) => text.replaceAll(`${folder}/`, '');
  return { code: ran.code, stdout: short(ran.stdout), stderr: short(ran.stderr) };
}

const TWO = { 'ana.yaml': ANA, 'ben.yaml': BEN };
const ALL = { ...TWO, 'eve.yaml': EVE };

test('prints the verdict first, then the picks by person, then each difference by its weight', async () => {
  const { code, stdout, stderr } = await merged(ALL, ['--width', '80']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "Archive · knowledge 7.1.0

    3 people, 4 answers; they differ on 3 questions, all of which matter to a pick.

    Picks that depend on the differences
      Storage            Cabinet (ana, ben, eve); with mixed answers also Heap;
                         depends on traffic, contents, loss
      Order of the heap  no pick (ana, ben, eve); with mixed answers also By date;
                         By size until anything is settled; depends on traffic,
                         contents, loss
      Guards             No guard (ana, eve); Twin + Alarm (ben); with mixed answers
                         also Alarm or Twin; depends on traffic, loss

    traffic  How many requests come in per second?
      ana  40
      ben  900
      eve  low  Fewer than 100
      Storage            Cabinet if 40 or low; either if 900, once contents and loss
                         are settled
      Order of the heap  no pick if 40 or low; either if 900, once contents and loss
                         are settled
      affects Guards

    loss  How much may be lost?
      ana, eve  some     A little
      ben       nothing  Nothing at all
      Storage            either if some; Cabinet if nothing, once traffic and
                         contents are settled
      Order of the heap  either if some; no pick if nothing, once traffic and
                         contents are settled
      affects Guards

    contents  What is kept?
      ana  orders
      ben  letters
      Storage            Cabinet if orders; either if letters, once traffic and loss
                         are settled
      Order of the heap  no pick if orders; either if letters, once traffic and loss
                         are settled

    Answered by ana only: staleness.
    Pinned by ben only: labels.

    Next: set the answers you agree on, such as --set traffic=40; --save FILE saves
    what is agreed
    "
  `);
});

test('prints the same as JSON for programs', async () => {
  const { stdout } = await merged(ALL, ['--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    knowledge: { version: '7.1.0' },
    system: 'Archive',
    files: ['ana.yaml', 'ben.yaml', 'eve.yaml'],
    answered: 4,
    answers: { staleness: 'never' },
    pins: { labels: 'short-labels' },
    notes: { traffic: 'ana: Counted in May.\nben: As in the contract.' },
    differences: [
      {
        question: 'traffic',
        said: [
          { file: 'ana.yaml', answer: 40 },
          { file: 'ben.yaml', answer: 900 },
          { file: 'eve.yaml', answer: 'low' },
        ],
      },
      {
        question: 'contents',
        said: [
          { file: 'ana.yaml', answer: ['orders'] },
          { file: 'ben.yaml', answer: ['letters'] },
        ],
      },
      { question: 'loss', matters: expect.arrayContaining(['guards']) },
    ],
    pinDifferences: [],
    settled: [],
    bySome: [{ question: 'staleness', files: ['ana.yaml'] }],
    pinnedBySome: [{ decision: 'labels', files: ['ben.yaml'] }],
  });
});

describe('--save', () => {
  test('writes what is agreed, so that the rest is asked and recommended from', async () => {
    const target = join(await folderWith({}), 'agreed.yaml');
    const { code, stderr } = await merged(TWO, ['-o', target]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `Saved to ${target}; to answer what is open, run arch-advisor ask --answers ${target}\n`,
    );
    const again = await runSmall(['recommend', '--json', '--answers', target]);
    expect(readAdvice(again.stdout)).toMatchObject({
      system: 'Archive',
      answers: { staleness: 'never' },
      pins: { labels: 'short-labels' },
      unanswered: ['traffic', 'contents', 'loss'],
    });
    expect(await readFile(target, 'utf8')).toContain('ana: Counted in May.');
  });

  test('overwrites nothing, not even one of the files', async () => {
    const files = await folderWith({ ...TWO, 'old.yaml': 'answers: {}' });
    const at = (name: string) => join(files, name);
    for (const name of ['old.yaml', 'ana.yaml']) {
      const ran = await runSmall(['merge', at('ana.yaml'), at('ben.yaml'), '--save', at(name)]);
      expect(failureOf(ran).sentence).toBe(`\`${at(name)}\` exists`);
      const left = await readFile(at(name), 'utf8');
      expect(left).toBe(name === 'old.yaml' ? 'answers: {}' : ANA);
    }
  });
});

/** Two alternatives, of which the answers of both people fulfil the reason for Fancy. */
const KINDS = {
  'knowledge/qualities.yaml': `qualities:
  - { id: ease, name: Ease, definition: d, scale: { worst: w, neutral: n, best: b } }
`,
  'knowledge/questions.yaml': `groups: [{ id: all, name: All }]
questions:
  - { id: kind, group: all, ask: Which kind?, help: h, choices: [{ id: x, label: X }, { id: y, label: Y }, { id: z, label: Z }] }
  - { id: rush, group: all, ask: Is there a rush?, help: h, choices: [{ id: a, label: A }, { id: b, label: B }] }
`,
  'knowledge/decisions.yaml': `version: "1"
decisions:
  - { id: style, title: Style, ask: Which style?, driving: [ease], alternatives: [{ id: plain, name: Plain }, { id: fancy, name: Fancy }] }
`,
  'knowledge/patterns/styles.md': `## Plain

- Use when
  - there is a rush \`rush: b\` (strong) (judgement)

## Fancy

- Use when
  - the kind is ordinary \`kind: x | y\` (judgement)
`,
  'ana.yaml': 'answers: { kind: x, rush: a }\n',
  'ben.yaml': 'answers: { kind: y, rush: b }\n',
};

describe('answers that do the same, but one of which is needed', () => {
  const commands = async () => {
    const folder = await folderWith(KINDS);
    const at = (name: string) => join(folder, name);
    const merging = ['merge', at('ana.yaml'), at('ben.yaml')];
    const ran = (argv: readonly string[]) => run([...argv, '--knowledge', at('knowledge')]);
    /** What the file recommends that is saved with some answers set. */
    const recommendedWith = async (...set: readonly string[]) => {
      const target = at(`${set.join()}.yaml`);
      await ran([...merging, ...set.flatMap((each) => ['--set', each]), '--save', target]);
      const { stdout } = await ran(['recommend', '--json', '--answers', target]);
      return readAdvice(stdout).decisions[0]?.recommended;
    };
    return { ran, merging, recommendedWith };
  };

  test('are said to be needed, by themselves and where something follows from another answer', async () => {
    const { ran, merging } = await commands();
    const { stdout } = await ran([...merging, '--width', '80']);
    expect(stdout).toMatchInlineSnapshot(`
      "Your system · knowledge 1

      2 people, 2 answers; they differ on 2 questions: 1 matters to a pick, 1 only
      needs an agreed answer.

      Picks that depend on the differences
        Style  Fancy (ana); Plain (ben); depends on rush

      rush  Is there a rush?
        ana  a  A
        ben  b  B
        Style  Fancy if a; Plain if b, once kind is settled

      Any of the answers works, but you need to agree on one: kind (ana: x; ben: y)
      for Style.

      Next: set the answers you agree on, such as --set rush=a; --save FILE saves what
      is agreed
      "
    `);
  });

  test('lead to what is said of them once they are saved', async () => {
    const { recommendedWith } = await commands();
    expect(await recommendedWith()).toEqual(['plain']);
    expect(await recommendedWith('rush=a')).toEqual(['plain']);
    expect(await recommendedWith('rush=b')).toEqual(['plain']);
    expect(await recommendedWith('rush=a', 'kind=x')).toEqual(['fancy']);
    expect(await recommendedWith('rush=a', 'kind=y')).toEqual(['fancy']);
  });

  test('are what is left to settle once the rest is', async () => {
    const { ran, merging } = await commands();
    const { stdout } = await ran([...merging, '--set', 'rush=a', '--width', '80']);
    expect(stdout).toMatchInlineSnapshot(`
      "Your system · knowledge 1

      2 people, 2 answers; they differ on 1 question, which only needs an agreed
      answer.

      Picks that depend on the differences
        Style  Fancy (ana, ben); Plain until anything is settled; depends on settling
               kind

      Any of the answers works, but you need to agree on one: kind (ana: x; ben: y)
      for Style.
      Settled by --set or --answers: rush (ana: a; ben: b).

      Next: set the answers you agree on, such as --set kind=x; --save FILE saves what
      is agreed
      "
    `);
  });
});

test('where not all combinations are tried, no pick is said to follow from an answer', async () => {
  const ids = Array.from({ length: 11 }, (_, index) => `q${index}`);
  const all = (answer: string) =>
    `answers: { ${ids.map((id) => `${id}: ${answer}`).join(', ')} }\n`;
  const folder = await folderWith({
    ...KINDS,
    'knowledge/questions.yaml': [
      'groups: [{ id: all, name: All }]\nquestions:',
      ...ids.map(
        (id) =>
          `  - { id: ${id}, group: all, ask: Is it?, help: h, choices: [{ id: a, label: A }, { id: b, label: B }] }`,
      ),
    ].join('\n'),
    'knowledge/patterns/styles.md': [
      '## Plain\n\n- Use when\n  - it is odd `q0: a` (strong) (judgement)\n\n## Fancy\n\n- Use when',
      ...ids.map((id) => `  - it is even \`${id}: b\` (judgement)`),
    ].join('\n'),
    'ana.yaml': all('a'),
    'ben.yaml': all('b'),
  });
  const at = (name: string) => join(folder, name);
  const argv = ['merge', at('ana.yaml'), at('ben.yaml'), '--knowledge', at('knowledge')];
  const { stdout } = await run([...argv, '--full', '--width', '200']);
  expect(stdout).toContain('There are too many combinations of answers to try them all for Style');
  expect(stdout).toContain('q0  Is it?\n  ana  a  A\n  ben  b  B\n  affects Style\n');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    '1 matters to a pick, 10 only need an agreed answer, as far as tested.',
  );
  expect(stdout).not.toMatch(/ if [ab]\b/);
});

describe('other sources', () => {
  const answersOf = (stdout: string) => JSON.parse(stdout).answers;

  test('--set and --answers settle a difference, --profile does not', async () => {
    const bySet = await merged(TWO, ['--json', '--set', 'loss=some']);
    expect(answersOf(bySet.stdout)).toEqual({ staleness: 'never', loss: 'some' });
    expect(JSON.parse(bySet.stdout).settled).toMatchObject([{ question: 'loss' }]);
    const byFile = await merged(TWO, ['--json', '-a', '-'], { stdin: 'answers: { loss: some }' });
    expect(answersOf(byFile.stdout)).toEqual({ staleness: 'never', loss: 'some' });
    const one = { 'a.yaml': 'answers: { loss: some }', 'b.yaml': 'answers: { loss: nothing }' };
    const byProfile = await merged(one, ['--json', '--profile', 'post-office']);
    expect(JSON.parse(byProfile.stdout)).toMatchObject({
      answers: { traffic: 'huge', staleness: 'minutes', contents: ['letters'] },
      pins: { labels: 'short-labels' },
      differences: [{ question: 'loss' }],
    });
  });

  test('--pin settles a difference of pins', async () => {
    const files = { 'a.yaml': 'pins: { storage: heap }', 'b.yaml': 'pins: { storage: vault }' };
    const open = await merged(files, ['--width', '80']);
    expect(open.stdout).toMatchInlineSnapshot(`
      "Your system · knowledge 7.1.0

      2 people, 0 answers; everyone agrees; they pin 1 decision differently.

      Picks that depend on the differences
        Storage            Heap (a); Vault (b); Cabinet until anything is settled;
                           depends on the pin of storage
        Order of the heap  By size (a); no pick (b); depends on the pin of storage

      storage  Storage is pinned differently, so no pin is applied
        a  heap
        b  vault
        Order of the heap  By size if heap; no pick if vault
      "
    `);
    const settled = await merged(files, ['--json', '--pin', 'storage=heap']);
    expect(JSON.parse(settled.stdout)).toMatchObject({
      pins: { storage: 'heap' },
      pinDifferences: [],
    });
  });

  test('one of the files may be standard input', async () => {
    const folder = await folderWith(TWO);
    const argv = ['merge', join(folder, 'ana.yaml'), '-', '--json'];
    const { code, stdout } = await runSmall(argv, { stdin: EVE });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).files[1]).toBe('standard input');
  });
});

describe('what nobody can mean fails', () => {
  test.each([
    ['no file', ['merge'], /missing required argument/i],
    ['one file', ['merge', 'a.yaml'], /^Nothing to merge `a\.yaml` with$/],
    ['a file twice', ['merge', 'a.yaml', './a.yaml'], /^`\.\/a\.yaml` is named twice$/],
    ['standard input twice', ['merge', '-', '-'], /^Standard input \(`-`\) is named twice$/],
    ['standard input again', ['merge', '-', 'b', '-a', '-'], /is named twice$/],
    [
      'a file that is not there',
      ['merge', 'no.yaml', 'none.yaml'],
      /^There is no file `no\.yaml`$/,
    ],
  ])('%s', async (_what, argv, sentence) => {
    expect(failureOf(await runSmall(argv)).sentence).toMatch(sentence);
  });

  test('pins of different people that make each other pointless', async () => {
    const files = {
      'a.yaml': 'pins: { storage: vault }',
      'b.yaml': 'pins: { heap-order: by-size }',
    };
    const { sentence } = failureOf(await merged(files));
    expect(sentence).toBe(
      'The pins `storage=vault` and `heap-order=by-size` contradict each other',
    );
  });
});

test('files about different systems are remarked, unless the name is given', async () => {
  const files = { 'a.yaml': 'system: A\n', 'b.yaml': 'system: B\n' };
  expect((await merged(files)).stderr).toBe('The files differ in system: `A`, `B`\n');
  const named = await merged(files, ['--system', 'C']);
  expect([named.stderr, named.stdout.split(' ')[0]]).toEqual(['', 'C']);
});

test('where nobody contradicts anybody, that is the verdict', async () => {
  const { stdout } = await merged({ 'a.yaml': 'answers: { loss: some }', 'b.yaml': EVE });
  expect(stdout).toContain('2 people, 2 answers; everyone agrees.');
  expect(stdout).toContain('Answered by b only: traffic.');
});

test('nothing in names, notes or answers commands the terminal', async () => {
  const files = {
    'a\u001b[31m.yaml': 'system: "x\\e[2J\\u202Ey"\nanswers: { loss: some }\n',
    'b.yaml': 'answers: { loss: nothing }\nnotes: { loss: "\\e[2J" }\n',
  };
  for (const flags of [[], ['--json']]) {
    const { code, stdout, stderr } = await merged(files, flags);
    expect(code).toBe(0);
    expect(`${stdout}${stderr}`).not.toMatch(COMMANDING);
  }
});

test.each(['40', '80', '200'])('fits into %s columns', async (width) => {
  const { stdout } = await merged(ALL, ['--full', '--width', width]);
  const longest = Math.max(...stdout.split('\n').map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(Number(width));
});
