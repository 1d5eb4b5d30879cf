import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  answerFileText,
  placeForAnswers,
  saveNewAnswers,
  wishFor,
} from '../../src/cli/answers/answer-file.ts';
import type { InterviewPlan, Moment, Trail } from '../../src/cli/interview/interview-text.ts';
import { stateFolder } from '../../src/cli/interview/state-folder.ts';
import {
  type InterviewStore,
  openStore,
  type Surroundings,
} from '../../src/cli/interview/store.ts';
import { UNKNOWN } from '../../src/common/answers.ts';
import { plain } from '../../src/common/text.ts';
import { UserError } from '../../src/common/user-error.ts';
import { readAnswer } from '../../src/knowledge/answers/answer.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { asNobody } from '../support/as-nobody.ts';
import { runSmall } from '../support/cli-run.ts';
import { SMALL, smallKnowledge } from '../support/loaded-knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { numRuns } from '../support/runs.ts';
import { folderWith } from '../support/temporary-folder.ts';

let knowledge: KnowledgeBase;

beforeAll(async () => {
  knowledge = await smallKnowledge();
});

const PLAN: InterviewPlan = {
  topic: { decisions: [], order: 'adaptive' },
  knowledge: { knowledge: [SMALL], add: [] },
};
const EMPTY: AnswerSheet = { answers: new Map(), pins: new Map(), notes: new Map() };
const START: Trail = { asked: [], toReview: [] };
const FIRST: Moment = { plan: PLAN, sheet: EMPTY, trail: START };

/** Stores of as many programs, which draw other names each. */
function storesIn(state: string) {
  let drawn = 0;
  return (around: Partial<Surroundings> = {}): InterviewStore =>
    openStore(
      { env: { XDG_STATE_HOME: state } },
      {
        token: () => {
          drawn += 1;
          return drawn.toString(16).padStart(4, '0');
        },
        now: () => new Date(2026, 10, 23, 1, 58),
        ...around,
      },
    );
}

/** What is kept of an interview. */
function stateOf(sheet: AnswerSheet, { asked, toReview }: Trail = START, topic = PLAN.topic) {
  return { topic, sheet, asked, toReview };
}

function sheetOf(answers: Readonly<Record<string, unknown>>, rest: Partial<AnswerSheet> = {}) {
  const read = Object.entries(answers).map(
    ([id, raw]) => [id, readAnswer(knowledge, id, raw)] as const,
  );
  return { ...EMPTY, ...rest, answers: new Map(read) };
}

async function failureOf(act: () => unknown): Promise<UserError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}

async function linkTo(path: string, link: string): Promise<string> {
  await symlink(path, link);
  return link;
}

const interviewsIn = (state: string) => join(state, 'arch-advisor', 'interviews');

describe('the folder', () => {
  test('lies below XDG_STATE_HOME, or below the home where that is not absolute', () => {
    const home = join('/home/ana/.local/state/arch-advisor/interviews');
    expect(stateFolder({ XDG_STATE_HOME: '/state', HOME: '/home/ana' })).toBe(
      '/state/arch-advisor/interviews',
    );
    for (const given of [undefined, '', 'state', './state', '~/state']) {
      expect(stateFolder({ XDG_STATE_HOME: given, HOME: '/home/ana' })).toBe(home);
    }
    for (const home of [undefined, '', 'ana']) {
      expect(stateFolder({ HOME: home })).toBe(
        join(homedir(), '.local/state/arch-advisor/interviews'),
      );
    }
  });

  test('and the files in it are for their owner alone', async () => {
    const state = await folderWith({});
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const handle = storesIn(state)().create(FIRST, knowledge);
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    for (const folder of [join(state, 'arch-advisor'), interviewsIn(state)]) {
      expect(await modeOf(folder)).toBe(0o700);
    }
    const files = async () => {
      const names = await readdir(interviewsIn(state));
      return Promise.all(names.map((name) => modeOf(join(interviewsIn(state), name))));
    };
    expect(await files()).toEqual([0o600]);
    handle.save(stateOf(sheetOf({ loss: 'some' })));
    expect(await files()).toEqual([0o600]);
  });

  test('is not made before something is kept in it', async () => {
    const state = await folderWith({});
    expect(await storesIn(state)().newest()).toBeUndefined();
    expect(await readdir(state)).toEqual([]);
  });

  test.each([
    ['a file in its place', { 'arch-advisor/interviews': 'mine' }],
    ['a file in the place of a folder above it', { 'arch-advisor': 'mine' }],
  ])('is told of where there is %s', async (_, files) => {
    const state = await folderWith(files);
    const store = storesIn(state)();
    const { message, hint } = await failureOf(() => store.create(FIRST, knowledge));
    expect(message).toContain(`\`${interviewsIn(state)}\``);
    expect(hint).toBe('set XDG_STATE_HOME to a writable folder');
    expect(await failureOf(() => store.newest())).toMatchObject({ hint });
  });

  test('is reported where it may not be written', async () => {
    const state = await folderWith({});
    await chmod(state, 0o500);
    asNobody();
    const { message, hint } = await failureOf(() => storesIn(state)().create(FIRST, knowledge));
    expect(message).toContain('(EACCES)');
    expect(hint).toBe('set XDG_STATE_HOME to a writable folder');
  });
});

