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

/** Stores of as many processes, all alive as long as they are not named among the dead. */
function storesIn(state: string, dead: readonly number[] = []) {
  let drawn = 0;
  return (pid: number, around: Partial<Surroundings> = {}): InterviewStore =>
    openStore(
      { env: { XDG_STATE_HOME: state } },
      {
        pid,
        isAlive: (other) => !dead.includes(other),
        token: () => {
          drawn += 1;
          return (drawn * 65_536 + drawn).toString(16).padStart(8, '0').slice(-8);
        },
        now: () => new Date(2026, 10, 23, 1, 58),
        ...around,
      },
    );
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

/** Root may write anywhere, so that for the rest of the test it is somebody else. */
function asNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.('nobody');
  onTestFinished(() => process.seteuid?.(0));
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
    const handle = storesIn(state)(1).create(FIRST, knowledge);
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    for (const folder of [join(state, 'arch-advisor'), interviewsIn(state)]) {
      expect(await modeOf(folder)).toBe(0o700);
    }
    const files = async () => {
      const names = await readdir(interviewsIn(state));
      return Promise.all(names.map((name) => modeOf(join(interviewsIn(state), name))));
    };
    expect(await files()).toEqual([0o600, 0o600]);
    handle.save(sheetOf({ loss: 'some' }), START);
    expect(await files()).toEqual([0o600, 0o600]);
  });

  test('is not made before something is kept in it', async () => {
    const state = await folderWith({});
    expect(await storesIn(state)(1).newest()).toBeUndefined();
    expect(await readdir(state)).toEqual([]);
  });

  test.each([
    ['a file in its place', { 'arch-advisor/interviews': 'mine' }],
    ['a file in the place of a folder above it', { 'arch-advisor': 'mine' }],
  ])('is told of where there is %s', async (_, files) => {
    const state = await folderWith(files);
    const store = storesIn(state)(1);
    const { message, hint } = await failureOf(() => store.create(FIRST, knowledge));
    expect(message).toContain(`\`${interviewsIn(state)}\``);
    expect(hint).toBe('set XDG_STATE_HOME to a folder that can be written');
    expect(await failureOf(() => store.newest())).toMatchObject({ hint });
  });

  test('is reported where it may not be written', async () => {
    const state = await folderWith({});
    await chmod(state, 0o500);
    asNobody();
    const { message, hint } = await failureOf(() => storesIn(state)(1).create(FIRST, knowledge));
    expect(message).toContain('(EACCES)');
    expect(hint).toBe('set XDG_STATE_HOME to a folder that can be written');
  });
});

test.skipIf(!existsSync('/proc/self'))('a folder that none can be made in is told of', async () => {
  const script = `
    const { makeFolder } = await import(process.argv[1]);
    try { makeFolder('/proc/nope/state'); } catch (error) { process.stdout.write(error.code); }`;
  const args = ['--input-type=module', '-e', script, resolve('dist/cli/interview/state-folder.js')];
  // What never ends could not be ended in this process.
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(stdout).toBe('ENOENT');
  const { message, hint } = await failureOf(() =>
    storesIn('/proc/nope')(1).create(FIRST, knowledge),
  );
  expect(message).toBe(
    `The interview cannot be kept in \`${interviewsIn('/proc/nope')}\` (ENOENT)`,
  );
  expect(hint).toBe('set XDG_STATE_HOME to a folder that can be written');
});

