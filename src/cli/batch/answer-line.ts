import { knownAnswers } from '../../common/answers.ts';
import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { type AdviceRequest, advise } from '../../engine/advice/advise.ts';
import { contradictionsIn, notCoveredIn } from '../../engine/advice/contradictions.ts';
import { verdictsOn } from '../../engine/advice/verdicts.ts';
import {
  eachOnce,
  oldIdsIn,
  readEntries,
  type Understood,
} from '../../knowledge/answers/entries.ts';
import type { NotCovered } from '../../model/advice.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { LineError, LineOutcome } from '../../model/batch.ts';
import type { KnowledgeBase, OldIds } from '../../model/knowledge.ts';
import { refusePinsAtOdds } from '../answers/answer-problems.ts';
import { combined } from '../answers/answers-in-use.ts';
import type { Line } from './json-lines.ts';
import { type Fields, fieldsIn, idIn, type LineRead, readLine } from './read-line.ts';
import { rememberedEntries } from './remembered-entries.ts';

/** The answers that apply to every line: flags override the line, which overrides a file and a profile. */
export interface Layers {
  readonly under: AnswerSheet;
  readonly over: AnswerSheet;
}

export interface LineWork {
  readonly knowledge: KnowledgeBase;
  readonly layers: Layers;
  /** The whole advice instead of verdicts. */
  readonly isFull: boolean;
  /** The decisions asked for; all where it is empty. */
  readonly only: readonly string[];
  /** Receives the old ids in a line. */
  readonly onOldIds: (found: OldIds) => void;
  /** Called for a line whose answers contradict each other. */
  readonly onContradiction: () => void;
  /** Receives the limits of the knowledge that the answers of a line go beyond; never without any. */
  readonly onNotCovered: (limits: readonly NotCovered[]) => void;
  /** Receives internal errors caused by a valid line. */
  readonly onBug: (bug: Bug) => void;
}

/** A line that caused an internal error. */
export interface Bug {
  readonly error: unknown;
  readonly line: number;
}

/** Returns the result of a line, one line after the other; never throws: a bug costs only the line that triggers it. */
export function lineAnswerer(work: LineWork): (line: Line, file?: string) => LineOutcome {
  const sheetOf = sheetReader(work);
  const outcomeOf = judgement(work);
  return (line, file) => {
    let named: Pick<LineOutcome, 'id'> = {};
    try {
      const fields = fieldsIn(line);
      const id = idIn(fields);
      if (id !== undefined) named = { id };
      return { ...named, ...outcomeOf(sheetOf(fields)) };
    } catch (error) {
      if (!(error instanceof UserError)) work.onBug({ error, line: line.number });
      const place = { ...(file !== undefined && { file }), line: line.number };
      return { ...named, kind: 'error', error: { ...place, ...wordsOf(error) } };
    }
  };
}

/** Reads what is known of a system. */
function sheetReader({
  knowledge,
  layers,
  onOldIds,
  onContradiction,
  onNotCovered,
}: LineWork): (fields: Fields) => System {
  const recall = rememberedEntries(knowledge);
  const understand = (entries: Parameters<typeof readEntries>[1]) => {
    try {
      return entries.map(recall);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return readEntries(knowledge, entries);
    }
  };
  return (fields) => {
    const line = readLine(fields, knowledge);
    const all = understand(line.entries);
    const hasOldIds = all.some(({ former, retired }) => former.length + retired.length > 0);
    const own = sheetOf(line, hasOldIds ? eachOnce(all) : all);
    const sheet = combined([layers.under, own, layers.over]);
    const answers = knownAnswers(sheet);
    if (sheet.pins.size > 1) refusePinsAtOdds(knowledge, sheet.pins);
    if (hasOldIds) onOldIds(oldIdsIn(all));
    if (contradictionsIn(knowledge, answers).length > 0) onContradiction();
    const limits = notCoveredIn(knowledge, answers);
    if (limits.length > 0) onNotCovered(limits);
    return { ...sheet, answers };
  };
}

function sheetOf({ system, scope }: LineRead, understood: readonly Understood[]): AnswerSheet {
  const answers = new Map<string, Answer | null>();
  const pins = new Map<string, readonly string[]>();
  for (const each of understood) {
    if (each.subject === 'question') answers.set(each.id, each.answer);
    else if (each.subject === 'decision') pins.set(each.id, each.pin);
  }
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    ...{ answers, pins, notes: NO_NOTES },
  };
}

/** Those of a line are not printed. */
const NO_NOTES: AnswerSheet['notes'] = new Map();

/** What is known of one system. */
type System = Omit<AdviceRequest, 'decisions'>;

type Judged = Extract<LineOutcome, { readonly kind: 'verdicts' | 'advice' }>;

function judgement({ knowledge, isFull, only }: LineWork): (system: System) => Judged {
  if (isFull) {
    return (system) => ({
      kind: 'advice',
      advice: advise(knowledge, { ...system, decisions: only }),
    });
  }
  const verdicts = verdictsOn(knowledge, only);
  return ({ answers, pins }) => ({ kind: 'verdicts', decisions: verdicts(answers, pins) });
}

function wordsOf(error: unknown): Pick<LineError, 'message' | 'hint'> {
  const { message, hint } = error instanceof UserError ? error : INTERNAL;
  return {
    message: short(plain(message)),
    ...(hint !== undefined && { hint: short(plain(hint)) }),
  };
}

const INTERNAL = new UserError(
  'Internal error: this line exposes a bug in arch-advisor',
  'see standard error for details; processing continues with the next line',
);

/** Longest error message for one of a million lines, in characters. */
const LONGEST = 500;

function short(text: string): string {
  const start = text.length > LONGEST ? /^.{0,499}/su.exec(text)?.[0] : undefined;
  return start === undefined ? text : `${start}…`;
}