test.skipIf(!existsSync('/proc/self'))('a folder that none can be made in is told of', async () => {
  const script = `
    const { makeFolder } = await import(process.argv[1]);
    try { makeFolder('/proc/nope/state', 0o700); } catch (error) { process.stdout.write(error.code); }`;
  const args = ['--input-type=module', '-e', script, resolve('dist/cli/make-folder.js')];
  // What never ends could not be ended in this process.
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(stdout).toBe('ENOENT');
  const { message, hint } = await failureOf(() =>
    storesIn('/proc/nope')().create(FIRST, knowledge),
  );
  expect(message).toBe(
    `The interview cannot be saved in \`${interviewsIn('/proc/nope')}\` (ENOENT)`,
  );
  expect(hint).toBe('set XDG_STATE_HOME to a writable folder');
});

describe('a kept interview', () => {
  test('has a name that a person can read', async () => {
    const handle = storesIn(await folderWith({}))().create(FIRST, knowledge);
    expect(basename(handle.path)).toMatch(/^2026-11-23-0158-[0-9a-f]{4}\.yaml$/);
  });

  test('is an answer file as it stands', async () => {
    const handle = storesIn(await folderWith({}))().create(FIRST, knowledge);
    const sheet = sheetOf({ traffic: 40, contents: ['orders'] }, { system: 'Shop' });
    handle.save(stateOf(sheet, { asked: ['contents', 'traffic'], toReview: [] }));
    const flags = ['--json', '--answers', handle.path];
    const { code, stdout, stderr } = await runSmall(['recommend', ...flags]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      system: 'Shop',
      answers: { traffic: 40, contents: ['orders'] },
    });
  });

  test('is whole from its first moment on', async () => {
    const state = await folderWith({});
    const { path } = storesIn(state)().create(
      { ...FIRST, sheet: sheetOf({ loss: 'some' }) },
      knowledge,
    );
    const { sheet } = (await storesIn(state)().open(path)).withKnowledge(knowledge);
    expect(sheet.answers).toEqual(sheetOf({ loss: 'some' }).answers);
  });

  test('tells how to go on, with the places that paths meant when it was begun', async () => {
    const state = await folderWith({});
    const plan: InterviewPlan = {
      topic: { decisions: ['storage', 'guards'], order: 'file', quick: 900, enough: 950 },
      knowledge: { knowledge: [SMALL], add: ['more', '/other'] },
      save: 'mine.yaml',
      replaces: 'a'.repeat(64),
    };
    const trail = { asked: ['loss', 'traffic'], toReview: ['loss'] };
    const sheet = sheetOf({ loss: 'some', traffic: 'unknown' });
    const { path } = storesIn(state)().create({ plan, sheet, trail }, knowledge);
    const resumed = (await storesIn(state)().open(path)).withKnowledge(knowledge);
    expect(resumed.plan).toEqual({
      topic: plan.topic,
      knowledge: { knowledge: [resolve(SMALL)], add: [resolve('more'), '/other'] },
      save: resolve('mine.yaml'),
      replaces: 'a'.repeat(64),
    });
    expect(resumed.trail).toEqual(trail);
    expect(resumed.sheet).toMatchObject(sheet);
  });

  test('is gone when it is removed', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)().create(FIRST, knowledge);
    handle.save(stateOf(sheetOf({ loss: 'some' })));
    handle.remove();
    expect(await readdir(interviewsIn(state))).toEqual([]);
  });

  test('is saved although its folder was swept away', async () => {
    const state = await folderWith({});
    const handle = storesIn(join(state, 'deep'))().create(FIRST, knowledge);
    await rm(join(state, 'deep'), { recursive: true });
    handle.save(stateOf(sheetOf({ loss: 'some' })));
    expect(await readFile(handle.path, 'utf8')).toContain('loss: some');
  });

  test('keeps what it had where it cannot be saved', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)().create(FIRST, knowledge);
    await rm(interviewsIn(state), { recursive: true });
    await writeFile(interviewsIn(state), 'mine');
    const { message, hint } = await failureOf(() =>
      handle.save(stateOf(sheetOf({ loss: 'some' }))),
    );
    expect(message).toContain(`\`${handle.path}\``);
    expect(hint).toContain('XDG_STATE_HOME');
  });

  test('stays readable whatever a path in it is made of', async () => {
    const state = await folderWith({});
    const save = '/tmp/a\nb\r\u0085\u2028\u202e"\\ \u001b[31m.yaml';
    const { path } = storesIn(state)().create({ ...FIRST, plan: { ...PLAN, save } }, knowledge);
    expect(await readFile(path, 'utf8')).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect((await storesIn(state)().open(path)).plan.save).toBe(save);
  });
});

