import { beforeAll, describe, expect, test } from 'vitest';
import { answersSoFar } from '../../../src/common/answers.ts';
import { openSession } from '../../../src/interview/session.ts';
import type { Intent, Interview, Press, Session } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import type { Changed, Why, WhyChoice } from '../../../src/model/outlook.ts';
import { hasMorePages, sessionScreen } from '../../../src/report/interview/session-screen.ts';
import { ascii } from '../../../src/report/layout/style.ts';
import { builtInKnowledge, smallKnowledge } from '../../support/loaded-knowledge.ts';
import { dressed, halfKnown, having, NOTHING_KNOWN, opened, viewOf } from './sessions.ts';

let small: KnowledgeBase;

beforeAll(async () => {
  small = await smallKnowledge();
});

const SEVERAL = 'contents';
/** One answer to it settles something, another one nothing. */
const MOVING = 'loss';

/** At a question of the small knowledge. */
function at(question: string, start: Parameters<typeof opened>[1] = {}): Session {
  const { interview } = opened(small, start);
  return openSession({ ...interview, at: { kind: 'question', question } }, small);
}

function press(kind: string): Intent {
  return { kind: kind as Press };
}

function drawn(
  session: Session,
  looks: Parameters<typeof viewOf>[2] = {},
  knowledge = small,
): string[] {
  return sessionScreen(session, viewOf(knowledge, session, looks));
}

function pressing(session: Session, ...keys: string[]): Session {
  return having(session, keys.map(press), small);
}

