import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { knownAnswers } from '../../src/common/answers.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { answered, type Start, startInterview } from '../../src/interview/interview.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { readAdvice } from '../support/cli-advice.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { answerer, randomFrom } from '../support/engine-random-answers.ts';
import { builtInKnowledge, SMALL, smallKnowledge } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** `next --json` in version 2: fields may be added, so that others are let through. */
const pick = z.object({
  status: z.enum(['settled', 'open', 'tied', 'not-applicable', 'infeasible']),
  recommended: z.array(z.string()),
  applies: z.enum(['yes', 'no', 'undecided']),
});

const share = z.int().min(0).max(1_000);

const question = z.object({
  id: z.string().min(1),
  ask: z.string().min(1),
  help: z.string(),
  group: z.string(),
  several: z.boolean(),
  limit: z.int().optional(),
  unit: z.string().optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).min(2),
  why: z.array(
    z.object({
      choice: z.string(),
      changes: z.array(pick.extend({ decision: z.string(), before: pick })),
      shifts: z.array(
        z.object({
          decision: z.string(),
          recommended: z.array(z.string()),
          before: share,
          after: share,
        }),
      ),
    }),
  ),
  moves: z.array(z.string()).min(1),
});

const shape = z.object({
  version: z.literal(2),
  question: question.nullable(),
  ending: z.enum(['settled', 'likely', 'exhausted']).optional(),
  remaining: z.int().min(0),
  decisions: z.array(
    pick.extend({
      id: z.string(),
      dependsOn: z.array(z.string()),
      lead: z.object({ over: z.string(), by: z.int() }).optional(),
      share: share.optional(),
      appliesDependsOn: z.array(z.string()).min(1).optional(),
      appliesShare: z.int().min(1).max(999).optional(),
    }),
  ),
});

type Next = z.infer<typeof shape>;

/** Standard error may hold a remark on answers that contradict each other. */
async function nextOf(argv: readonly string[], knowledge = SMALL): Promise<Next> {
  const own = knowledge === '' ? [] : ['--knowledge', knowledge];
  const ran = await run(['next', '--json', ...argv, ...own]);
  expect(ran.code).toBe(0);
  return shape.parse(JSON.parse(ran.stdout));
}

function pickOf(status: string, applies: string) {
  return { decision: 'heap-order', status, applies };
}

const NOTHING: Start['sheet'] = { answers: new Map(), pins: new Map(), notes: new Map() };