describe('any sheet', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((each) => plain(each))
    .filter((each) => Buffer.from(each).toString() === each);

  function answerTo(question: Question): fc.Arbitrary<Answer | null> {
    const seeds = fc.nat().map((seed) => drawingFrom(knowledge, seed).completed(new Map()));
    const numbers = question.choices.some(({ band }) => band)
      ? [
          fc
            .double({ min: 0, max: 1e25, noNaN: true })
            .map((raw) => readAnswer(knowledge, question.id, raw)),
        ]
      : [];
    const picked = seeds.map((answers) => answers.get(question.id) ?? null);
    return fc.oneof(fc.constant(null), picked, ...numbers);
  }

  function mapOf(record: Readonly<Record<string, Answer | null | undefined>>) {
    return new Map(
      Object.entries(record).flatMap(([id, answer]): [string, Answer | null][] =>
        answer === undefined ? [] : [[id, answer]],
      ),
    );
  }

  test('saved and opened again is the same', async () => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const questions = [...knowledge.questions.values()];
    const sheets = fc.record(
      {
        system: text,
        scope: text,
        answers: fc
          .record(Object.fromEntries(questions.map((each) => [each.id, answerTo(each)])), {
            requiredKeys: [],
          })
          .map((each) => mapOf(each)),
        pins: fc.constantFrom(
          new Map(),
          new Map([['guards', ['twin', 'alarm']]]),
          new Map([['storage', ['vault']]]),
        ),
        notes: fc
          .dictionary(fc.constantFrom(...knowledge.questions.keys()), text)
          .map((each) => new Map(Object.entries(each))),
      },
      { requiredKeys: ['answers', 'pins', 'notes'] },
    );
    const handle = stores().create(FIRST, knowledge);
    await fc.assert(
      fc.asyncProperty(sheets, fc.nat(), async (sheet, seed) => {
        const asked = shuffled([...sheet.answers.keys()], seed);
        const toReview = asked.slice(0, seed % 3);
        handle.save(stateOf(sheet, { asked, toReview }));
        const open = await stores().open(handle.path);
        const { sheet: read, trail, plan } = open.withKnowledge(knowledge);
        expect(read).toEqual({ ...sheet, former: [], retired: [] });
        expect(trail).toEqual({ asked, toReview });
        expect(plan.topic).toEqual(PLAN.topic);
      }),
      { numRuns },
    );
  });

  test('makes the same bytes in whatever order it was filled in', () => {
    const answers = { traffic: 40, staleness: 'never', contents: ['photos'], loss: UNKNOWN };
    const notes = { traffic: 'guessed', loss: 'nobody knows' };
    const inOrder = sheetOf(answers, { notes: new Map(Object.entries(notes)) });
    const expected = answerFileText(inOrder, knowledge);
    const read = parseAnswerSheet({ file: 'a.yaml', text: expected }, knowledge);
    expect([...read.answers.keys()]).toEqual([...knowledge.questions.keys()]);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const mixed = {
          ...inOrder,
          answers: new Map(shuffled([...inOrder.answers], seed)),
          notes: new Map(shuffled([...inOrder.notes], seed)),
        };
        expect(answerFileText(mixed, knowledge)).toBe(expected);
      }),
    );
  });

  function shuffled<T>(items: readonly T[], seed: number): T[] {
    const left = [...items];
    const { random } = drawingFrom(knowledge, seed);
    return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
  }
});

