import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { readAdvice } from '../support/cli-advice.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { type Around, run, runSmall } from '../support/cli-run.ts';
import { legalSets } from '../support/engine-legal-sets.ts';
import { answerer, forget, randomFrom } from '../support/engine-random-answers.ts';
import { builtInKnowledge, SMALL, smallKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** Runs with lines on standard input; each is JSON unless it is text already. */
async function batch(
  lines: readonly unknown[],
  flags: readonly string[] = [],
  around: Around = {},
) {
  const stdin = lines.map((line) => `${asText(line)}\n`).join('');
  const { code, stdout, stderr } = await runSmall(['batch', ...flags], { stdin, ...around });
  return { code, stderr, stdout, out: objectsIn(stdout) };
}

function asText(line: unknown): string {
  return typeof line === 'string' ? line : JSON.stringify(line);
}

function objectsIn(stdout: string) {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** What a single line comes to where it is wrong. */
async function errorOf(line: unknown, flags: readonly string[] = []) {
  const { code, out } = await batch([line], flags);
  expect({ code, lines: out.length }).toEqual({ code: 1, lines: 1 });
  return out[0].error;
}

describe('lines in, lines out', () => {
  test('keep their order and their ids, and say nothing else', async () => {
    const lines = [{ id: 'a', answers: { traffic: 'low' } }, { id: 7 }, { answers: {} }];
    const { code, stderr, out } = await batch(lines);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(out.map(({ id }) => id)).toEqual(['a', 7, undefined]);
    expect(Object.keys(out[2])).toEqual(['decisions']);
    const keys = ['id', 'status', 'recommended', 'applies', 'dependsOn'];
    expect(out[0].decisions.map(Object.keys)).toEqual(Array(4).fill(keys));
    const mayApply = out[2].decisions.filter(
      ({ applies }: { applies: string }) => applies === 'undecided',
    );
    expect(mayApply).toEqual([
      {
        ...{ id: 'heap-order', status: 'open', recommended: ['by-size'], applies: 'undecided' },
        appliesDependsOn: ['traffic', 'staleness', 'contents', 'loss'],
        dependsOn: ['traffic'],
      },
    ]);
  });

  test('a bad line becomes an error object, and the rest goes on', async () => {
    const { code, stderr, out } = await batch([{ id: 1 }, { id: 2, answers: { los: 'some' } }, {}]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '1 of 3 lines failed\n' });
    expect(out[1]).toEqual({
      id: 2,
      error: {
        line: 2,
        message: 'Unknown question `los`',
        hint: 'did you mean `loss`? `arch-advisor list questions` lists them all',
      },
    });
    expect(out[2].decisions).toHaveLength(4);
  });

  test('blank lines are skipped, and counted', async () => {
    const { out } = await batch(['', {}, '  \t', '\r', '{']);
    expect(out.map(({ error }) => error?.line)).toEqual([undefined, 5]);
  });

  test('nothing at all is no failure', async () => {
    expect(await batch([])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('carriage returns, and byte order marks where files were put together, are tolerated', async () => {
    const { code, out } = await batch(['\ufeff{"id":1}\r', '\ufeff{"id":2}\r']);
    expect({ code, ids: out.map(({ id }) => id) }).toEqual({ code: 0, ids: [1, 2] });
  });

  test('the last line may lack its line feed', async () => {
    const { code, stdout } = await runSmall(['batch'], { stdin: '{"id":1}\n{"id":2}' });
    expect({ code, ids: objectsIn(stdout).map(({ id }) => id) }).toEqual({ code: 0, ids: [1, 2] });
  });

  test('all fields of an answer file are understood', async () => {
    const line = {
      ...{ system: 'S', scope: 'billing', description: 'd', answers: { loss: 'some' } },
      ...{ knowledge: { version: '1', sha256: 'x' }, notes: { loss: 'n' }, pins: {} },
    };
    const { out } = await batch([line], ['--full']);
    expect(out[0]).toMatchObject({ system: 'S', scope: 'billing', answers: { loss: 'some' } });
  });

  test('--only narrows to decisions, and knows which there are', async () => {
    const only = ['--only', 'guards', '--only', 'storage'];
    const { out } = await batch([{}], only);
    expect(out[0].decisions.map(({ id }: { id: string }) => id)).toEqual(['storage', 'guards']);
    const { hint } = failureOf(await runSmall(['batch', '--only', 'storrage']));
    expect(hint).toBe('did you mean `storage`?');
  });

  test('--full prints the advice that recommend prints, with the id', async () => {
    const line = { id: 'x', system: 'S', answers: { traffic: 40 }, pins: { storage: 'heap' } };
    const { out } = await batch([line], ['--full']);
    const flags = ['--set', 'traffic=40', '--pin', 'storage=heap', '--system', 'S'];
    const { stdout } = await runSmall(['recommend', '--json', ...flags]);
    expect(out[0]).toEqual({ id: 'x', ...JSON.parse(stdout) });
  });
});

describe('what lies over and under a line', () => {
  const said = async (line: unknown, flags: readonly string[]) => {
    const { out } = await batch([line], ['--full', ...flags]);
    return { answers: out[0].answers, pins: out[0].pins, system: out[0].system };
  };

  test('--set lies over the line, and the line over --answers and --profile', async () => {
    const folder = await folderWith({
      'a.yaml':
        'system: F\nanswers: { traffic: low, staleness: never, loss: some }\npins: { storage: heap, labels: short-labels }',
    });
    const under = ['--answers', join(folder, 'a.yaml')];
    const line = { answers: { staleness: 'seconds', loss: 'nothing' }, pins: { storage: 'vault' } };
    expect(await said(line, under)).toEqual({
      answers: { traffic: 'low', staleness: 'seconds', loss: 'nothing' },
      pins: { storage: 'vault', labels: 'short-labels' },
      system: 'F',
    });
    const over = ['--set', 'loss=some', '--pin', 'labels=long-labels', '--system', 'T'];
    expect(await said({ ...line, system: 'L' }, [...under, ...over])).toEqual({
      answers: { traffic: 'low', staleness: 'seconds', loss: 'some' },
      pins: { storage: 'vault', labels: 'long-labels' },
      system: 'T',
    });
    expect((await said({ ...line, system: 'L' }, under)).system).toBe('L');
  });

  test('a profile lies lowest', async () => {
    const { stdout } = await runSmall(['recommend', '--json', '--profile', 'town-hall']);
    const { answers } = readAdvice(stdout);
    const [first = ''] = Object.keys(answers);
    const profile = ['--profile', 'town-hall'];
    expect((await said({}, profile)).answers).toEqual(answers);
    const { [first]: _, ...others } = answers;
    expect((await said({ answers: { [first]: 'unknown' } }, profile)).answers).toEqual(others);
  });

  test('`unknown` in a flag hides what a line says', async () => {
    const line = { answers: { loss: 'some', traffic: 'low' } };
    expect((await said(line, ['--set', 'loss=unknown'])).answers).toEqual({ traffic: 'low' });
  });

  test('what one line says is forgotten in the next', async () => {
    const { out } = await batch(
      [{ answers: { loss: 'some' }, pins: { storage: 'heap' } }, {}],
      ['--full'],
    );
    expect(out[1]).toMatchObject({ answers: {}, pins: {} });
  });
});

describe('what is wrong with a line', () => {
  test.each([
    ['{"answers":', 'Invalid JSON: unexpected end'],
    ['{bad}', 'Invalid JSON at column 2'],
    ['nonsense', 'Invalid JSON: unexpected `o`'],
    ['{} {}', 'Invalid JSON at column 4'],
    ['12', 'The line is a number, not a JSON object'],
    ['null', 'The line is nothing, not a JSON object'],
    ['[]', 'The line is a list, not a JSON object'],
    ['"x"', 'The line is a string, not a JSON object'],
    [{ answers: [] }, '`answers` is not an object'],
    [{ answers: { loss: true } }, 'The answer to `loss` is neither a choice nor a number'],
    [{ answers: { loss: { a: 1 } } }, 'The answer to `loss` is neither a choice nor a number'],
    [{ answers: { loss: ['some'] } }, '`loss` takes one choice, not a list'],
    [{ answers: { traffic: -1 } }, '`-1` is not an answer to `traffic`'],
    ['{"answers":{"traffic":1e999}}', '`Infinity` is not an answer to `traffic`'],
    [
      { answers: { contents: [['photos']] } },
      'The answer to `contents` is neither a choice nor a number',
    ],
    [{ answers: { los: 'some', traffik: 1 } }, '2 unknown ids: question `los`, question `traffik`'],
    [{ pins: { storage: 'heep' } }, 'Unknown alternative `heep` of `storage`'],
    [{ pins: { storage: { toString: 1, valueOf: 1 } } }, '`pins` is not an object of alternatives'],
    [{ pins: { storage: null } }, '`pins` is not an object of alternatives'],
    [{ system: 5 }, '`system` is not a string'],
    [{ notes: { loss: 5 } }, '`notes` is not an object of strings'],
    [{ id: [1] }, '`id` is neither a string nor a number'],
    ['{"id":12345678901234567890}', '`id` is a number too large to be printed exactly'],
    ['{"id":1e999}', '`id` is a number too large to be printed exactly'],
    [
      { pins: { storage: 'vault', 'heap-order': 'by-size' } },
      'The pins `storage=vault` and `heap-order=by-size` contradict each other',
    ],
  ])('%j', async (line, message) => {
    const error = await errorOf(line);
    expect(error).toEqual({ line: 1, message, hint: expect.stringMatching(/\S/) });
  });

  test.each([
    ['answer', 'did you mean `answers`?'],
    ['loss', 'put it in `answers`'],
    ['guards', 'put it in `pins`'],
    ['whatever-else', expect.stringContaining('answers, pins, id')],
  ])('the unknown field `%s`', async (name, hint) => {
    const message = `Unknown field \`${name}\``;
    expect(await errorOf({ [name]: {} })).toEqual({ line: 1, message, hint });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    '`%s` is known nowhere',
    async (name) => {
      const lines = [
        `{"${name}":{}}`,
        `{"answers":{"${name}":"low"}}`,
        `{"answers":{"traffic":"${name}"}}`,
        `{"answers":{"contents":["photos","${name}"]}}`,
        `{"pins":{"${name}":"vault"}}`,
        `{"pins":{"storage":"${name}"}}`,
      ];
      const { code, out } = await batch(lines);
      expect(code).toBe(1);
      const messages = out.map(({ error }) => error?.message);
      expect(messages).toEqual(lines.map(() => expect.stringContaining(`\`${name}\``)));
      const fine = await batch([{ id: name }]);
      expect(fine.out[0].id).toBe(name);
    },
  );

  test('nesting without end is no more than wrong', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const fine = {
      answers: { loss: 'some', contents: ['photos'] },
      pins: { guards: ['twin'] },
    };
    const lines = [
      fine,
      deep,
      `{"answers":{"loss":${deep}}}`,
      `{"answers":{"contents":${deep}}}`,
      `{"pins":{"guards":${deep}}}`,
      `{"id":${deep}}`,
      `{"notes":${deep}}`,
    ];
    const { out } = await batch(lines);
    expect(out.map(({ error }) => error?.line)).toEqual([undefined, 2, 3, 4, 5, 6, 7]);
  });

  test('a line that is too long is told, and the next one is read', async () => {
    const long = { answers: {}, system: 'x'.repeat(4 * 1024 * 1024) };
    const { out } = await batch([long, { id: 'next' }]);
    expect(out[0].error).toMatchObject({ line: 1, message: 'The line is longer than 4 MiB' });
    expect(out[1]).toMatchObject({ id: 'next', decisions: expect.anything() });
  });

  test('a message stays short, whatever it names', async () => {
    const { message } = await errorOf({ answers: { [`😀${'x'.repeat(100_000)}`]: 'low' } });
    expect(message).toMatch(/^Unknown question `😀x+…`$/u);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`no-such-${n}`, 'low']));
    const { message: list } = await errorOf({ answers: many });
    expect([[...message].length, [...list].length]).toEqual([319, 500]);
  });

  test('bytes that are not UTF-8 spoil their line alone', async () => {
    const bad = Buffer.concat([
      Buffer.from('{"id":1}\n{"id":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"id":3}\n'),
    ]);
    const { code, stdout } = await runSmall(['batch'], { stdin: bad });
    const out = objectsIn(stdout);
    expect(code).toBe(1);
    expect(out.map(({ id }) => id)).toEqual([1, undefined, 3]);
    expect(out[1].error.message).toBe('The line is not UTF-8 text');
  });

  test('nothing in a line commands the terminal', async () => {
    const evil = '\u001b[31m\u0085\u202e\u2028\u200b\ufeff\u{e0041}\ud800';
    const { stdout, out } = await batch([{ id: evil }, { id: evil, answers: { [evil]: evil } }]);
    expect(stdout).not.toMatch(COMMANDING);
    expect(out.map(({ id }) => id)).toEqual([evil, evil]);
  });

  test('wherever the input is cut in its last line, that is what is said', async () => {
    const whole = '{"id":"ä\\u00e4","answers":{"traffic":-1.5e3,"loss":true,"x":[null,false]}}';
    const bytes = Buffer.from(whole);
    for (let end = 1; end < bytes.length; end += 1) {
      const stdin = Buffer.concat([Buffer.from('{"id":1}\n'), bytes.subarray(0, end)]);
      const { stdout } = await runSmall(['batch', '--only', 'labels'], { stdin });
      const [first, last, ...more] = objectsIn(stdout);
      expect({ id: first.id, more, error: last.error }).toEqual({
        ...{ id: 1, more: [] },
        error: {
          line: 2,
          message: 'The input ends in the middle of this line',
          hint: expect.anything(),
        },
      });
    }
  });
});

describe('several inputs', () => {
  test('are read in their order, and errors name theirs', async () => {
    const folder = await folderWith({ 'a.jsonl': '{"id":"a"}\n{', 'b.jsonl': '\n{"x":1}\n' });
    const [a, b] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    const { code, stdout } = await runSmall(['batch', a, '-', b], { stdin: '{"id":"in"}\nx\n' });
    const out = objectsIn(stdout);
    expect(code).toBe(1);
    expect(out.map(({ id, error }) => id ?? [error.file, error.line])).toEqual([
      ...['a', [a, 2], 'in', ['standard input', 2], [b, 2]],
    ]);
  });

  test('a single file is not named', async () => {
    const path = join(await folderWith({ 'a.jsonl': '{' }), 'a.jsonl');
    const { stdout } = await runSmall(['batch', path]);
    expect(Object.keys(objectsIn(stdout)[0].error)).toEqual(['line', 'message', 'hint']);
  });

  test.each([
    [['batch', 'nowhere.jsonl'], 'There is no file `nowhere.jsonl`'],
    [['batch', 'tests'], '`tests` is a folder'],
    [['batch', '-', '-'], 'Standard input (`-`) is named twice'],
    [['batch', '--answers', '-'], 'Standard input (`-`) is named twice'],
    [['batch', '--set', 'los=some'], 'Unknown question `los`'],
  ])('%j is refused before anything is printed', async (argv, sentence) => {
    expect(failureOf(await runSmall(argv, { stdin: '{}\n' })).sentence).toBe(sentence);
  });

  test('--full and --summary exclude each other', async () => {
    failureOf(await runSmall(['batch', '--full', '--summary'], { stdin: '' }));
  });
});

describe('old ids', () => {
  const RENAMED = `groups: []
questions: []
renamed:
  - { question: freshness, to: staleness }
  - { question: staleness, choice: secs, to: seconds }
  - { decision: place, to: storage }
`;
  const renamed = async () => ['--add-knowledge', await folderWith({ 'questions.yaml': RENAMED })];

  test('are understood, and told once at the end', async () => {
    const line = { answers: { freshness: 'secs' }, pins: { place: 'vault' } };
    const lines = [...Array(30).fill(line), {}];
    const { code, out, stderr } = await batch(lines, ['--full', ...(await renamed())]);
    expect(code).toBe(0);
    expect(out[29]).toMatchObject({
      answers: { staleness: 'seconds' },
      pins: { storage: 'vault' },
    });
    expect(stderr).toBe(
      [
        'Old ids in 30 lines:',
        '`freshness` is now called `staleness`',
        '`secs` of `staleness` is now called `seconds`',
        '`place` is now called `storage`',
        '',
      ].join('\n'),
    );
  });

  test('beside those of today must say the same', async () => {
    const line = { answers: { freshness: 'secs', staleness: 'never' } };
    const { message } = await errorOf(line, await renamed());
    expect(message).toContain('are the same question today, but are answered differently');
  });
});

describe('--summary', () => {
  const lines = [
    { answers: { traffic: 'low', loss: 'nothing' } },
    { answers: { traffic: 'huge' } },
    { pins: { storage: 'vault' } },
    'x',
    {},
  ];

  test('counts exactly what the lines say', async () => {
    const { out } = await batch(lines);
    const { code, stdout } = await batchSummary(lines, ['--json']);
    const summary = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ version: 1, lines: 5, failed: 1 });
    expect(summary.errors).toEqual([out[3].error]);
    const systems = out.filter(({ decisions }) => decisions !== undefined);
    const verdicts = systems.flatMap(({ decisions }) => decisions);
    for (const { id, statuses, recommended } of summary.decisions) {
      const own = verdicts.filter((each) => each.id === id);
      expect(statuses).toEqual(tallied(own.map(overall)));
      const picks = recommended.map((each: Record<string, unknown>) => Object.values(each));
      expect(Object.fromEntries(picks)).toEqual(tallied(own.flatMap((each) => each.recommended)));
    }
    const open = systems.flatMap(({ decisions }: { decisions: Verdict[] }) => [
      ...new Set(
        decisions.flatMap(({ dependsOn, appliesDependsOn = [] }) => [
          ...dependsOn,
          ...appliesDependsOn,
        ]),
      ),
    ]);
    const listed = summary.dependsOn.map((each: Record<string, unknown>) => Object.values(each));
    expect(Object.fromEntries(listed)).toEqual(tallied(open));
    const counts = listed.map(([, systemsOf]: [string, number]) => systemsOf);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
  });

  test('is a table for reading', async () => {
    const { stdout } = await batchSummary(lines, ['--only', 'storage', '--only', 'guards']);
    expect(stdout).toMatchInlineSnapshot(`
      "4 systems · 1 line of 5 failed · knowledge 7.1.0

        Storage                   Cabinet 2, Heap 1, Vault 1
                                  ● settled 2   ○ open 2
        Guards                    No guard 2, Twin 1, Alarm 1
                                  ● settled 1   ○ open 3

      Open questions that can still change a decision, by number of systems
        loss                                    3
        traffic                                 2
        staleness                               2
        contents                                2

      Failures
        line 4: Invalid JSON: unexpected \`x\` (each line is one object: \`{"answers":
        {"question": "choice"}}\`)
      "
    `);
  });

  test('keeps no more than the first errors', async () => {
    const { stdout } = await batchSummary(Array(50).fill('{'), ['--json']);
    const { failed, errors } = JSON.parse(stdout);
    expect({ failed, lines: errors.map(({ line }: { line: number }) => line) }).toEqual({
      ...{ failed: 50, lines: [1, 2, 3, 4, 5] },
    });
  });
});