describe('next --json', () => {
  test('gives the question as `list questions` does, why it is asked, and how things stand', async () => {
    const listed = JSON.parse((await runSmall(['list', 'questions', '--json'])).stdout);
    const ran = await runSmall(['next', '--profile', 'town-hall', '--json']);
    const { knowledge, ...rest } = JSON.parse(ran.stdout);
    const known = listed.questions.find(({ id }: { id: string }) => id === 'loss');
    const now = { status: 'open', recommended: ['no-guard'], applies: 'yes' };
    const settledOn = (alternative: string) => [
      {
        ...{ decision: 'guards', status: 'settled', recommended: [alternative], applies: 'yes' },
        before: now,
      },
    ];
    expect(knowledge.version).toBe('7.1.0');
    expect(rest).toEqual({
      version: 2,
      question: {
        ...known,
        why: [
          { choice: 'some', changes: settledOn('no-guard'), shifts: [] },
          { choice: 'nothing', changes: settledOn('twin'), shifts: [] },
        ],
        moves: ['guards'],
      },
      remaining: 1,
      decisions: [
        {
          ...{ id: 'storage', status: 'settled', recommended: ['cabinet'], applies: 'yes' },
          dependsOn: [],
        },
        {
          ...{ id: 'heap-order', status: 'not-applicable', recommended: [], applies: 'no' },
          dependsOn: [],
        },
        {
          ...{ id: 'labels', status: 'tied', recommended: ['short-labels', 'long-labels'] },
          ...{ applies: 'yes', dependsOn: [] },
        },
        { id: 'guards', ...now, dependsOn: ['loss'], share: 500 },
      ],
    });
  });

  test('keeps its shape with and without answers, with what comes along as well', async () => {
    const halfKnown = ['--profile', 'online-shop'];
    for (const argv of [['database'], halfKnown, [...halfKnown, '--order', 'file']]) {
      const { question, ending, remaining } = await nextOf(argv, '');
      expect(question).not.toBeNull();
      expect({ ending, isAny: remaining > 0 }).toEqual({ ending: undefined, isAny: true });
    }
  });

  test('goes on while a decision may not apply, and says in which share of the completions it does', async () => {
    const flags = ['heap-order', '--set', 'traffic=huge', '--set', 'staleness=seconds'];
    const { question, decisions } = await nextOf(flags);
    const standing = { id: 'heap-order', status: 'settled', recommended: ['by-date'] };
    expect(decisions).toEqual([
      {
        ...{ ...standing, applies: 'undecided', appliesDependsOn: ['loss'], dependsOn: [] },
        appliesShare: 500,
      },
    ]);
    expect(question).toMatchObject({ id: 'loss', moves: ['heap-order'] });
    expect(question?.why).toMatchObject([
      { choice: 'some', changes: [{ ...pickOf('settled', 'yes'), recommended: ['by-date'] }] },
      { choice: 'nothing', changes: [{ ...pickOf('not-applicable', 'no'), recommended: [] }] },
    ]);
    const ended = await nextOf([...flags, '--set', 'loss=some']);
    expect(ended).toMatchObject({ question: null, ending: 'settled', remaining: 0 });
    const { stdout } = await runSmall(['next', ...flags]);
    expect(stdout).toContain('Order of the heap applies\n');
    expect(stdout).toContain('Order of the heap does not apply\n');
    expect(stdout).toContain('1 decision: 1 open · 1 question can still matter');
  });

  test('gives the lead of an open pick over the next best, in points', async () => {
    const { decisions } = await nextOf(['storage', '--set', 'staleness=never']);
    const { stdout } = await runSmall([
      'recommend',
      'storage',
      '--set',
      'staleness=never',
      '--json',
    ]);
    const ranking = readAdvice(stdout).decisions[0]?.ranking ?? [];
    const scoreOf = (id: string | undefined) =>
      ranking.find(({ alternative }) => alternative === id)?.score ?? Number.NaN;
    const [storage] = decisions;
    expect(storage?.status).toBe('open');
    const { over = '', by } = storage?.lead ?? {};
    expect(by).toBe(scoreOf(storage?.recommended[0]) - scoreOf(over));
  });

  test('is null where nothing is left, with 0 as exit code', async () => {
    const { question, ending, remaining } = await nextOf(['--profile', 'post-office']);
    expect({ question, ending, remaining }).toEqual({
      question: null,
      ending: 'settled',
      remaining: 0,
    });
  });

  test('does not ask again what is not known', async () => {
    const asked: string[] = [];
    let step = await nextOf([]);
    while (step.question !== null) {
      expect(asked).not.toContain(step.question.id);
      asked.push(step.question.id);
      step = await nextOf(asked.flatMap((id) => ['--set', `${id}=unknown`]));
    }
    expect(asked.toSorted()).toEqual(['contents', 'loss', 'staleness', 'traffic']);
    expect({ ending: step.ending, remaining: step.remaining }).toEqual({
      ending: 'exhausted',
      remaining: 0,
    });
    expect(step.decisions.some(({ status }) => status === 'open')).toBe(true);
  });

  test('counts the questions that can still matter to what is asked for', async () => {
    const all = await nextOf([]);
    const one = await nextOf(['guards']);
    expect(one.decisions.map(({ id }) => id)).toEqual(['guards']);
    expect(one.remaining).toBe(one.decisions[0]?.dependsOn.length);
    expect(one.remaining).toBeLessThanOrEqual(all.remaining);
  });

  test('reads answers and pins from standard input', async () => {
    const stdin = 'answers: { traffic: 40, staleness: never, contents: [orders], loss: unknown }';
    const ran = await runSmall(['next', '--answers', '-', '--json'], { stdin });
    const { question, ending, decisions } = shape.parse(JSON.parse(ran.stdout));
    expect({ question, ending }).toEqual({ question: null, ending: 'exhausted' });
    expect(decisions.at(-1)?.status).toBe('open');
    const pinned = await runSmall(['next', '--answers', '-', '--json'], {
      stdin: `${stdin}\npins: { guards: [twin] }`,
    });
    expect(JSON.parse(pinned.stdout).ending).toBe('settled');
  });
});

