import fc from 'fast-check';
import { type Start, startInterview } from '../../../src/interview/interview.ts';
import { openSession, pressed } from '../../../src/interview/session.ts';
import { whyAsked } from '../../../src/interview/why.ts';
import type { AnswerSheet } from '../../../src/model/answers.ts';
import type { Intent, Session } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import type { SessionView } from '../../../src/report/interview/session-view.ts';
import { ascii, colourless, type Style, unicode } from '../../../src/report/layout/style.ts';
import { randomFrom } from '../../support/engine-random-answers.ts';

export const NOTHING_KNOWN: AnswerSheet = {
  system: 'Shop',
  answers: new Map(),
  pins: new Map(),
  notes: new Map(),
};

/** Every other question has one of its choices as the answer: steps from there on take far less time than from nothing. */
export function halfKnown({ questions }: KnowledgeBase, seed = 1): AnswerSheet {
  const random = randomFrom(seed);
  const answers = [...questions.values()].flatMap(({ id, choices }, index) => {
    const choice = choices[Math.floor(random() * choices.length)];
    return index % 2 === 0 && choice ? [[id, { choices: [choice.id] }] as const] : [];
  });
  return { ...NOTHING_KNOWN, answers: new Map(answers) };
}

export function opened(knowledge: KnowledgeBase, start: Partial<Start> = {}): Session {
  const topic = { decisions: [], order: 'adaptive' as const };
  return openSession(
    startInterview(knowledge, { topic, sheet: NOTHING_KNOWN, ...start }),
    knowledge,
  );
}

/** One intent after the other. */
export function having(
  session: Session,
  intents: readonly Intent[],
  knowledge: KnowledgeBase,
): Session {
  return intents.reduce((each, intent) => pressed(each, intent, knowledge), session);
}

export function viewOf(
  knowledge: KnowledgeBase,
  session: Session,
  { width = 80, rows = 24, ...style }: Partial<Style> & { rows?: number } = {},
): SessionView {
  const isShown = session.screen.kind === 'question' && session.screen.isWhyShown;
  const why = isShown ? whyAsked(knowledge, session.interview) : undefined;
  const looks = { palette: colourless, glyphs: unicode, width, ...style };
  return { knowledge, style: looks, rows, ...(why && { why }) };
}

/** From the narrowest and lowest terminal on. */
export const sizes = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  rows: fc.integer({ min: 10, max: 80 }),
});

export const glyphs = fc.constantFrom(ascii, unicode);

const press = fc
  .constantFrom(
    ...(['up', 'down', 'down', 'toggle', 'enter', 'enter', 'enter', 'escape'] as const),
    ...(['why', 'why', 'unknown', 'back', 'edit', 'note', 'status'] as const),
  )
  .map((kind): Intent => ({ kind }));

/** Whatever a person may do, but for ending it. */
export function intentsWith(text: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<Intent[]> {
  const point = fc.nat(12).map((line): Intent => ({ kind: 'point', line }));
  const typed = text.map((each): Intent => ({ kind: 'type', text: each }));
  return fc.array(fc.oneof({ weight: 8, arbitrary: press }, point, typed), { maxLength });
}

/** The same knowledge with another text wherever its documents have one. */
export function dressed(knowledge: KnowledgeBase, text: (before: string) => string): KnowledgeBase {
  const { questions, decisions, patterns, groups } = knowledge;
  return {
    ...knowledge,
    groups: groups.map((group) => ({ ...group, name: text(group.name) })),
    questions: mapped(questions, (question) => ({
      ...question,
      ask: text(question.ask),
      help: text(question.help),
      choices: question.choices.map((choice) => ({ ...choice, label: text(choice.label) })),
    })),
    decisions: mapped(decisions, (each) => ({ ...each, title: text(each.title) })),
    patterns: mapped(patterns, (each) => ({ ...each, name: text(each.name) })),
  };
}

function mapped<T>(items: ReadonlyMap<string, T>, change: (item: T) => T): Map<string, T> {
  return new Map([...items].map(([id, item]) => [id, change(item)]));
}