describe('two at once', () => {
  test('never share a file, though they draw the same name', async () => {
    const state = await folderWith({});
    const tokens = (...drawn: string[]) => ({ token: () => drawn.shift() ?? 'ffff' });
    const one = storesIn(state)(tokens('abcd')).create(FIRST, knowledge);
    const two = storesIn(state)(tokens('abcd', 'ef01')).create(
      { ...FIRST, sheet: sheetOf({ loss: 'some' }) },
      knowledge,
    );
    expect([basename(one.path), basename(two.path)]).toEqual([
      '2026-11-23-0158-abcd.yaml',
      '2026-11-23-0158-ef01.yaml',
    ]);
    expect(await readFile(one.path, 'utf8')).not.toContain('loss');
    expect(await readFile(two.path, 'utf8')).toContain('loss');
  });

  test('do not write over each other', async () => {
    const stores = storesIn(await folderWith({}));
    const handles = [1, 2].map(() => stores().create(FIRST, knowledge));
    for (const [index, handle] of handles.entries()) {
      handle.save(stateOf(sheetOf({ traffic: index })));
      handle.save(stateOf(sheetOf({ traffic: index, loss: 'some' })));
    }
    for (const [index, { path }] of handles.entries()) {
      expect(await readFile(path, 'utf8')).toContain(`traffic: ${index}`);
    }
  });
});

describe('an interview that two go on with', () => {
  async function opened(state: string) {
    const stores = storesIn(state);
    const { path } = stores().create({ ...FIRST, sheet: sheetOf({ loss: 'some' }) }, knowledge);
    const open = async () => (await stores().open(path)).keep(PLAN, knowledge);
    return { path, first: await open(), second: await open() };
  }

  test('goes on in a copy for the one who saves second, and nothing of either is lost', async () => {
    const state = await folderWith({});
    const { path, first, second } = await opened(state);
    first.save(stateOf(sheetOf({ loss: 'some', traffic: 40 })));
    second.save(stateOf(sheetOf({ loss: 'some', staleness: 'never' })));
    expect(first.path).toBe(path);
    expect(second.path).not.toBe(path);
    expect(dirname(second.path)).toBe(interviewsIn(state));
    expect(await readFile(path, 'utf8')).toContain('traffic: 40');
    expect(await readFile(path, 'utf8')).not.toContain('never');
    const copy = await readFile(second.path, 'utf8');
    expect(copy).toContain('staleness: never');
    expect(copy).not.toContain('traffic');
  });

  test('stays with each in its own file from then on', async () => {
    const state = await folderWith({});
    const { first, second } = await opened(state);
    first.save(stateOf(sheetOf({ traffic: 1 })));
    second.save(stateOf(sheetOf({ traffic: 2 })));
    const copy = second.path;
    first.save(stateOf(sheetOf({ traffic: 1, loss: 'some' })));
    second.save(stateOf(sheetOf({ traffic: 2, loss: 'some' })));
    expect(second.path).toBe(copy);
    expect(await readdir(interviewsIn(state))).toHaveLength(2);
  });

  test('goes on in a copy as well where somebody has edited it by hand', async () => {
    const state = await folderWith({});
    const { path, first } = await opened(state);
    const edited = `${await readFile(path, 'utf8')}# mine\n`;
    await writeFile(path, edited);
    first.save(stateOf(sheetOf({ traffic: 40 })));
    expect(await readFile(path, 'utf8')).toBe(edited);
    expect(await readFile(first.path, 'utf8')).toContain('traffic: 40');
  });

  test('needs no copy as long as both say the same', async () => {
    const state = await folderWith({});
    const { path, first, second } = await opened(state);
    for (const each of [first, second]) each.save(stateOf(sheetOf({ traffic: 40 })));
    expect([first.path, second.path]).toEqual([path, path]);
    expect(await readdir(interviewsIn(state))).toEqual([basename(path)]);
  });

  test('is not deleted at the end of one who did not write it last', async () => {
    const state = await folderWith({});
    const { path, first, second } = await opened(state);
    first.save(stateOf(sheetOf({ traffic: 40 })));
    second.remove();
    expect(await readFile(path, 'utf8')).toContain('traffic: 40');
    first.remove();
    expect(await readdir(interviewsIn(state))).toEqual([]);
  });

  test('is saved again where the other has ended it', async () => {
    const state = await folderWith({});
    const { path, first, second } = await opened(state);
    first.remove();
    second.save(stateOf(sheetOf({ traffic: 40 })));
    expect(second.path).toBe(path);
    expect(await readFile(path, 'utf8')).toContain('traffic: 40');
  });
});