function batchSummary(lines: readonly unknown[], flags: readonly string[]) {
  const stdin = lines.map((line) => `${asText(line)}\n`).join('');
  return runSmall(['batch', '--summary', ...flags], { stdin });
}

function tallied(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

test('a terminal without a file is refused, not waited for', async () => {
  const { PassThrough } = await import('node:stream');
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const text = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') =>
    new PassThrough().on('data', (chunk) => {
      text[name] += chunk;
    });
  const world = { stdin, stdout: collect('stdout'), stderr: collect('stderr'), env: {} };
  const code = await main(['batch', '--knowledge', SMALL], world);
  const { hint } = failureOf({ code, ...text });
  expect(hint).toContain('pipe');
});

function isBounded({ dependsOnBounded }: Verdict): boolean {
  return dependsOnBounded === true;
}

/** A decision of which it is undecided whether it applies counts as open. */
function overall({ status, applies }: Verdict): string {
  return applies === 'undecided' ? 'open' : status;
}

/** Expects a line to say exactly what `recommend` says; what is marked as a bound may name more questions, but misses none. */
function expectSame(own: readonly Verdict[], recommended: readonly Verdict[]) {
  const brief = (all: readonly Verdict[]) =>
    all.map(({ id, status, recommended: picks, applies }) => ({ id, status, picks, applies }));
  expect(brief(own)).toEqual(brief(recommended));
  for (const [index, exact] of recommended.entries()) {
    const line = own[index];
    expect(exact.dependsOnBounded).toBeUndefined();
    for (const name of ['dependsOn', 'appliesDependsOn'] as const) {
      const questions = line?.[name] ?? [];
      const isKept = (id: string) => !line?.dependsOnBounded || exact[name]?.includes(id);
      expect(questions.filter(isKept)).toEqual(exact[name] ?? []);
      expect(questions.length > 0).toBe((exact[name] ?? []).length > 0);
    }
  }
}

describe('a line says what recommend says', () => {
  let small: KnowledgeBase;
  let shipped: KnowledgeBase;

  beforeAll(async () => {
    small = await smallKnowledge();
    shipped = await builtInKnowledge();
  });

  /** Every combination is drawn: an answer, a number, `unknown`, or nothing to each question. */
  function systems(knowledge: KnowledgeBase) {
    const answers = [...knowledge.questions.values()].map((question) => {
      const legal = legalSets(question).map((set) => (question.several ? set : (set[0] ?? '')));
      const number = question.choices.some(({ band }) => band) ? [fc.nat(3_000)] : [];
      const said = fc.oneof(fc.constantFrom(...legal), fc.constant('unknown'), ...number);
      return fc.tuple(fc.constant(question.id), fc.option(said, { nil: undefined }));
    });
    const pins = [...knowledge.decisions.values()].map(({ id, alternatives }) => {
      const one = fc.constantFrom(...alternatives.map((each) => each.id));
      return fc.tuple(fc.constant(id), fc.option(one, { nil: undefined, freq: 1 }));
    });
    return fc.record({
      answers: fc.tuple(...answers).map((all) => Object.fromEntries(all)),
      pins: fc.tuple(...pins).map((all) => Object.fromEntries(all)),
    });
  }

  test('for random answers and pins to the small knowledge', async () => {
    const drawn = fc.sample(systems(small), { numRuns, seed: 11 });
    const { out } = await batch(drawn);
    const full = await batch(drawn, ['--full']);
    expect(out).toHaveLength(drawn.length);
    let compared = 0;
    for (const [index, { decisions, error }] of out.entries()) {
      expect(error).toEqual(full.out[index].error);
      if (error !== undefined) continue;
      compared += 1;
      expectSame(decisions, full.out[index].decisions);
      expect(decisions.filter(isBounded)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(drawn.length / 2);
  });

  test('--full and recommend agree, whatever the answers', async () => {
    for (const line of fc.sample(systems(small), { numRuns: 30, seed: 5 })) {
      const stdin = JSON.stringify(line);
      const recommended = await runSmall(['recommend', '--json', '--answers', '-'], { stdin });
      const { out } = await batch([line], ['--full']);
      if (recommended.code === 0) expect(out[0]).toEqual(JSON.parse(recommended.stdout));
      else expect(recommended.stderr).toContain(out[0].error.message);
    }
  });

  test('for answers to the shipped knowledge', async () => {
    const random = randomFrom(3);
    const draw = answerer(shipped, random);
    const count = Math.ceil(numRuns / 10);
    const lines = Array.from({ length: count }, (_, index) => {
      const said = forget(draw(), 0.5 + index / (2 * count), random);
      const entries = [...said].map(([id, choices]) => {
        const isSet = shipped.questions.get(id)?.several === true;
        return [id, isSet ? choices : choices[0]];
      });
      return JSON.stringify({ answers: Object.fromEntries(entries) });
    });
    const stdin = lines.join('\n');
    const own = objectsIn((await run(['batch'], { stdin })).stdout);
    const full = objectsIn((await run(['batch', '--full'], { stdin })).stdout);
    expect(own).toHaveLength(count);
    for (const [index, { decisions }] of own.entries())
      expectSame(decisions, full[index].decisions);
    const verdicts: Verdict[] = own.flatMap(({ decisions }) => decisions);
    expect(verdicts.filter(isBounded).length).toBeLessThan(verdicts.length / 50);
  });
});
