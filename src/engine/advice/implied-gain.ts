import { grouped } from '../../common/lists.ts';
import { INTERVIEW, type Judged, judge, type Situation } from '../decide/judge.ts';
import type { Distribution } from '../decide/queries.ts';
import { linkWord, narrowed, sourcesOf } from '../table/implied.ts';
import { isOpen, isWithin, narrowedSlot, type Slot } from '../table/slots.ts';
import { diagramsOf, impurityOf, impurityUnder, joinedImpurity } from './impurity.ts';
import { type LikelyOutcomes, likelyOutcomes, type Reading } from './likely-outcomes.ts';

/** The open questions of which an answer may narrow another one that matters. */
export function implyingIn(judged: Judged, { tables, answers }: Situation): Slot[] {
  const { applies, picks } = diagramsOf(judged);
  const diagrams = picks.map(({ diagram }) => diagram);
  const all = applies ? [...diagrams, applies] : diagrams;
  const matters = new Set(all.flatMap(({ levels }) => levels.map(({ slot }) => slot)));
  const sources = tables.implying.filter(({ slot }) => matters.has(slot)).flatMap(sourcesOf);
  return tables.questions.filter(({ index }) => sources.includes(index) && isOpen(answers[index]));
}

/** The expected fall of the impurity where each answer to a question counts with what it implies. */
export function impliedGain(slot: Slot, judged: Judged, situation: Situation): number {
  const { answers, tables } = situation;
  const { ofAnswers } = slot.likelihood(tables.kindOf(answers));
  const likelihoodOf = (mask: number) => ofAnswers.get(mask) ?? 0;
  const legal = narrowedSlot(slot, answers[slot.index] ?? 0).legal();
  const all = legal.reduce((sum, mask) => sum + likelihoodOf(mask), 0);
  const alike = grouped(legal, (mask) => linkWord(mask, slot.index, tables.implying));
  let expected = 0;
  for (const masks of alike.values()) {
    const after = impuritiesAfter(slot, judged, { situation, masks });
    for (const mask of masks) expected += (likelihoodOf(mask) / all) * after(mask);
  }
  return impurityUnder(judged, situation) - expected;
}

interface Answering {
  readonly situation: Situation;
  /** Answers to the question that imply the same. */
  readonly masks: readonly number[];
}

/** What is still mixed after each of some answers that imply the same. */
function impuritiesAfter(
  slot: Slot,
  judged: Judged,
  { situation, masks: [first = 0] }: Answering,
): (mask: number) => number {
  const { tables, answers: before } = situation;
  const implied = narrowed(situation.given.with(slot.index, first), tables.implying).answers;
  const answers = implied.with(slot.index, before[slot.index] ?? 0);
  if (answers.every((each, index) => isWithin(each, before[index] ?? 0)))
    return impuritiesRead(slot, judged, { ...situation, answers });
  return (mask) => impurityAnew(judged, situation, situation.given.with(slot.index, mask));
}

/** Read off the diagrams that are there. */
function impuritiesRead(
  { index }: Slot,
  judged: Judged,
  situation: Reading,
): (mask: number) => number {
  const { applies, picks } = diagramsOf(judged);
  const mixed = picks.map(({ diagram, table }) =>
    afterEach(likelyOutcomes(diagram, situation, table), index, impurityOf),
  );
  const applying = applies && afterEach(likelyOutcomes(applies, situation), index, (each) => each);
  return (mask) =>
    joinedImpurity(
      mixed.map((of) => of(mask)),
      applying?.(mask),
    );
}

/** What is read off the outcomes after each answer to a question. */
function afterEach<T>(
  { now, after }: LikelyOutcomes,
  question: number,
  read: (distribution: Distribution) => T,
): (mask: number) => T {
  const own = after.get(question);
  const each = own?.distributions.map(read) ?? [];
  const other = read(now);
  return (mask) => each[own?.level.classOf(mask) ?? -1] ?? other;
}

/** An answer may take back what others imply; then the decision is judged anew. */
function impurityAnew(judged: Judged, situation: Situation, given: Situation['given']): number {
  const { tables } = situation;
  const { answers } = narrowed(given, tables.implying);
  const decisions = [judged.entry.index];
  const anew = judge({ ...situation, given, answers }, { decisions, depth: INTERVIEW });
  return impurityUnder(anew.get(judged.entry.index) ?? judged, { ...situation, answers });
}