/** What an interview comes to that is held by calling `next` again and again. */
async function heldByCalls(
  flags: readonly string[],
  said: ReadonlyMap<string, readonly string[]>,
  knowledge: string,
): Promise<{ asked: string[]; last: Next; sets: string[] }> {
  const asked: string[] = [];
  const sets: string[] = [];
  for (;;) {
    const last = await nextOf([...flags, ...sets], knowledge);
    if (last.question === null) return { asked, last, sets };
    const { id } = last.question;
    asked.push(id);
    sets.push('--set', `${id}=${said.get(id)?.join() ?? 'unknown'}`);
  }
}

/** The same interview, held by the machine. */
function heldByMachine(
  knowledge: KnowledgeBase,
  topic: Topic,
  said: ReadonlyMap<string, readonly string[]>,
): Interview {
  let interview = startInterview(knowledge, { topic, sheet: NOTHING });
  while (interview.at.kind === 'question') {
    const choices = said.get(interview.at.question);
    interview = answered(knowledge, interview, choices ? { choices } : null);
  }
  return interview;
}

function briefly({ id, status, recommended, applies }: Next['decisions'][number] | DecisionAdvice) {
  return { id, status, recommended, applies };
}

interface Held {
  readonly path: string;
  readonly flags: readonly string[];
  readonly topic: Topic;
}

describe('calling it again and again holds the interview of the machine', () => {
  const topics: readonly [string, Held][] = [
    ['everything', { path: SMALL, flags: [], topic: { decisions: [], order: 'adaptive' } }],
    [
      'one decision',
      { path: SMALL, flags: ['guards'], topic: { decisions: ['guards'], order: 'adaptive' } },
    ],
    [
      'in file order',
      { path: SMALL, flags: ['--order', 'file'], topic: { decisions: [], order: 'file' } },
    ],
    [
      'quickly',
      {
        path: SMALL,
        flags: ['--quick=60'],
        topic: { decisions: [], order: 'adaptive', quick: 600 },
      },
    ],
    [
      'two decisions of what comes along, quickly',
      {
        path: '',
        flags: ['database', 'caching', '--quick'],
        topic: { decisions: ['database', 'caching'], order: 'adaptive', quick: 920 },
      },
    ],
  ];

  test.each(topics)('%s', async (_what, { path, flags, topic }) => {
    const knowledge = await (path === '' ? builtInKnowledge() : smallKnowledge());
    const draw = answerer(knowledge, randomFrom(flags.length + path.length));
    for (let time = 0; time < (path === '' ? 1 : 4); time += 1) {
      const all = [...draw()];
      const said = new Map(all.filter((_, index) => (index + time) % 4 > 0));
      const { asked, last, sets } = await heldByCalls(flags, said, path);
      const interview = heldByMachine(knowledge, topic, said);
      expect(asked).toEqual(interview.asked);
      expect({ kind: 'end', ending: last.ending }).toEqual(interview.at);
      const standings = interview.outlook.decisions.map(({ chance: _, ...standing }) => standing);
      expect(last.decisions).toEqual(standings);
      const own = path === '' ? [] : ['--knowledge', path];
      const words = ['recommend', ...topic.decisions, ...own, ...sets, '--json'];
      const advice = advise(knowledge, {
        answers: knownAnswers(interview.sheet),
        pins: new Map(),
        decisions: topic.decisions,
      });
      const { decisions } = readAdvice((await run(words)).stdout);
      expect(decisions.map(briefly)).toEqual(advice.decisions.map(briefly));
    }
  });
});

describe('next --order', () => {
  test('file asks in the order of the groups and of the document', async () => {
    const { asked } = await heldByCalls(['--order', 'file'], new Map(), SMALL);
    expect(asked).toEqual(['traffic', 'staleness', 'contents', 'loss']);
  });

  test('of another kind is wrong usage', async () => {
    const { sentence, hint } = failureOf(await runSmall(['next', '--order', 'best']));
    expect(sentence).toContain('`best`');
    expect(hint).toContain('adaptive, file');
  });
});

