import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase, Renamed } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import { readEntries, type Understood } from './entries.ts';

/** The answers and pins of a record as a knowledge base reads them, and what it no longer takes. */
export interface RecordedSheet {
  readonly sheet: AnswerSheet;
  /** `question`, or `question=choice`; with the reason if it is retired and the knowledge says why. */
  readonly unread: readonly UnreadAnswer[];
}

export interface UnreadAnswer {
  readonly answer: string;
  readonly because?: string;
}

/** Reads what a record was decided with. What is unknown today is left out: an old record is not wrong input. */
export function recordedSheet(
  { system, scope, answers, pins, notes = {} }: RecordedDecision,
  knowledge: KnowledgeBase,
): RecordedSheet {
  const read = [
    ...Object.entries(answers).map(([id, raw]) =>
      readOne({ subject: 'question', id, raw }, knowledge),
    ),
    ...Object.entries(pins).map(([id, raw]) =>
      readOne({ subject: 'decision', id, raw }, knowledge),
    ),
  ];
  const understood = read.flatMap((each) => each.understood);
  return {
    sheet: {
      ...(system !== undefined && { system }),
      ...(scope !== undefined && { scope }),
      answers: new Map(
        understood.flatMap((each) => (each.subject === 'question' ? [[each.id, each.answer]] : [])),
      ),
      pins: new Map(
        understood.flatMap((each) => (each.subject === 'decision' ? [[each.id, each.pin]] : [])),
      ),
      notes: new Map(Object.entries(notes)),
    },
    unread: read.flatMap((each) => each.unread),
  };
}

interface Read {
  readonly understood: readonly Understood[];
  readonly unread: readonly UnreadAnswer[];
}

interface Recorded {
  readonly subject: Renamed['subject'];
  readonly id: string;
  readonly raw: unknown;
}

function readOne(entry: Recorded, knowledge: KnowledgeBase): Read {
  const whole = understand(entry, knowledge);
  if (whole !== undefined) return { understood: whole, unread: retiredIn(whole) };
  const members = Array.isArray(entry.raw) ? entry.raw : [];
  const isKnown = (member: unknown) =>
    understand({ ...entry, raw: [member] }, knowledge) !== undefined;
  const left = members.filter(isKnown);
  const unread = members
    .filter((member) => !left.includes(member))
    .map((member) => ({ answer: `${entry.id}=${String(member)}` }));
  const understood = left.length > 0 ? understand({ ...entry, raw: left }, knowledge) : undefined;
  if (understood === undefined) return { understood: [], unread: [{ answer: wordsFor(entry) }] };
  return { understood, unread };
}

function wordsFor({ id, raw }: Recorded): string {
  return typeof raw === 'string' ? `${id}=${raw}` : id;
}

/** Undefined if the knowledge does not take it. */
function understand(entry: Recorded, knowledge: KnowledgeBase): Understood[] | undefined {
  try {
    return readEntries(knowledge, [entry]);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function retiredIn(understood: readonly Understood[]): UnreadAnswer[] {
  return understood.flatMap(({ retired }) =>
    retired.map(({ id, of, because }) => ({
      answer: of === undefined ? id : `${of}=${id}`,
      because,
    })),
  );
}