describe('the header', () => {
  test('tells the group, the number of the question, how many are expected, and what is decided', () => {
    const session = at('traffic');
    const { outlook, expected } = session.interview;
    const decided = outlook.decisions.filter(
      ({ status, applies }) => status !== 'open' && applies !== 'undecided',
    ).length;
    expect(expected).toBeGreaterThan(1);
    expect(drawn(session)[0]).toMatch(
      new RegExp(`^ Load · question 1 of about ${expected} +${decided} of 4 decided$`),
    );
  });

  test('counts what was answered, not known included, and what is still expected', () => {
    let session = opened(small);
    const numbers: number[] = [];
    while (session.interview.at.kind === 'question') {
      const [, number, total] = drawn(session)[0]?.match(/question (\d) of about (\d)/) ?? [];
      numbers.push(Number(number));
      expect(Number(total)).toBe(Number(number) + session.interview.expected - 1);
      session = pressing(session, 'unknown');
    }
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('keeps the number of a question that one goes back to', () => {
    const session = pressing(opened(small), 'unknown', 'unknown', 'back', 'back');
    expect(drawn(session)[0]).toContain('question 1');
  });

  test('does with fewer words where it is narrow', () => {
    const head = (width: number) => drawn(at('traffic'), { width })[0];
    expect(head(50)).toMatch(/^ Load · question 1 of about \d +\d of 4 decided$/);
    expect(head(40)).toMatch(/^ question 1 of about \d +\d of 4 decided$/);
    expect(head(36)).toMatch(/^ question 1 of about \d +\d\/4$/);
    expect(head(25)).toMatch(/^ question 1 +\d\/4$/);
  });

  test('goes before the question or the choice that is pointed at would be cut', () => {
    const long = withTexts('What is this question about, which goes on and on for a while?', LONG);
    const lines = drawn(at('traffic'), { width: 40, rows: 7 }, long);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(`for a while? ❯ ${LONG}`);
    expect(lines.join(' ')).not.toContain('question 1');
  });
});

const LONG = 'a label that takes a line, and then goes on to a second one';

describe('the choices', () => {
  test('stand below each other with the cursor at one, and not knowing last', () => {
    expect(drawn(pressing(at('traffic'), 'down'))).toEqual(
      expect.arrayContaining([
        '   Fewer than 100',
        ' ❯ 100 to 1,000',
        '   1,000 or more',
        "   I don't know",
      ]),
    );
  });

  test('have ticks where several may be picked', () => {
    const session = pressing(at(SEVERAL), 'toggle', 'down');
    expect(drawn(session)).toEqual(
      expect.arrayContaining([
        ' ❯ [ ] Photos',
        '   [x] Orders and invoices',
        "       I don't know",
      ]),
    );
    expect(drawn(session, { glyphs: ascii })).toContain(' > [ ] Photos');
  });

  test('come with how many may be picked, where that is not one', () => {
    const asked = (knowledge: KnowledgeBase) => drawn(at(SEVERAL), {}, knowledge).join('\n');
    expect(asked(small)).toContain('(Pick up to two.)');
    expect(asked(without(small, 'limit'))).toContain('(Pick all that apply.)');
    expect(drawn(at('traffic')).join('\n')).not.toContain('Pick');
  });

  test('say which was the answer before, with its number, even where they are cut', () => {
    const answers = new Map([['traffic', { choices: ['high'], number: 800 }]]);
    const session = at('traffic', { sheet: { ...NOTHING_KNOWN, answers } });
    expect(drawn(session)).toContain(' ❯ 100 to 1,000 (previous answer: 800)');
    const long = withTexts('Which?', 'a label that goes on and on, far beyond forty columns');
    const moved = pressing(session, 'down');
    const lines = drawn(moved, { width: 40, rows: 10 }, long);
    expect(lines.filter((line) => line.includes('(previous answer: 800)'))).toHaveLength(1);
  });

  test('say it of not knowing, too', () => {
    const sheet = { ...NOTHING_KNOWN, answers: new Map([['traffic', null]]) };
    expect(drawn(at('traffic', { sheet }))).toContain(" ❯ I don't know (previous answer)");
  });

  test('that do not fit are counted above and below', async () => {
    const builtIn = await builtInKnowledge();
    const [question] = [...builtIn.questions.values()].toSorted(
      (a, b) => b.choices.length - a.choices.length,
    );
    const session = opened(builtIn, { sheet: halfKnown(builtIn) });
    const interview: Interview = {
      ...session.interview,
      at: { kind: 'question', question: question?.id ?? '' },
    };
    const lines = drawn(
      { interview, screen: { kind: 'question', cursor: 3, ticked: [], isWhyShown: false } },
      { width: 60, rows: 10 },
      builtIn,
    );
    const hidden = lines.flatMap((line) => line.match(/^ … (\d+) more$/)?.[1] ?? []).map(Number);
    expect(hidden).toHaveLength(2);
    const from = lines.findIndex((line) => /^ … \d+ more$/.test(line));
    const to = lines.findLastIndex((line) => /^ … \d+ more$/.test(line));
    const shown = lines
      .slice(from + 1, to)
      .filter((line) => / \[[x ]\] |❯/.test(line) || question?.several !== true);
    const all = (question?.choices.length ?? 0) + 1;
    expect(hidden.reduce((a, b) => a + b, 0)).toBeLessThan(all);
    expect(shown.length).toBeGreaterThan(0);
  });
});

function withTexts(ask: string, label: string): KnowledgeBase {
  const questions = new Map(
    [...small.questions].map(([id, question]) => [
      id,
      { ...question, ask, choices: question.choices.map((choice) => ({ ...choice, label })) },
    ]),
  );
  return { ...small, questions };
}

function without(knowledge: KnowledgeBase, key: 'limit'): KnowledgeBase {
  const questions = [...knowledge.questions].map(
    ([id, { [key]: _, ...rest }]) => [id, rest] as const,
  );
  return { ...knowledge, questions: new Map(questions) };
}

describe('at 40 by 10', () => {
  test('the question and the choice pointed at are shown in full, whatever the question', async () => {
    const builtIn = await builtInKnowledge();
    const { interview } = opened(builtIn, { sheet: halfKnown(builtIn) });
    for (const { id, ask, choices } of builtIn.questions.values()) {
      const asked = openSession({ ...interview, at: { kind: 'question', question: id } }, builtIn);
      [...choices, { label: "I don't know" }].forEach(({ label }, line) => {
        const pointed = having(asked, [{ kind: 'point', line }], builtIn);
        const screen = drawn(pointed, { width: 40, rows: 10 }, builtIn);
        const text = screen.join(' ').replace(/\s+/g, ' ');
        expect(text).toContain(ask);
        const shown = ['', '[ ] ', '[x] '].map((tick) => `❯ ${tick}${label}`);
        expect(
          shown.some((words) => text.includes(words)),
          label,
        ).toBe(true);
      });
    }
  });

  test('the help of each question and why it is asked can be read page by page', async () => {
    const builtIn = await builtInKnowledge();
    const { interview } = opened(builtIn, { sheet: halfKnown(builtIn) });
    for (const { id, ask, help, choices } of builtIn.questions.values()) {
      const asked = openSession({ ...interview, at: { kind: 'question', question: id } }, builtIn);
      const explained = whyOf(
        choices.map((choice) => choice.id),
        choices[0]?.id,
      );
      const pages = pagesOf(having(asked, [press('why')], builtIn), explained, builtIn);
      const text = pages
        .flatMap((lines) => lines.slice(0, -2))
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(text).toContain(ask);
      expect(text).toContain(help.replace(/\s+/g, ' ').trim());
      for (const { label } of choices) expect(text).toContain(label);
    }
  });

  test('each page says how many there are, and the choice that Enter picks', async () => {
    const why = whyOf(['never', 'seconds', 'minutes'], 'seconds');
    const pages = pagesOf(pressing(at('staleness'), 'why'), why, small);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((lines, place) => {
      const isLast = place === pages.length - 1;
      expect(lines.at(-1)).toContain(isLast ? '? hide' : `? more ${place + 1}/${pages.length}`);
      expect(lines.at(-2)).toMatch(/^ ❯ /);
      expect(lines.length).toBeLessThan(10);
    });
  });
});

/** The screens on the way to the last page. */
function pagesOf(session: Session, why: Why, knowledge: KnowledgeBase): string[][] {
  const view = { ...viewOf(knowledge, session, { width: 40, rows: 10 }), why };
  const lines = sessionScreen(session, view);
  if (!hasMorePages(session, view)) return [lines];
  return [lines, ...pagesOf(having(session, [{ kind: 'more' }], knowledge), why, knowledge)];
}

test('help stands where there is room, and is the first to go', () => {
  const help = 'Choose what fills most of the room.';
  expect(drawn(at(SEVERAL)).join('\n')).toContain(help);
  const low = drawn(at(SEVERAL), { rows: 10 }).join('\n');
  expect(low).not.toContain(help);
  expect(low).toContain("I don't know");
});

test('an objection and a note are shown with words, whatever the size', () => {
  const notes = new Map([['traffic', 'measured in May']]);
  const session = pressing(at('traffic', { sheet: { ...NOTHING_KNOWN, notes } }), 'toggle');
  for (const size of [{}, { width: 40, rows: 11 }]) {
    const screen = drawn(session, size).join('\n');
    expect(screen).toContain('! pick only one');
    expect(screen).toContain('Your note: measured in May');
  }
});

test('what a picked choice clears is shown, whatever the size', () => {
  const session = pressing(at(SEVERAL), 'toggle', 'down', 'down', 'down', 'toggle');
  for (const size of [{}, { width: 40, rows: 11 }]) {
    const screen = drawn(session, size);
    expect(screen).toContain(' ! this clears "Orders and invoices"');
    expect(screen).toContain(' ❯ [x] Nothing so far');
  }
});

describe('why', () => {
  test('tells the decisions that can change, and what each choice would make of them', () => {
    const session = pressing(at(MOVING), 'why');
    const { why } = viewOf(small, session);
    const text = drawn(session, { rows: 60, width: 120 }).join('\n');
    for (const id of why?.decisions ?? ['none']) {
      expect(text).toMatch(
        new RegExp(`Why: it can still change .*${small.decisions.get(id)?.title}`),
      );
    }
    const changes = why?.choices.flatMap((choice) => choice.changes) ?? [];
    expect(changes.length).toBeGreaterThan(0);
    for (const { decision, status } of changes) {
      const title = small.decisions.get(decision)?.title;
      const end = status === 'not-applicable' ? ' does not apply' : ' → ';
      expect(text).toContain(`${title}${end}`);
    }
    const isIdle = ({ changes, shifts }: WhyChoice) => changes.length + shifts.length === 0;
    expect(text.includes(SMALL_SHIFT)).toBe(why?.choices.some(isIdle));
  });

  test('tells how much likelier a pick becomes', () => {
    const session = pressing(at('staleness'), 'why');
    const shift = { decision: 'storage', recommended: ['vault'], before: 620, after: 840 };
    const choices = ['never', 'seconds'].map((choice) => ({
      choice,
      changes: [],
      shifts: [shift],
    }));
    const view = viewOf(small, session, { width: 100, rows: 40 });
    const why = { decisions: ['storage'], choices };
    expect(sessionScreen(session, { ...view, why }).join('\n')).toContain(
      'Storage: Vault 62% → 84%',
    );
  });

  test('is not there before it is asked for, and its key says how to hide it', () => {
    expect(drawn(at('staleness')).join('\n')).not.toContain('Why:');
    expect(drawn(pressing(at('staleness'), 'why')).join('\n')).toContain('? hide why');
  });

  test('says of a choice without effects which shifts are shown', () => {
    const why = whyOf(['never', 'seconds'], 'never');
    const text = explained('staleness', why).join('\n');
    expect(text).toMatch(new RegExp(`^ {3}Some seconds .* ${SMALL_SHIFT}$`, 'm'));
    const many = whyOf('abcdefghi'.split(''), 'a');
    const told = explained('staleness', many, { rows: 60 }).join('\n');
    expect(told).toContain('changes no pick on its own');
    expect(told).not.toMatch(/\b5%/);
  });

  test('says why it is asked all the same where no choice does anything by itself', () => {
    const why = whyOf(['never', 'seconds', 'minutes']);
    const told = (size = {}) => explained('staleness', why, size).join(' ').replace(/\s+/g, ' ');
    const words = `Why: together with other answers it can still change Storage; each choice ${SMALL_SHIFT}.`;
    expect(told()).toContain(words);
    expect(told().split('on its own')).toHaveLength(2);
    expect(told({ width: 40, rows: 12 })).toContain(words);
    expect(told({ width: 40, rows: 10 })).toContain(
      'Why: together with other answers it can still change Storage;',
    );
  });

  test('looks at each choice alone where several may be picked, and says so', () => {
    const why = whyOf(['orders', 'photos'], 'orders');
    expect(explained(SEVERAL, why).join('\n')).toContain(
      'Why: it can still change Storage. Each choice alone:',
    );
    const low = explained(SEVERAL, why, { width: 40, rows: 10 }).join(' ').replace(/\s+/g, ' ');
    expect(low).toContain('Each choice alone:');
    const single = whyOf(['never', 'seconds'], 'never');
    for (const size of [{}, { width: 40, rows: 10 }])
      expect(explained('staleness', single, size).join('\n')).not.toContain('alone');
  });

  test('marks only once what is cut', () => {
    const why = whyOf('abcdefgh'.split(''), 'a');
    const [first] = why.choices;
    const changes = [...(first?.changes ?? []), ...(first?.changes ?? [])];
    const twice = { ...why, choices: why.choices.map((each) => ({ ...each, changes })) };
    const told = (vault: string, size: Parameters<typeof viewOf>[2]) => {
      const knowledge = dressed(small, (text) => (text === 'Vault' ? vault : text));
      const session = pressing(at('staleness'), 'why');
      const view = { ...viewOf(knowledge, session, size), why: twice };
      return sessionScreen(session, view).filter((line) => line.includes('Storage → '));
    };
    const ends = (vault: string, end: string) => {
      const lines = told(vault, { width: 60, rows: 22 });
      expect(lines).toHaveLength(8);
      for (const line of lines) expect(line.slice(23)).toBe(`Storage → ${end}`);
    };
    ends('Vault', 'Vault, settled …');
    ends('Vault behind a long wall', 'Vault behind a long…');
  });
});

const SMALL_SHIFT = 'shifts no pick by 5% or more on its own';

/** A question on the storage, of which one choice at most settles something. */
function whyOf(choices: readonly string[], moving?: string): Why {
  const applies = 'yes' as const;
  const before = { status: 'open' as const, recommended: ['heap'], applies };
  const change = {
    decision: 'storage',
    status: 'settled' as const,
    recommended: ['vault'],
    applies,
    before,
  };
  return {
    decisions: ['storage'],
    choices: choices.map((choice) => ({
      choice,
      changes: choice === moving ? [change] : [],
      shifts: [],
    })),
  };
}

function explained(question: string, why: Why, size: Parameters<typeof viewOf>[2] = {}): string[] {
  const session = pressing(at(question), 'why');
  const view = viewOf(small, session, { width: 100, rows: 40, ...size });
  return sessionScreen(session, { ...view, why });
}

describe('what the last answer changed', () => {
  const NEWS = /^ Your last answer/;
  const newsOf = (session: Session, looks = {}) =>
    drawn(session, { width: 120, ...looks }).filter((line) => NEWS.test(line));

  test('is not there before anything was answered, nor after going back', () => {
    expect(newsOf(opened(small))).toEqual([]);
    const back = pressing(opened(small), 'unknown', 'unknown', 'back');
    expect(newsOf(back)).toEqual([]);
  });

  test('stands below the choices, and stays while one points at them or looks elsewhere', () => {
    const session = pressing(opened(small), 'enter');
    const [news] = newsOf(session);
    expect(news).toBeDefined();
    expect(newsOf(pressing(session, 'down'))).toEqual([news]);
    expect(newsOf(pressing(session, 'status', 'escape'))).toEqual([news]);
    const lines = drawn(session, { width: 120 });
    expect(lines.findIndex((line) => NEWS.test(line))).toBeGreaterThan(
      lines.findIndex((line) => line.includes("I don't know")),
    );
  });

  test('says so where it changed nothing', () => {
    expect(newsOf(pressing(opened(small), 'unknown'))).toEqual([
      ' Your last answer has not changed any pick yet.',
    ]);
  });

  test('names the picks with how sure they are, the clearest change first', () => {
    const { interview, screen } = opened(small);
    const [storage, ...others] = interview.outlook.decisions;
    if (storage === undefined || screen.kind !== 'question') throw new Error('no decision');
    const status = 'open' as const;
    const standing = { ...storage, status, recommended: ['vault'], share: 930 };
    const outlook = { ...interview.outlook, decisions: [standing, ...others] };
    const before = { status, recommended: ['heap'], applies: 'yes' as const };
    const moved = { decision: storage.id, status, recommended: ['vault'], applies: 'yes' as const };
    const shift = { decision: 'guards', recommended: ['twin'], before: 620, after: 840 };
    const pointless = { ...shift, decision: 'heap-order', recommended: ['sorted'] };
    const changed = { changes: [{ ...moved, before }], shifts: [shift, pointless] };
    const said = (changed: Changed, looks = {}) =>
      newsOf({ interview: { ...interview, outlook }, screen: { ...screen, changed } }, looks);
    expect(said(changed)).toEqual([
      expect.stringMatching(
        /^ Your last answer: Storage now Vault \(likely 93%\) · Guards: Twin 62% → 84%$/,
      ),
    ]);
    const settled = { ...moved, status: 'settled' as const, before: { ...before, ...moved } };
    expect(said({ changes: [settled], shifts: [] })).toEqual([
      ' Your last answer: Storage settled: Vault',
    ]);
    const many = { changes: [{ ...moved, before }], shifts: Array(9).fill(shift) };
    expect(
      drawn(
        { interview: { ...interview, outlook }, screen: { ...screen, changed: many } },
        { width: 60, rows: 30 },
      )
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toMatch(/and [2-9] smaller changes/);
  });

  test('makes room for the help of a question and the choices', () => {
    const session = pressing(opened(small), 'enter');
    expect(newsOf(session, { rows: 10 })).toEqual([]);
  });
});

describe('the keys', () => {
  const ALL = [
    'enter',
    '? why',
    "u don't know",
    'b back',
    'e edit',
    'n note',
    's status',
    'f finish',
  ];

  test('are all named at 80 columns, and take two lines at most', () => {
    const lines = drawn(at('traffic')).slice(-2).join(' ');
    for (const key of [...ALL, 'q save, quit']) expect(lines).toContain(key);
  });

  test('keep those that are needed most in one line of 40 columns', () => {
    expect(drawn(at('traffic'), { width: 40, rows: 10 }).at(-1)).toBe(
      ' enter choose · ? why · u b e n s f q',
    );
    expect(drawn(at(SEVERAL), { width: 40, rows: 10 }).at(-1)).toBe(
      ' space pick · enter ? u b e n s f q',
    );
  });

  test('are all named in one line whatever the width', () => {
    for (const question of ['traffic', SEVERAL]) {
      for (let width = 24; width <= 200; width += 1) {
        const line = drawn(at(question), { width, rows: 10 }).at(-1) ?? '';
        expect(line.length).toBeLessThan(width);
        expect(line).toMatch(/(^ | · )(space .*)?enter/);
        for (const key of '?ubensfq') expect(line).toMatch(new RegExp(`[ ?ubensf][${key}]`));
      }
    }
    expect(drawn(at(SEVERAL), { width: 25, rows: 10 }).at(-1)).toBe(' space enter ?ubensfq');
  });

  test('say how several are picked', () => {
    expect(drawn(at(SEVERAL)).join('\n')).toContain('space pick · enter done');
  });
});

describe('the list of answers', () => {
  const given = new Map([
    ['loss', { choices: ['nothing'] }],
    ['traffic', null],
  ]);

  test('stands in the order in which the interview counts them, with the answers in words', () => {
    const answers = new Map([['staleness', { choices: ['never'] }], ...given]);
    const { interview } = at('contents', { sheet: { ...NOTHING_KNOWN, answers } });
    const session: Session = {
      interview: { ...interview, asked: ['staleness'] },
      screen: {
        kind: 'answers',
        cursor: 2,
        from: { kind: 'question', cursor: 0, ticked: [], isWhyShown: false },
      },
    };
    const order = answersSoFar(session.interview).map((id) => small.questions.get(id)?.ask ?? id);
    const lines = drawn(session, { width: 120 }).filter((line) => line.includes('?'));
    expect(order).toHaveLength(3);
    expect(lines.map((line) => line.slice(3).split('?')[0])).toEqual(
      order.map((ask) => ask.split('?')[0]),
    );
    expect(lines[0]).toContain('Nothing at all');
    expect(lines[1]).toContain('unknown');
    expect(lines[2]?.startsWith(' ❯ ')).toBe(true);
  });

  test('marks those that do not matter now, and tells the note', () => {
    const notes = new Map([['loss', 'Ana says so']]);
    const session = pressing(
      opened(small, { sheet: { ...NOTHING_KNOWN, answers: given, notes } }),
      'edit',
      'up',
    );
    const view = viewOf(small, session, { width: 160 });
    const lines = sessionScreen(session, { ...view, aside: new Set(['loss']) });
    const marked = lines.filter((line) => line.includes('(not relevant now, kept)'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('How much may be lost?');
    expect(lines.join('\n')).toContain('(your note: Ana says so)');
  });
});

test('the status shows every decision, and of the one pointed at on how many questions it depends', () => {
  const session = pressing(opened(small), 'status');
  const lines = drawn(session, { width: 100 });
  for (const { title } of small.decisions.values()) {
    expect(lines.some((line) => line.includes(title))).toBe(true);
  }
  const [first] = session.interview.outlook.decisions;
  expect(first?.dependsOn.length).toBeGreaterThan(1);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
    `depends on ${first?.dependsOn.length} questions`,
  );
});

test('the status says what is picked and how sure that is, without points', () => {
  const session = pressing(opened(small), 'status');
  const [first] = session.interview.outlook.decisions;
  const share = first?.share ?? 0;
  expect(share).toBeGreaterThan(500);
  const lines = drawn(session, { width: 120 });
  expect(lines[2]).toMatch(new RegExp(`^ ❯ Storage .* ○ likely ${Math.floor(share / 10)}%$`));
  const whole = lines.join('\n');
  expect(whole).toContain(
    `wins in ${Math.floor(share / 10)}% of the ways to answer the open questions`,
  );
  expect(whole).not.toMatch(/point|ahead|level/);
  expect(drawn(session, { width: 40, rows: 10 })[1]).toMatch(/^ ❯ /);
});

test('the status says of a decision that likely does not apply just that', async () => {
  const builtIn = await builtInKnowledge();
  const topic = { decisions: ['shard-key-strategy'], order: 'adaptive' as const };
  const session = having(opened(builtIn, { topic }), [press('status')], builtIn);
  const appliesShare = session.interview.outlook.decisions[0]?.appliesShare ?? 0;
  expect(appliesShare).toBeGreaterThan(0);
  expect(appliesShare).toBeLessThan(200);
  const rest = `${Math.floor((1_000 - appliesShare) / 10)}%`;
  const row = drawn(session, { width: 80 }, builtIn).find((line) => line.includes('Shard key'));
  expect(row).toMatch(new RegExp(`Shard key +likely does not apply +○ likely ${rest}$`));
  expect(drawn(session, { width: 200 }, builtIn).join('\n')).toContain(
    `applies in ${Math.floor(appliesShare / 10)}% of the ways to answer the open questions`,
  );
});

test('an objection is told whole where it is low and narrow', () => {
  const session = pressing(at(SEVERAL), 'enter');
  const lines = drawn(session, { width: 40, rows: 10 });
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
    '! pick what applies with the space bar, or choose the last line',
  );
  expect(lines.filter((line) => line.startsWith(' ❯ '))).toHaveLength(1);
});

describe('a line of text', () => {
  test('shows its end, blanks included', () => {
    const typed: Intent = { kind: 'type', text: 'ask Ana ' };
    const note = having(at('traffic'), [press('note'), typed], small);
    expect(drawn(note)).toContain(' ❯ ask Ana ▏');
  });

  test('shows its end where it is longer than the screen', () => {
    const typed: Intent[] = [press('note'), { kind: 'type', text: `${'long '.repeat(200)}end` }];
    const session = having(at('traffic'), typed, small);
    const lines = drawn(session, { width: 40, rows: 10 });
    expect(lines.join('\n')).toContain('end▏');
    expect(lines.at(-1)).toBe(' enter done · esc cancel');
  });

  test('asks for the name of the system', () => {
    const { system: _, ...unnamed } = NOTHING_KNOWN;
    const lines = drawn(opened(small, { sheet: unnamed }));
    expect(lines.join('\n')).toContain('What is the system called?');
    expect(lines.at(-1)).toBe(' enter done · esc leave blank');
  });
});

test('nothing is drawn once it has ended', () => {
  expect(drawn(pressing(opened(small), 'finish'))).toEqual([]);
  expect(drawn(pressing(opened(small), 'status', 'quit'))).toEqual([]);
});