describe('a link to an interview', () => {
  test('is followed: the interview is saved where it leads', async () => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const { path } = stores().create(FIRST, knowledge);
    const link = await linkTo(path, join(state, 'left.yaml'));
    const open = await stores().open(link);
    expect(open.path).toBe(path);
    const handle = open.keep(PLAN, knowledge);
    handle.save(stateOf(sheetOf({ loss: 'some' })));
    expect(await readFile(path, 'utf8')).toContain('loss: some');
    expect(await readlink(link)).toBe(path);
    handle.remove();
    expect(await readdir(interviewsIn(state))).toEqual([]);
  });
});

describe('the newest interview', () => {
  test('is the one saved last', async () => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const [a, b, c] = ['a', 'b', 'c'].map((system) =>
      stores().create({ ...FIRST, sheet: { ...EMPTY, system } }, knowledge),
    );
    if (!a || !b || !c) throw new Error('Nothing was kept');
    await utimes(a.path, 1000, 3000);
    await utimes(b.path, 1000, 2000);
    await utimes(c.path, 1000, 1000);
    const newest = await stores().newest();
    expect(newest?.interview.path).toBe(a.path);
    expect(newest?.others).toBe(2);
  });

  test.each<[string, Trail]>([
    ['answered', { asked: ['loss'], toReview: [] }],
    ['to be looked at again', { asked: [], toReview: ['loss'] }],
  ])('is not one with nothing in it, where there is one with something %s', async (_, trail) => {
    const stores = storesIn(await folderWith({}));
    const given = { ...FIRST, sheet: sheetOf({ loss: 'some' }) };
    const filled = stores().create({ ...given, trail }, knowledge);
    const empty = stores().create(given, knowledge);
    await utimes(filled.path, 1000, 3000);
    await utimes(empty.path, 1000, 4000);
    const newest = await stores().newest();
    expect(newest?.interview.path).toBe(filled.path);
    expect(newest?.others).toBe(1);
    await rm(filled.path);
    const left = await stores().newest();
    expect(left?.interview.path).toBe(empty.path);
    expect(left?.others).toBe(0);
  });

  test('is none of the other files in the folder', async () => {
    const state = await folderWith({
      'arch-advisor/interviews/2026-11-23-0158-7f3a.yaml.1234567': '# interview: {"vers',
      'arch-advisor/interviews/notes.yaml': 'mine',
    });
    expect(await storesIn(state)().newest()).toBeUndefined();
    expect(await readdir(interviewsIn(state))).toHaveLength(2);
  });

  test('is looked for where old unfinished files are deleted, and nothing else', async () => {
    const name = '2026-11-23-0158-0000';
    const old = [`${name}.yaml.1234567`];
    const kept = ['2026-11-23-0158-1111.yaml.1234567', 'mine.yaml.1', `${name}.yaml.bak`];
    const entries = [...old, ...kept].map((each) => [`arch-advisor/interviews/${each}`, 'x']);
    const state = await folderWith(Object.fromEntries(entries));
    const day = 24 * 60 * 60;
    const now = Date.now() / 1_000;
    for (const each of [...old, 'mine.yaml.1', `${name}.yaml.bak`]) {
      await utimes(join(interviewsIn(state), each), now - 2 * day, now - 2 * day);
    }
    expect(await storesIn(state)({ now: () => new Date() }).newest()).toBeUndefined();
    expect((await readdir(interviewsIn(state))).toSorted()).toEqual(kept.toSorted());
  });

  test('is not passed over where it is damaged', async () => {
    const name = '2026-11-23-0158-7f3a.yaml';
    const state = await folderWith({ [`arch-advisor/interviews/${name}`]: '' });
    expect((await failureOf(() => storesIn(state)().newest())).message).toContain(name);
  });
});

