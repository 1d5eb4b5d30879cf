import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, expect, test } from 'vitest';
import type { Intent, Session } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import { plainPrompt, plainScreen } from '../../../src/report/interview/plain-screen.ts';
import { sessionScreen } from '../../../src/report/interview/session-screen.ts';
import type { SessionView } from '../../../src/report/interview/session-view.ts';
import { ascii, type Palette, unicode } from '../../../src/report/layout/style.ts';
import { COMMANDING } from '../../support/cli-failure.ts';
import { builtInKnowledge, smallKnowledge } from '../../support/loaded-knowledge.ts';
import { numRuns } from '../../support/runs.ts';
import {
  dressed,
  glyphs,
  halfKnown,
  having,
  intentsWith,
  opened,
  sizes,
  viewOf,
} from './sessions.ts';

const BUILT_IN_RUNS = Math.ceil(numRuns / 50);

let small: KnowledgeBase;
let builtIn: KnowledgeBase;

beforeAll(async () => {
  [small, builtIn] = await Promise.all([smallKnowledge(), builtInKnowledge()]);
});

function expectFits(lines: readonly string[], { rows, style }: SessionView): void {
  expect(lines.length).toBeLessThan(rows);
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(style.width);
}

/** Keys last; what is pointed at stands on the screen. */
function expectUsable(lines: readonly string[], session: Session, { style }: SessionView): void {
  const { screen, interview } = session;
  if (interview.at.kind === 'end') {
    expect(lines).toEqual([]);
    return;
  }
  // A line without a text ends with what points at it.
  const pointed = lines.filter((line) => `${line} `.startsWith(` ${style.glyphs.cursor} `));
  expect(pointed).toHaveLength(1);
  const last = lines.slice(-2).join(' ');
  if (screen.kind === 'name') expect(last).toContain('esc leave blank');
  else if (screen.kind === 'note') expect(last).toContain('esc cancel');
  else expectNamed(last, screen.kind === 'question' ? '?ubensfq' : 'bq');
}

/** Each key stands somewhere, with what it does or without. */
function expectNamed(line: string, keys: string): void {
  for (const key of ['enter', ...keys])
    expect(` ${line} `.replaceAll(',', ' ')).toContain(` ${key} `);
}

const words = fc.string({
  unit: fc.constantFrom('a', 'n', ' ', 'o', ',', 't', 'e'),
  maxLength: 60,
});

test('a screen of the small knowledge fits, with what is pointed at and its keys', () => {
  fc.assert(
    fc.property(intentsWith(words, 20), sizes, glyphs, (intents, size, characters) => {
      const session = having(opened(small), intents, small);
      const view = viewOf(small, session, { ...size, glyphs: characters });
      const lines = sessionScreen(session, view);
      expectFits(lines, view);
      expectUsable(lines, session, view);
    }),
    { numRuns },
  );
});

test('so does each screen on the way through an interview on what comes along', () => {
  fc.assert(
    fc.property(intentsWith(words, 12), fc.array(sizes, { minLength: 12, maxLength: 12 }), walks),
    { numRuns: BUILT_IN_RUNS },
  );
});

function walks(intents: readonly Intent[], eachSize: readonly { width: number; rows: number }[]) {
  let session = opened(builtIn, { sheet: halfKnown(builtIn) });
  intents.forEach((intent, index) => {
    session = having(session, [intent], builtIn);
    const view = viewOf(builtIn, session, eachSize[index]);
    const lines = sessionScreen(session, view);
    expectFits(lines, view);
    expectUsable(lines, session, view);
  });
}

const PIECES = [
  '漢字',
  'e\u0301',
  'ก\u0e33',
  '한글 ',
  '👩‍👩‍👧‍👦',
  'é ',
  'plain words ',
  'x'.repeat(50),
  '',
  'ﷺ',
];
const strange = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join(''));

test('and where texts are of double width, combined, empty or without end', () => {
  fc.assert(
    fc.property(
      fc.array(strange, { minLength: 5, maxLength: 9 }),
      intentsWith(strange, 12),
      sizes,
      (texts, intents, size) => {
        let turn = 0;
        const knowledge = dressed(small, () => {
          turn += 1;
          return texts[turn % texts.length] ?? '';
        });
        const session = having(opened(knowledge), intents, knowledge);
        const view = viewOf(knowledge, session, size);
        const lines = sessionScreen(session, view);
        expectFits(lines, view);
        expectUsable(lines, session, view);
      },
    ),
    { numRuns },
  );
});

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[39m`;
const PAINTED: Palette = {
  strong: paint(31),
  faint: paint(32),
  plus: paint(33),
  minus: paint(34),
  caution: paint(35),
};

test('colour changes nothing but colour', () => {
  fc.assert(
    fc.property(intentsWith(words, 20), sizes, (intents, size) => {
      const session = having(opened(small), intents, small);
      const painted = sessionScreen(session, viewOf(small, session, { ...size, palette: PAINTED }));
      const bare = sessionScreen(session, viewOf(small, session, size));
      expect(painted.map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(bare);
    }),
    { numRuns },
  );
});

test('the ASCII twin has nothing but ASCII, and the plain text has not either whatever the style', () => {
  fc.assert(
    fc.property(intentsWith(words, 20), sizes, (intents, size) => {
      const session = having(opened(small), intents, small);
      const lines = sessionScreen(session, viewOf(small, session, { ...size, glyphs: ascii }));
      expect(lines.join('')).toMatch(/^[ -~]*$/);
      const view = viewOf(small, session, { ...size, glyphs: unicode, palette: PAINTED });
      const said = `${plainScreen(session, view)}${plainPrompt(session, view)}`;
      expect(said).toMatch(/^[\n -~]*$/);
    }),
    { numRuns },
  );
});

/** Escape sequences, C1 controls and marks that reorder text. */
const EVIL = '\u001b[31m\u009b2J\u0007\u202e\u2066\u200f\r';

test('no text commands the terminal, wherever it comes from', () => {
  const evil = dressed(small, (before) => `${EVIL}${before}${EVIL}`);
  const sheet = {
    system: `Sh${EVIL}op`,
    answers: new Map([
      ['loss', { choices: [`so${EVIL}me`] }],
      [`lo${EVIL}st`, null],
    ]),
    pins: new Map([['labels', [`short${EVIL}`]]]),
    notes: new Map([...evil.questions.keys()].map((id) => [id, `no${EVIL}te`])),
  };
  fc.assert(
    fc.property(intentsWith(fc.constant(EVIL), 20), sizes, (intents, size) => {
      const session = having(
        opened(evil, { sheet, toReview: [...sheet.answers.keys()] }),
        intents,
        evil,
      );
      const view = viewOf(evil, session, size);
      expect(sessionScreen(session, view).join('\n')).not.toMatch(COMMANDING);
      const said = `${plainScreen(session, view)}${plainPrompt(session, view)}`;
      expect(said).not.toMatch(COMMANDING);
    }),
    { numRuns },
  );
});
