import { beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/cli/interview/scope.ts';
import { mainDecisions, namedOf, withFiner } from '../../src/common/main-decisions.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { builtInKnowledge, smallKnowledge } from '../support/loaded-knowledge.ts';
import { keys } from '../support/terminal.ts';
import { typist } from '../support/typed-context.ts';

let builtIn: KnowledgeBase;
let small: KnowledgeBase;

beforeAll(async () => {
  [builtIn, small] = await Promise.all([builtInKnowledge(), smallKnowledge()]);
});

const NOTHING: AnswerSheet = { answers: new Map(), pins: new Map(), notes: new Map() };

function scope(options: Partial<Parameters<typeof scopeOf>[0]>, somebody = typist()) {
  const subject = { knowledge: builtIn, sheet: NOTHING };
  return scopeOf({ decisions: [], ...options }, subject, somebody.context);
}

describe('what an interview is about', () => {
  test('is picked from the main decisions, all picked already', async () => {
    const somebody = typist();
    const answer = scope({}, somebody);
    await somebody.typeAfter('enter continue', keys.enter);
    expect(await answer).toEqual({ value: mainDecisions(builtIn.decisions) });
    const screen = somebody.printed();
    expect(screen).toContain('What do you want to decide?\n Structure\n❯ [x] System structure\n');
    for (const id of mainDecisions(builtIn.decisions)) {
      expect(screen).toContain(`[x] ${builtIn.decisions.get(id)?.title}`);
    }
    expect(screen).toMatch(/\[ \] Also \d+ finer decisions below these/);
  });

  test('is what is left of them, or what is picked alone', async () => {
    const somebody = typist();
    const answer = scope({}, somebody);
    await somebody.typeAfter('enter continue', `${keys.space}${keys.enter}`);
    const [first, ...others] = mainDecisions(builtIn.decisions);
    expect(first).toBe('system-style');
    expect(await answer).toEqual({ value: others });
  });

  test('takes the finer decisions in, of all or of those picked', async () => {
    const all = typist();
    const everything = scope({}, all);
    await all.typeAfter(
      'enter continue',
      `${keys.up}${keys.down.repeat(11)}${keys.space}${keys.enter}`,
    );
    expect(await everything).toEqual({ value: [] });
    const some = typist();
    const picked = scope({ accessible: true }, some);
    await some.typeAfter('(Enter: 1-11): ', '9, 12\n');
    const caching = withFiner(['caching'], builtIn.decisions);
    expect(caching.length).toBeGreaterThan(1);
    expect(await picked).toEqual({ value: caching });
  });

  test('is not asked for where decisions are named, or all are wanted', async () => {
    const somebody = typist();
    expect(await scope({ decisions: ['database'] }, somebody)).toEqual({ value: ['database'] });
    expect(await scope({ finer: true }, somebody)).toEqual({ value: [] });
    const finer = await scope({ decisions: ['database'], finer: true }, somebody);
    expect(finer).toEqual({ value: ['database', 'sql-form', 'store-layout'] });
    const main = { value: mainDecisions(builtIn.decisions) };
    expect(await scope({ review: true }, somebody)).toEqual(main);
    expect(await scope({}, typist({ canAsk: false }))).toEqual(main);
    expect(somebody.printed()).toBe('');
  });

  test('is not asked for where all is answered already', async () => {
    const answers = new Map([...builtIn.questions.keys()].map((id) => [id, null]));
    const somebody = typist();
    const subject = { knowledge: builtIn, sheet: { ...NOTHING, answers } };
    const value = mainDecisions(builtIn.decisions);
    expect(await scopeOf({ decisions: [] }, subject, somebody.context)).toEqual({ value });
    expect(somebody.printed()).toBe('');
  });

  test('knows no finer decisions where there are none, and needs no groups', async () => {
    const somebody = typist();
    const subject = { knowledge: small, sheet: NOTHING };
    const answer = scopeOf({ decisions: [] }, subject, somebody.context);
    await somebody.typeAfter('enter continue', keys.enter);
    expect(await answer).toEqual({ value: [] });
    expect(somebody.printed()).not.toContain('finer');
  });

  test('ends with 130 where somebody leaves', async () => {
    const somebody = typist({ columns: 40, rows: 10 });
    const answer = scope({}, somebody);
    await somebody.typeAfter('enter continue', keys.interrupt);
    expect(await answer).toEqual({ exitCode: 130 });
  });
});

test('each main decision of the built-in knowledge has a group, and those of one follow each other', () => {
  const groups = mainDecisions(builtIn.decisions).map((id) => builtIn.decisions.get(id)?.group);
  expect(groups).not.toContain(undefined);
  const changes = groups.filter((group, index) => group !== groups[index - 1]);
  expect(changes).toEqual([...new Set(groups)]);
  expect(new Set(groups).size).toBe(4);
});

test('only a choice of decisions has to be named again', () => {
  const { decisions } = builtIn;
  expect(namedOf(['database'], decisions)).toEqual(['database']);
  expect(namedOf(mainDecisions(decisions), decisions)).toEqual([]);
  expect(namedOf([...decisions.keys()], decisions)).toEqual([]);
  expect(namedOf([], decisions)).toEqual([]);
});