describe('a damaged interview', () => {
  const GOOD = {
    version: 1,
    decisions: [],
    order: 'adaptive',
    asked: ['loss'],
    toReview: [],
    knowledge: [],
    addKnowledge: [],
  };
  const line = (change: object) => `# interview: ${JSON.stringify({ ...GOOD, ...change })}\n`;
  const deep = '['.repeat(200_000);

  test.each<[string, string, number]>([
    ['without its first line', 'answers: { loss: some }\n', 1],
    ['that is empty', '', 1],
    ['cut short', '# interview: {"version":1,"decis', 1],
    ['of another version', line({ version: 2 }), 1],
    ['with a field more', line({ shell: 'rm' }), 1],
    ['with a field less', line({ asked: undefined }), 1],
    ['with a path that is not absolute', line({ save: '../mine.yaml' }), 1],
    ['with a path that no system has', line({ save: '/mine\0.yaml' }), 1],
    ['with an unknown order', line({ order: 'any' }), 1],
    ['with a share beyond all', line({ quick: 1001 }), 1],
    ['with more than all picks', line({ enough: 1001 }), 1],
    ['with half a thousandth', line({ quick: 900.5 }), 1],
    ['with an id that is none', line({ asked: ['\u001b[31m'] }), 1],
    ['with a name of JavaScript', '# interview: {"__proto__":{"version":1}}\n', 1],
    ['with a list', '# interview: [1]\n', 1],
    ['that nests without end', `# interview: ${deep}\n`, 1],
    ['with an unknown question', `${line({ asked: ['lost'] })}answers: {}\n`, 1],
    ['with an unknown decision', `${line({ decisions: ['storge'] })}answers: {}\n`, 1],
    ['with an unknown answer', `${line({})}system: X\nanswers:\n  loss: much\n`, 4],
    ['with an unknown key', `${line({})}secrets: {}\n`, 2],
    ['with broken YAML', `${line({})}answers: {}\nanswers: [\n`, 3],
    ['with YAML that nests without end', `${line({})}answers: ${'['.repeat(1000)}\n`, 2],
  ])('%s is refused with its file and line', async (_, text, lineNumber) => {
    const state = await folderWith({ 'kept.yaml': text });
    const path = join(state, 'kept.yaml');
    const error = await failureOf(async () => {
      const open = await storesIn(state)().open(path);
      try {
        open.withKnowledge(knowledge);
      } finally {
      }
    });
    expect(error.message).toMatch(new RegExp(`kept\\.yaml:${lineNumber}:\\d+: \\S`));
    expect(error.exitCode).toBe(2);
    expect(error.hint).toMatch(/\S/);
    expect(await readdir(state)).toEqual(['kept.yaml']);
  });

  test.each<[string, Uint8Array]>([
    ['bytes', Uint8Array.of(0, 1, 2)],
    ['no text', Uint8Array.of(0x23, 0xff, 0xfe)],
  ])('of %s is refused', async (_, bytes) => {
    const state = await folderWith({ 'kept.yaml': bytes });
    const { message } = await failureOf(() => storesIn(state)().open(join(state, 'kept.yaml')));
    expect(message).toContain('kept.yaml');
  });

  test.each(['nowhere.yaml', 'nowhere/at-all.yaml', 'folder'])('at %s is none', async (name) => {
    const state = await folderWith({ 'folder/x': '' });
    const { message } = await failureOf(() => storesIn(state)().open(join(state, name)));
    expect(message).toContain(name);
    expect(await readdir(state)).toEqual(['folder']);
  });

  test('whatever is done to its text is read, or refused with a sentence', async () => {
    const state = await folderWith({});
    const store = storesIn(state)();
    const good = `${line({ asked: ['loss', 'traffic'] })}answers: { loss: some, traffic: 40 }\n`;
    const path = join(state, 'kept.yaml');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length),
        fc.nat(5),
        fc.string({ unit: 'binary', maxLength: 5 }),
        async (at, gone, put) => {
          await writeFile(path, good.slice(0, at) + put + good.slice(at + gone));
          await failureOf(async () => {
            const open = await store.open(path);
            open.withKnowledge(knowledge);
            throw new UserError('It was read');
          });
        },
      ),
      { numRuns },
    );
  });

  test('asks again what somebody has taken out of it by hand', async () => {
    const text = `${line({ asked: ['loss', 'traffic'], toReview: ['traffic'] })}answers: { loss: some }\n`;
    const state = await folderWith({ 'kept.yaml': text });
    const open = await storesIn(state)().open(join(state, 'kept.yaml'));
    expect(open.withKnowledge(knowledge).trail).toEqual({ asked: ['loss'], toReview: [] });
  });

  test('half written never stands in the place of a whole one', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)().create(FIRST, knowledge);
    handle.save(stateOf(sheetOf({ loss: 'some' })));
    await writeFile(`${handle.path}.99`, '# interview: {"version":1,"dec');
    const open = (await storesIn(state)().newest())?.interview;
    expect(open?.withKnowledge(knowledge).sheet.answers.size).toBe(1);
  });

  test('is never met by one who reads while it is saved', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)().create(FIRST, knowledge);
    const reader = spawn(process.execPath, ['-e', READER, handle.path]);
    onTestFinished(() => void reader.kill());
    const ended = new Promise<number | null>((done) => reader.on('exit', done));
    await new Promise((done) => reader.stdout.once('data', done));
    const note = 'x'.repeat(200_000);
    for (let round = 0; round < 100; round += 1) {
      const notes = new Map([['loss', `${note}${round}`]]);
      handle.save(stateOf({ ...EMPTY, system: 'the end', notes }));
    }
    handle.remove();
    expect(await ended).toBe(0);
  });
});