describe('next --quick', () => {
  test('ends where each pick is likely enough, and says so', async () => {
    const flags = ['storage', '--set', 'traffic=high', '--set', 'staleness=never'];
    const [storage] = (await nextOf(flags)).decisions;
    const share = storage?.share ?? 0;
    expect(storage?.status).toBe('open');
    expect(share).toBeGreaterThanOrEqual(500);
    const enough = Math.floor(share / 10);
    const ended = await nextOf([...flags, `--quick=${enough}`]);
    expect({ question: ended.question, ending: ended.ending }).toEqual({
      question: null,
      ending: 'likely',
    });
    expect(ended.remaining).toBeGreaterThan(0);
    const { question, ending } = await nextOf([...flags, `--quick=${enough + 1}`]);
    expect({ isAsked: question !== null, ending }).toEqual({ isAsked: true, ending: undefined });
    const { stdout } = await runSmall(['next', ...flags, `--quick=${enough}`]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `each wins in at least ${enough}% of the ways to answer the rest. This is likely but not proven.`,
    );
  });

  test('ends where a decision likely does not apply, and says so', async () => {
    const [stores] = (await nextOf(['cqrs-stores'], '')).decisions;
    expect(stores).toMatchObject({ status: 'open', applies: 'undecided' });
    const rest = 1_000 - (stores?.appliesShare ?? 1_000);
    expect(rest).toBeGreaterThan(500);
    const enough = Math.floor(rest / 10);
    const flags = ['cqrs-stores', `--quick=${enough}`];
    expect(await nextOf(flags, '')).toMatchObject({ question: null, ending: 'likely' });
    const asked = await nextOf(['cqrs-stores', `--quick=${enough + 1}`], '');
    expect(asked.question).not.toBeNull();
    const { stdout } = await run(['next', ...flags]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `1 decision stays open, and each wins or does not apply in at least ${enough}% of the ways to answer the rest.`,
    );
  });

  test('without a share is that of 92 percent', async () => {
    const flags = ['next', '--profile', 'town-hall'];
    expect(await runSmall([...flags, '--quick'])).toEqual(
      await runSmall([...flags, '--quick', '92']),
    );
    expect((await runSmall([...flags, '--quick'])).stdout).toContain('--quick=92');
  });

  test.each(['49', '101', '0.9', '-60', '9e1', 'guards', ''])(
    'does not take `%s`',
    async (share) => {
      const { sentence, hint } = failureOf(await runSmall(['next', `--quick=${share}`]));
      expect(sentence).toContain(`\`${share}\``);
      expect(hint).toContain('from 50 to 100');
    },
  );
});