describe('a kept interview', () => {
  test('has a name that a person can read', async () => {
    const handle = storesIn(await folderWith({}))(1).create(FIRST, knowledge);
    expect(basename(handle.path)).toMatch(/^2026-11-23-0158-[0-9a-f]{4}\.yaml$/);
  });

  test('is an answer file as it stands', async () => {
    const handle = storesIn(await folderWith({}))(1).create(FIRST, knowledge);
    handle.save(sheetOf({ traffic: 40, contents: ['orders'] }, { system: 'Shop' }), {
      asked: ['contents', 'traffic'],
      toReview: [],
    });
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
    const { path, release } = storesIn(state)(1).create(
      { ...FIRST, sheet: sheetOf({ loss: 'some' }) },
      knowledge,
    );
    release();
    const { sheet } = (await storesIn(state)(2).open(path)).withKnowledge(knowledge);
    expect(sheet.answers).toEqual(sheetOf({ loss: 'some' }).answers);
  });

  test('tells how to go on, with the places that paths meant when it was begun', async () => {
    const state = await folderWith({});
    const plan: InterviewPlan = {
      topic: { decisions: ['storage', 'guards'], order: 'file', quick: 900 },
      knowledge: { knowledge: [SMALL], add: ['more', '/other'] },
      save: 'mine.yaml',
      replaces: 'a'.repeat(64),
    };
    const trail = { asked: ['loss', 'traffic'], toReview: ['loss'] };
    const sheet = sheetOf({ loss: 'some', traffic: 'unknown' });
    const { path, release } = storesIn(state)(1).create({ plan, sheet, trail }, knowledge);
    release();
    const resumed = (await storesIn(state)(2).open(path)).withKnowledge(knowledge);
    expect(resumed.plan).toEqual({
      topic: plan.topic,
      knowledge: { knowledge: [resolve(SMALL)], add: [resolve('more'), '/other'] },
      save: resolve('mine.yaml'),
      replaces: 'a'.repeat(64),
    });
    expect(resumed.trail).toEqual(trail);
    expect(resumed.sheet).toMatchObject(sheet);
  });

  test('is gone when it is removed, with all that lay beside it', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)(1).create(FIRST, knowledge);
    handle.save(sheetOf({ loss: 'some' }), START);
    handle.remove();
    handle.release();
    expect(await readdir(interviewsIn(state))).toEqual([]);
  });

  test('is saved although its folder was swept away', async () => {
    const state = await folderWith({});
    const handle = storesIn(join(state, 'deep'))(1).create(FIRST, knowledge);
    await rm(join(state, 'deep'), { recursive: true });
    handle.save(sheetOf({ loss: 'some' }), START);
    expect(await readFile(handle.path, 'utf8')).toContain('loss: some');
  });

  test('keeps what it had where it cannot be saved', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)(1).create(FIRST, knowledge);
    await rm(interviewsIn(state), { recursive: true });
    await writeFile(interviewsIn(state), 'mine');
    const { message, hint } = await failureOf(() => handle.save(sheetOf({ loss: 'some' }), START));
    expect(message).toContain(`\`${handle.path}\``);
    expect(hint).toContain('XDG_STATE_HOME');
  });

  test('stays readable whatever a path in it is made of', async () => {
    const state = await folderWith({});
    const save = '/tmp/a\nb\r\u0085\u2028\u202e"\\ \u001b[31m.yaml';
    const { path, release } = storesIn(state)(1).create(
      { ...FIRST, plan: { ...PLAN, save } },
      knowledge,
    );
    release();
    expect(await readFile(path, 'utf8')).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect((await storesIn(state)(2).open(path)).plan.save).toBe(save);
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
    const handle = stores(1).create(FIRST, knowledge);
    handle.release();
    await fc.assert(
      fc.asyncProperty(sheets, fc.nat(), async (sheet, seed) => {
        const asked = shuffled([...sheet.answers.keys()], seed);
        const toReview = asked.slice(0, seed % 3);
        handle.save(sheet, { asked, toReview });
        const open = await stores(2).open(handle.path);
        open.release();
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
    const tokens = (...drawn: string[]) => ({ token: () => drawn.shift() ?? 'ffff9999' });
    const one = storesIn(state)(1, tokens('abcd0000', '00000001')).create(FIRST, knowledge);
    one.release();
    const two = storesIn(state)(2, tokens('abcd0000', '00000002', 'ef010000', '00000003')).create(
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

  test('never share a name, though nothing is saved under it yet', async () => {
    const state = await folderWith({});
    const drawn = ['abcd0000', '00000001', 'ef010000', '00000002'];
    await mkdir(interviewsIn(state), { recursive: true });
    await writeFile(join(interviewsIn(state), '2026-11-23-0158-abcd.yaml.lock-1-0123abcd'), '');
    const token = () => drawn.shift() ?? 'ffff9999';
    const { path } = storesIn(state)(2, { token }).create(FIRST, knowledge);
    expect(basename(path)).toBe('2026-11-23-0158-ef01.yaml');
    expect(await readdir(interviewsIn(state))).toEqual([
      '2026-11-23-0158-abcd.yaml.lock-1-0123abcd',
      basename(path),
      `${basename(path)}.lock-2-00000002`,
    ]);
  });

  test('do not write over each other', async () => {
    const stores = storesIn(await folderWith({}));
    const handles = [1, 2].map((pid) => stores(pid).create(FIRST, knowledge));
    for (const [index, handle] of handles.entries()) {
      handle.save(sheetOf({ traffic: index }), START);
      handle.save(sheetOf({ traffic: index, loss: 'some' }), START);
    }
    for (const [index, { path }] of handles.entries()) {
      expect(await readFile(path, 'utf8')).toContain(`traffic: ${index}`);
    }
  });

  test('do not both go on with one interview', async () => {
    const state = await folderWith({});
    const { path, release } = storesIn(state)(1).create(FIRST, knowledge);
    release();
    const stores = storesIn(state);
    for (let round = 0; round < 20; round += 1) {
      const pids = [100, 200, 300, 400];
      const opened = await Promise.allSettled(pids.map((pid) => stores(pid).open(path)));
      const holding = opened.filter(({ status }) => status === 'fulfilled');
      expect(holding.length).toBeLessThanOrEqual(1);
      for (const each of opened) {
        if (each.status === 'fulfilled') each.value.release();
        else expect(each.reason).toBeInstanceOf(UserError);
      }
      expect(await readdir(interviewsIn(state))).toEqual([basename(path)]);
    }
  });
});

describe('an interview in use', () => {
  test('is refused, with the process that has it and what to do', async () => {
    const stores = storesIn(await folderWith({}));
    const { path } = stores(11).create(FIRST, knowledge);
    const { message, hint, exitCode } = await failureOf(() => stores(22).open(path));
    expect(message).toBe(`The interview \`${path}\` is in use by process 11`);
    expect(hint).toContain(`delete ${path}.lock-11-`);
    expect(exitCode).toBe(2);
  });

  test.each<[string, (link: string, path: string) => Promise<string>]>([
    ['a link to it', (link, path) => linkTo(path, link)],
    ['a link to a link', async (link, path) => linkTo(await linkTo(path, `${link}-2`), link)],
    [
      'a link to its folder',
      async (link, path) => join(await linkTo(dirname(path), link), basename(path)),
    ],
  ])('is refused through %s, too', async (_, linked) => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const { path } = stores(11).create(FIRST, knowledge);
    const link = await linked(join(state, 'link'), path);
    const { message, hint } = await failureOf(() => stores(22).open(link));
    expect(message).toContain('is in use by process 11');
    expect(hint).toContain(`${basename(path)}.lock-11-`);
  });

  test('is locked and saved where a link to it leads', async () => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const { path, release } = stores(11).create(FIRST, knowledge);
    release();
    const link = await linkTo(path, join(state, 'left.yaml'));
    const open = await stores(22).open(link);
    expect(open.path).toBe(path);
    expect((await failureOf(() => stores(33).open(path))).message).toContain('process 22');
    const handle = open.keep(PLAN, knowledge);
    handle.save(sheetOf({ loss: 'some' }), START);
    expect(await readFile(path, 'utf8')).toContain('loss: some');
    expect(await readlink(link)).toBe(path);
    handle.remove();
    expect(await readdir(interviewsIn(state))).toEqual([]);
  });

  test('can be had as soon as it is released', async () => {
    const stores = storesIn(await folderWith({}));
    const { path, release } = stores(11).create(FIRST, knowledge);
    release();
    const open = await stores(22).open(path);
    expect((await failureOf(() => stores(11).open(path))).message).toContain('process 22');
    open.release();
    (await stores(11).open(path)).release();
  });

  test('of a process that is gone is taken over, and nothing of that process is left', async () => {
    const state = await folderWith({});
    const { path } = storesIn(state)(11).create(FIRST, knowledge);
    await writeFile(`${path}.1234567`, '# interview: {"ver');
    const open = await storesIn(state, [11])(22).open(path);
    const names = await readdir(interviewsIn(state));
    expect(names).toEqual([basename(path), expect.stringContaining('.lock-22-')]);
    open.release();
  });

  test('that lies elsewhere is opened without touching what lies beside it', async () => {
    const state = await folderWith({ 'mine/left.yaml.1': 'an older copy' });
    const { path, release } = storesIn(state)(11).create(FIRST, knowledge);
    release();
    const copy = join(state, 'mine', 'left.yaml');
    await writeFile(copy, await readFile(path));
    (await storesIn(state)(22).open(copy)).release();
    expect(await readdir(join(state, 'mine'))).toEqual(['left.yaml', 'left.yaml.1']);
  });

  test('of a process that had the id of this one before is taken over', async () => {
    const state = await folderWith({});
    const { path, release } = storesIn(state)(11).create(FIRST, knowledge);
    release();
    await writeFile(`${path}.lock-11-0123abcd`, '');
    (await storesIn(state)(11).open(path)).release();
    expect(await readdir(interviewsIn(state))).toEqual([basename(path)]);
  });

  test('is known by the system, whoever runs the process', async () => {
    const state = await folderWith({});
    const env = { XDG_STATE_HOME: state };
    const { path, release } = openStore({ env }).create(FIRST, knowledge);
    release();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void other.kill());
    await writeFile(`${path}.lock-${other.pid}-0123abcd`, '');
    const { message } = await failureOf(() => openStore({ env }).open(path));
    expect(message).toContain(`process ${other.pid}`);
    other.kill('SIGKILL');
    await new Promise((done) => other.on('exit', done));
    (await openStore({ env }).open(path)).release();
  });

  test('is released where it turns out to be damaged', async () => {
    const state = await folderWith({ 'kept.yaml': 'answers: {}\n' });
    const path = join(state, 'kept.yaml');
    await failureOf(() => storesIn(state)(1).open(path));
    expect(await readdir(state)).toEqual(['kept.yaml']);
  });
});

describe('the newest interview', () => {
  test('is the one saved last that nobody holds', async () => {
    const state = await folderWith({});
    const stores = storesIn(state);
    const [a, b, c] = ['a', 'b', 'c'].map((system) =>
      stores(1).create({ ...FIRST, sheet: { ...EMPTY, system } }, knowledge),
    );
    if (!a || !b || !c) throw new Error('Nothing was kept');
    await utimes(a.path, 1000, 3000);
    await utimes(b.path, 1000, 2000);
    await utimes(c.path, 1000, 4000);
    a.release();
    b.release();
    const newest = await stores(2).newest();
    expect(newest?.interview.path).toBe(a.path);
    expect(newest?.others).toBe(2);
    expect((await stores(3).newest())?.interview.path).toBe(b.path);
  });

  test.each<[string, Trail]>([
    ['answered', { asked: ['loss'], toReview: [] }],
    ['to be looked at again', { asked: [], toReview: ['loss'] }],
  ])('is not one with nothing in it, where there is one with something %s', async (_, trail) => {
    const stores = storesIn(await folderWith({}));
    const given = { ...FIRST, sheet: sheetOf({ loss: 'some' }) };
    const filled = stores(1).create({ ...given, trail }, knowledge);
    const empty = stores(1).create(given, knowledge);
    await utimes(filled.path, 1000, 3000);
    await utimes(empty.path, 1000, 4000);
    filled.release();
    empty.release();
    const newest = await stores(2).newest();
    expect(newest?.interview.path).toBe(filled.path);
    expect(newest?.others).toBe(1);
    const left = await stores(3).newest();
    expect(left?.interview.path).toBe(empty.path);
    expect(left?.others).toBe(1);
  });

  test('is told to be in use where all are', async () => {
    const stores = storesIn(await folderWith({}));
    const { path } = stores(1).create(FIRST, knowledge);
    const { message } = await failureOf(() => stores(2).newest());
    expect(message).toBe(`The interview \`${path}\` is in use by process 1`);
  });

  test('is none of the other files in the folder', async () => {
    const state = await folderWith({
      'arch-advisor/interviews/2026-11-23-0158-7f3a.yaml.1234567': '# interview: {"vers',
      'arch-advisor/interviews/2026-11-23-0158-7f3a.yaml.lock-1-0123abcd': '',
      'arch-advisor/interviews/notes.yaml': 'mine',
    });
    expect(await storesIn(state)(2).newest()).toBeUndefined();
    expect(await readdir(interviewsIn(state))).toHaveLength(3);
  });

  test('is looked for where what dead processes left is swept away, and nothing else', async () => {
    const [dead, held, mine] = ['2026-11-23-0158-0000', '2026-11-23-0158-1111', 'mine'];
    const gone = [
      `${dead}.yaml.1234567`,
      `${dead}.yaml.lock-11-0123abcd`,
      `${dead}.yaml.lock-12-0123abcd`,
      `${held}.yaml.lock-12-0123abcd`,
    ];
    const kept = [
      `${held}.yaml.1234567`,
      `${held}.yaml.lock-33-0123abcd`,
      ...[`${dead}.yaml.bak`, `${dead}.yaml.lock-11`, `${dead}.yaml.lock-11-0123abcd.1`],
      ...[`${mine}.yaml.1234567`, `${mine}.yaml.lock-11-0123abcd`, `${dead}.txt.1`],
    ];
    const entries = [...gone, ...kept].map((name) => [`arch-advisor/interviews/${name}`, 'x']);
    const state = await folderWith(Object.fromEntries(entries));
    expect(await storesIn(state, [11, 12])(22).newest()).toBeUndefined();
    expect(await readdir(interviewsIn(state))).toEqual(kept.toSorted());
  });

  test('is opened beside what its dead process left', async () => {
    const state = await folderWith({});
    const { path } = storesIn(state)(11).create(FIRST, knowledge);
    await writeFile(`${path}.1234567`, '# interview: {"ver');
    const newest = await storesIn(state, [11])(22).newest();
    expect(newest?.others).toBe(0);
    newest?.interview.release();
    expect(await readdir(interviewsIn(state))).toEqual([basename(path)]);
  });

  test('is not passed over where it is damaged', async () => {
    const name = '2026-11-23-0158-7f3a.yaml';
    const state = await folderWith({ [`arch-advisor/interviews/${name}`]: '' });
    expect((await failureOf(() => storesIn(state)(1).newest())).message).toContain(name);
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
      const open = await storesIn(state)(1).open(path);
      try {
        open.withKnowledge(knowledge);
      } finally {
        open.release();
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
    const { message } = await failureOf(() => storesIn(state)(1).open(join(state, 'kept.yaml')));
    expect(message).toContain('kept.yaml');
  });

  test.each(['nowhere.yaml', 'nowhere/at-all.yaml', 'folder'])('at %s is none', async (name) => {
    const state = await folderWith({ 'folder/x': '' });
    const { message } = await failureOf(() => storesIn(state)(1).open(join(state, name)));
    expect(message).toContain(name);
    expect(await readdir(state)).toEqual(['folder']);
  });

  test('whatever is done to its text is read, or refused with a sentence', async () => {
    const state = await folderWith({});
    const store = storesIn(state)(1);
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
            open.release();
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
    const open = await storesIn(state)(1).open(join(state, 'kept.yaml'));
    expect(open.withKnowledge(knowledge).trail).toEqual({ asked: ['loss'], toReview: [] });
    open.release();
  });

  test('half written never stands in the place of a whole one', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)(1).create(FIRST, knowledge);
    handle.save(sheetOf({ loss: 'some' }), START);
    handle.release();
    await writeFile(`${handle.path}.99`, '# interview: {"version":1,"dec');
    const open = (await storesIn(state)(2).newest())?.interview;
    expect(open?.withKnowledge(knowledge).sheet.answers.size).toBe(1);
    expect(await readdir(interviewsIn(state))).not.toContain(`${basename(handle.path)}.99`);
    open?.release();
  });

  test('is never met by one who reads while it is saved', async () => {
    const state = await folderWith({});
    const handle = storesIn(state)(1).create(FIRST, knowledge);
    const reader = spawn(process.execPath, ['-e', READER, handle.path]);
    onTestFinished(() => void reader.kill());
    const ended = new Promise<number | null>((done) => reader.on('exit', done));
    await new Promise((done) => reader.stdout.once('data', done));
    const note = 'x'.repeat(200_000);
    for (let round = 0; round < 100; round += 1) {
      const notes = new Map([['loss', `${note}${round}`]]);
      handle.save({ ...EMPTY, system: 'the end', notes }, START);
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
    const wish = await wishFor({ save: mine, answers: mine });
    await saveNewAnswers(wish, sheet(), hintFor);
    expect(await readFile(mine, 'utf8')).toContain('loss: some');
  });

  test('do not replace those that they come from once somebody else has changed them', async () => {
    const folder = await folderWith({ 'mine.yaml': 'answers: {}\n' });
    const mine = join(folder, 'mine.yaml');
    const [first, second] = [
      await wishFor({ save: mine, answers: mine }),
      await wishFor({ save: mine, answers: mine }),
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
    const wish = await wishFor({ save: mine, answers: mine });
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
      expect(hint).toBe('name another file after --save');
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