/** Reads until there is nothing to read; fails on a text without its first or its last line. */
const READER = `
  const { readFileSync } = require('node:fs');
  process.stdout.write('reading');
  for (let reads = 0; ; reads += 1) {
    let text;
    try { text = readFileSync(process.argv[1], 'utf8'); } catch { process.exit(reads > 0 ? 0 : 2); }
    if (!text.startsWith('# interview: {') || !text.endsWith('\\n')) process.exit(1);
    if (text.includes('the end') && !/x\\d+\\n$/.test(text)) process.exit(1);
  }
`;

describe('the answers of an interview that is over', () => {
  const sheet = () => ({ sheet: sheetOf({ loss: 'some' }), knowledge });
  const hintFor = (taken: string) => `name another file than ${taken}`;

  test('go where they are wanted, and never over another file', async () => {
    const folder = await folderWith({ 'theirs.yaml': 'theirs' });
    const mine = join(folder, 'mine.yaml');
    expect(await saveNewAnswers({ save: mine }, sheet(), hintFor)).toBe(mine);
    expect(await readFile(mine, 'utf8')).toBe(answerFileText(sheet().sheet, knowledge));
    const theirs = join(folder, 'theirs.yaml');
    const { message, hint } = await failureOf(() =>
      saveNewAnswers({ save: theirs }, sheet(), hintFor),
    );
    expect({ message, hint }).toEqual({ message: `\`${theirs}\` exists`, hint: hintFor(theirs) });
    expect(await readFile(theirs, 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['mine.yaml', 'theirs.yaml']);
  });

  test('replace those that they come from', async () => {
    const folder = await folderWith({ 'mine.yaml': 'answers: {}\n' });
    const mine = join(folder, 'mine.yaml');
    const wish = await wishFor({ save: mine, answers: [mine] });
    await saveNewAnswers(wish, sheet(), hintFor);
    expect(await readFile(mine, 'utf8')).toContain('loss: some');
  });

  test('do not replace those that they come from once somebody else has changed them', async () => {
    const folder = await folderWith({ 'mine.yaml': 'answers: {}\n' });
    const mine = join(folder, 'mine.yaml');
    const [first, second] = [
      await wishFor({ save: mine, answers: [mine] }),
      await wishFor({ save: mine, answers: [mine] }),
    ];
    await saveNewAnswers(first, sheet(), hintFor);
    const { message, hint } = await failureOf(() =>
      saveNewAnswers(second, { sheet: sheetOf({ traffic: 40 }), knowledge }, hintFor),
    );
    expect(message).toBe(`\`${mine}\` has changed since its answers were read`);
    expect(hint).toBe(hintFor(mine));
    expect(await readFile(mine, 'utf8')).toContain('loss: some');
  });

  test('come again where the file that they come from is gone', async () => {
    const folder = await folderWith({ 'mine.yaml': 'answers: {}\n' });
    const mine = join(folder, 'mine.yaml');
    const wish = await wishFor({ save: mine, answers: [mine] });
    await rm(mine);
    expect(await saveNewAnswers(wish, sheet(), hintFor)).toBe(mine);
  });

  test('go to the next free usual name, each interview to its own', async () => {
    const folder = await folderWith({ 'arch-advisor-answers-2.yaml': 'theirs' });
    const names = await inFolder(folder, () =>
      Promise.all([1, 2, 3].map(() => saveNewAnswers({}, sheet(), hintFor))),
    );
    expect(names.toSorted()).toEqual([
      'arch-advisor-answers-3.yaml',
      'arch-advisor-answers-4.yaml',
      'arch-advisor-answers.yaml',
    ]);
    expect(await readdir(folder)).toHaveLength(4);
    expect(await readFile(join(folder, 'arch-advisor-answers-2.yaml'), 'utf8')).toBe('theirs');
  });

  test('of several processes at once are all there', async () => {
    const folder = await folderWith({});
    const script = `
      const { createFile } = await import(process.argv[1]);
      for (let number = 1, left = 10; left > 0; number += 1) {
        if (createFile(process.argv[2] + '/' + number, process.pid + ' whole')) left -= 1;
      }`;
    const module = resolve('dist/cli/whole-file.js');
    const runs = [1, 2, 3].map(
      () =>
        new Promise<number | null>((done) => {
          const args = ['--input-type=module', '-e', script, module, folder];
          spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', done);
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    const names = await readdir(folder);
    expect(names.map(Number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toMatch(/ whole$/);
  });

  test.each(['nowhere/mine.yaml', 'file/mine.yaml'])('cannot go to %s', async (name) => {
    const folder = await folderWith({ file: '' });
    const path = join(folder, name);
    const late = await failureOf(() => saveNewAnswers({ save: path }, sheet(), hintFor));
    const early = await failureOf(() => placeForAnswers({ save: path }, hintFor));
    for (const { message, hint } of [late, early]) {
      expect(message).toMatch(/`.*mine\.yaml` cannot be written \(E\w+\)/);
      expect(hint).toMatch(/^its folder .*; name another file after --save$/);
    }
  });

  test('do not follow a link that leads nowhere', async () => {
    const folder = await folderWith({});
    const path = join(folder, 'link.yaml');
    await symlink(join(folder, 'target'), path);
    await failureOf(() => placeForAnswers({ save: path }, hintFor));
    await failureOf(() => saveNewAnswers({ save: path }, sheet(), hintFor));
    expect(await readdir(folder)).toEqual(['link.yaml']);
  });

  test('go into a folder made for them, and no file is left beside them', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'out'));
    await saveNewAnswers({ save: join(folder, 'out', 'mine.yaml') }, sheet(), hintFor);
    expect(await readdir(join(folder, 'out'))).toEqual(['mine.yaml']);
  });

  async function inFolder<T>(folder: string, act: () => Promise<T>): Promise<T> {
    const before = process.cwd();
    try {
      process.chdir(folder);
      return await act();
    } finally {
      process.chdir(before);
    }
  }
});
