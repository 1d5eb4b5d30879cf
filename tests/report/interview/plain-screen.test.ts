import { beforeAll, describe, expect, test } from 'vitest';
import type { Intent, Press, Session } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import type { WhyChoice } from '../../../src/model/outlook.ts';
import { plainPrompt, plainScreen } from '../../../src/report/interview/plain-screen.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';
import { having, NOTHING_KNOWN, opened, viewOf } from './sessions.ts';

let small: KnowledgeBase;

beforeAll(async () => {
  small = await smallKnowledge();
});

function at(question: string, ...keys: Press[]): Session {
  const { interview, screen } = opened(small);
  const there: Session = {
    interview: { ...interview, at: { kind: 'question', question } },
    screen,
  };
  return having(
    there,
    keys.map((kind): Intent => ({ kind })),
    small,
  );
}

const said = (session: Session) => plainScreen(session, viewOf(small, session));
const prompt = (session: Session) => plainPrompt(session, viewOf(small, session));

describe('a question', () => {
  test('is told in sentences with numbered choices', () => {
    expect(said(at('traffic'))).toBe(
      [
        '',
        said(at('traffic')).split('\n')[1],
        '',
        'How many requests come in per second?',
        'Count the worst hour.',
        '',
        '1. Fewer than 100',
        '2. 100 to 1,000',
        '3. 1,000 or more',
        "4. I don't know",
        '',
        '',
      ].join('\n'),
    );
    expect(said(at('traffic')).split('\n')[1]).toMatch(
      /^Load\. Question 1 of about \d\. \d of 4 decisions decided\.$/,
    );
  });

  test('ends with what can be typed', () => {
    expect(prompt(at('traffic'))).toBe(
      "Answer (1-4; u don't know, ? why, b back, e edit, n note, s status, f finish, q save and quit): ",
    );
    expect(prompt(at('contents'))).toContain("(1-6, or several separated by commas; u don't know");
  });

  test('is not told again with why, nor with an objection', () => {
    const why = said(at('loss', 'why'));
    expect(why).toContain('Why: it can still change ');
    expect(why).toMatch(/^2\. Nothing at all\. Then: .*; Guards becomes Twin, stays open; .*\.$/m);
    expect(why).toMatch(/^1\. A little\. Then: Storage: Cabinet \d+% becomes \d+%/m);
    expect(why).not.toContain('How much may be lost');
    expect(prompt(at('loss', 'why'))).toContain('? back to the question');
    expect(why).not.toContain('alone');
    expect(said(at('staleness', 'toggle'))).toBe('\nNot accepted: pick only one: press Enter.\n');
  });

  test('tells with an objection what is picked now', () => {
    const session = at('contents', 'toggle', 'down', 'toggle', 'down', 'toggle', 'enter');
    expect(said(session)).toContain('Not accepted: pick at most 2.');
    expect(said(session)).toContain('Selected: Orders and invoices; Photos; Letters.');
  });
});

test('what a picked choice clears is said, with what is picked now', () => {
  const session = at('contents', 'toggle', 'down', 'down', 'down', 'toggle');
  expect(said(session)).toContain('Note: this clears "Orders and invoices".');
  expect(said(session)).toContain('Selected: Nothing so far.');
});

describe('why', () => {
  const idle = (choice: string) => ({ choice, changes: [], shifts: [] });
  const change = {
    decision: 'storage',
    status: 'settled' as const,
    ...{ recommended: ['vault'], applies: 'yes' as const },
    before: { status: 'open' as const, recommended: ['heap'], applies: 'yes' as const },
  };
  const saidOf = (question: string, choices: readonly WhyChoice[]) => {
    const session = at(question, 'why');
    const view = viewOf(small, session);
    return plainScreen(session, { ...view, why: { decisions: ['storage'], choices } });
  };

  test('is one sentence where no choice does anything by itself', () => {
    expect(saidOf('staleness', ['never', 'seconds'].map(idle))).toBe(
      '\nWhy: together with other answers it can still change Storage; each choice shifts no pick by 5% or more on its own.\n\n',
    );
  });

  test('tells of each choice alone where several may be picked', () => {
    const choices = small.questions.get('contents')?.choices.map(({ id }) => idle(id)) ?? [];
    const told = saidOf('contents', [
      ...choices.slice(1),
      { ...idle('orders'), changes: [change] },
    ]);
    expect(told).toMatch(/^2\. .* With this alone: shifts no pick by 5% or more on its own\.$/m);
    expect(told).not.toContain('Then:');
  });
});

test('as many answers can be changed as there are', () => {
  const answers = new Map([['traffic', null]]);
  const started = opened(small, { sheet: { ...NOTHING_KNOWN, answers } });
  const session = having(started, [{ kind: 'unknown' }, { kind: 'edit' }], small);
  expect(prompt(session)).toContain('(1-2; ');
});

test('answers are numbered, with what does not matter now', () => {
  const answers = new Map([
    ['traffic', { choices: ['high'], number: 800 }],
    ['loss', null],
  ]);
  const session = having(
    opened(small, { sheet: { ...NOTHING_KNOWN, answers } }),
    [{ kind: 'edit' }],
    small,
  );
  const view = { ...viewOf(small, session), aside: new Set(['loss']) };
  expect(plainScreen(session, view)).toContain(
    '1. How many requests come in per second? 800 (100 to 1,000)\n2. How much may be lost? unknown (not relevant now, kept)\n',
  );
  expect(prompt(session)).toBe('Number of the answer to change (1-2; b back, q save and quit): ');
});

test('the status is a sentence for each decision', () => {
  const session = at('traffic', 'status');
  const lines = said(session).trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const { id, status, dependsOn, share } of session.interview.outlook.decisions) {
    const line = lines.find((each) => each.startsWith(`${small.decisions.get(id)?.title}: `));
    expect(line).toContain(status);
    if (share !== undefined) expect(line).toContain(` wins in ${Math.floor(share / 10)}%`);
    if (dependsOn.length > 1) expect(line).toMatch(/depends on \d questions\./);
  }
});

test('the status of a decision that may not apply says so, whether its pick is settled or not', () => {
  const lineOf = (...answers: [string, string][]) => {
    const given = new Map(answers.map(([id, choice]) => [id, { choices: [choice] }]));
    const start = { sheet: { ...NOTHING_KNOWN, answers: given } };
    const session = having(opened(small, start), [{ kind: 'status' }], small);
    return said(session).match(/^Order of the heap: .*$/m)?.[0];
  };
  expect(lineOf()).toMatchInlineSnapshot(
    `"Order of the heap: likely does not apply, open, wins in 33%, applies in 27% of the ways to answer the open questions, depends on 4 questions."`,
  );
  expect(lineOf(['traffic', 'huge'])).toMatchInlineSnapshot(
    `"Order of the heap: likely does not apply, open, applies in 47% of the ways to answer the open questions, depends on 3 questions."`,
  );
  expect(lineOf(['traffic', 'low'])).toMatchInlineSnapshot(`"Order of the heap: does not apply."`);
});

test('a name and a note are asked for in one line', () => {
  const { system: _, ...unnamed } = NOTHING_KNOWN;
  expect(prompt(opened(small, { sheet: unnamed }))).toMatch(/^What is the system called\?.*: $/);
  expect(prompt(at('traffic', 'note'))).toMatch(/^Your note .*: $/);
  expect(said(at('traffic', 'note'))).toContain('How many requests come in per second?');
});

test('nothing is said once it has ended', () => {
  expect(said(at('traffic', 'finish'))).toBe('');
  expect(prompt(at('traffic', 'finish'))).toBe('');
});