describe('next', () => {
  test('tells the question, the flag of each answer, what each changes, and the command that goes on', async () => {
    const ran = await runSmall(['next', 'guards', '--profile', 'town-hall', '--quick=95']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toMatchInlineSnapshot(`
      "Data: How much may be lost?
        Think of a fire.

        --set loss=some     A little
                            Guards → No guard, settled
        --set loss=nothing  Nothing at all
                            Guards → Twin, settled
        --set loss=unknown  Unknown: decisions that depend on it stay open

      Why: it can still change Guards.

      1 decision: 1 open · 1 question can still matter

      Next: arch-advisor next guards --quick=95 --knowledge tests/fixtures/cli \\
          --profile town-hall --set loss=CHOICE
      "
    `);
  });

  test('says how several choices and numbers are given', async () => {
    const { stdout } = await runSmall(['next', '--order', 'file']);
    expect(stdout).toContain('--set traffic=NUMBER');
    const rest = ['--order', 'file', '--set', 'traffic=500', '--set', 'staleness=never'];
    const several = await runSmall(['next', ...rest]);
    expect(several.stdout).toContain('with commas (at most 2): --set contents=orders,photos');
  });

  test('leads to the advice where nothing is left', async () => {
    const { code, stdout } = await runSmall(['next', 'storage', '--profile', 'post-office']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "There is nothing left to ask: no further answer can change a pick.

      1 decision: 1 settled · no questions left

      Next: arch-advisor recommend storage --knowledge tests/fixtures/cli \\
          --profile post-office
      "
    `);
    const unknown = ['traffic', 'staleness', 'contents', 'loss'].flatMap((id) => [
      '--set',
      `${id}=unknown`,
    ]);
    const exhausted = await runSmall(['next', ...unknown]);
    expect(exhausted.stdout).toContain('3 decisions stay open');
  });

  test('proposes commands that do what they say', async () => {
    const typed = ['next', 'guards', 'storage', '--set', 'staleness=never', '--order', 'file'];
    const { stdout } = await runSmall(typed);
    const words = (stdout.split('Next: ')[1] ?? '').replaceAll('\\\n', '').trim().split(/\s+/);
    expect(words[0]).toBe('arch-advisor');
    expect(words.at(-1)).toBe('traffic=CHOICE');
    const filled = words.slice(1).map((word) => word.replace('CHOICE', 'low'));
    const after = await run(filled);
    expect(after).toEqual(await runSmall([...typed, '--set', 'traffic=low']));
  });

  test.each([
    [['storrage'], 'Unknown decision `storrage`', 'did you mean `storage`?'],
    [['--set', 'trafic=low'], 'Unknown question `trafic`', 'did you mean `traffic`?'],
    [['--profile', 'town-hal'], 'Unknown profile `town-hal`', 'did you mean `town-hall`?'],
    [['--pin', 'storage=heep'], 'Unknown alternative `heep` of `storage`', 'did you mean `heap`?'],
  ])('names what it does not know: %j', async (argv, named, hint) => {
    const failure = failureOf(await runSmall(['next', ...argv]));
    expect(failure.sentence).toBe(named);
    expect(failure.hint).toContain(hint);
  });

  test('keeps every line within the width, and within ASCII where that is asked for', async () => {
    for (const width of [40, 80, 120]) {
      const { stdout } = await run([
        ...['next', '--profile', 'online-shop', '--ascii', '--width', `${width}`],
      ]);
      expect(stdout).toContain('Why: ');
      expect(stdout.split('\n').filter((line) => line.length > width)).toEqual([]);
      expect(stdout).toContain('->');
    }
  });

  test('says on standard error which answers contradict each other', async () => {
    const { code, stderr } = await run([
      ...['next', 'database', '--set', 'staleness=never', '--set', 'partition=accept'],
    ]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('cannot be sure of its data'),
    });
  });
});

describe('text that commands a terminal', () => {
  const EVIL = '\u001b[31m\u009b2J\u0007\u202e\u2066';

  test.each([
    ['a decision', [`x${EVIL}`]],
    ['a question', ['--set', `x${EVIL}=y`]],
    ['a choice', ['--set', `data=x${EVIL}`]],
    ['a share', [`--quick=x${EVIL}`]],
    ['an order', ['--order', `x${EVIL}`]],
  ])('is not printed as %s', async (_what, typed) => {
    const ran = await run(['next', ...typed]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toMatch(COMMANDING);
  });

  test.each([[[]], [['--json']]])('is not printed from documents: %j', async (flags) => {
    const evil = JSON.stringify(`x${EVIL}`).replaceAll('\u009b', '\\u009b');
    const folder = await folderWith({
      'decisions.yaml': `version: ${evil}
decisions:
  - { id: d, title: ${evil}, ask: ${evil}, driving: [simplicity],
      alternatives: [{ id: a, name: ${evil}, aliases: [Box] }, { id: b, name: Bag }] }`,
      'questions.yaml': `groups: [{ id: g, name: ${evil} }]
questions:
  - { id: q, group: g, ask: ${evil}, help: ${evil}, unit: ${evil},
      choices: [{ id: n, label: ${evil}, from: 0, to: 5 }, { id: o, label: ${evil}, from: 5 }] }`,
      'a.md':
        '## Box\n\n- Simplicity: one\n- Avoid when\n  - it is `q: n`\n\n## Bag\n\n- Simplicity: one\n',
    });
    const ran = await run(['next', ...flags, '--knowledge', folder]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('q');
    expect(ran.stdout).not.toMatch(COMMANDING);
    expect(ran.stderr).not.toMatch(COMMANDING);
  });

  test.each(['__proto__', 'constructor', 'toString'])('nor is `%s` known', async (name) => {
    expect(failureOf(await runSmall(['next', name])).sentence).toContain(`\`${name}\``);
    const asked = await runSmall(['next', '--set', `${name}=low`]);
    expect(failureOf(asked).sentence).toContain(`\`${name}\``);
  });

  test('a decision named like a property of objects is asked about like any other', async () => {
    const folder = await folderWith({
      'decisions.yaml': `version: 1.0.0
decisions:
  - { id: constructor, title: C, ask: Who?, driving: [simplicity],
      alternatives: [{ id: prototype, name: P }, { id: arguments, name: A }] }`,
      'questions.yaml': `groups: [{ id: g, name: G }]
questions:
  - { id: to-string, group: g, ask: Q?, help: H,
      choices: [{ id: value-of, label: A }, { id: call, label: B }] }`,
      'a.md':
        '## P\n\n- Simplicity: one\n- Use when\n  - so `to-string: call`\n\n## A\n\n- Use when\n  - so `to-string: value-of`\n',
    });
    const ran = await run(['next', 'constructor', '--json', '--knowledge', folder]);
    expect(shape.parse(JSON.parse(ran.stdout)).question).toMatchObject({
      id: 'to-string',
      moves: ['constructor'],
    });
  });
});
