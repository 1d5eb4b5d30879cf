import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { judge, type Situation } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { isLegal } from '../table/legal-answers.ts';
import { membersOf } from '../table/masks.ts';
import { type AnswerMasks, isOpen, type Slot } from '../table/slots.ts';
import type { DecisionEntry, PinMasks } from '../table/tables.ts';

const SAMPLES = 64;
const SEED = 20_261_129;

/** Random completions, the same ones in each run: they show what can happen. What they do not show may still happen. */
export interface Examples {
  /** Whether a decision applies under one of them, or does not; with other pins where they are given. */
  readonly isShown: (index: number, applies: 'yes' | 'no', pins?: PinMasks) => boolean;
  /** Whether a decision applies under one of them and not under another. */
  readonly isEitherWay: (index: number, pins?: PinMasks) => boolean;
}

export function examplesOf(situation: Situation): Examples {
  const { tables, answers } = situation;
  const drawn: AnswerMasks[] = [];
  const random = xoroshiro128plus(SEED);
  const below = (count: number) => uniformInt(random, 0, count - 1);
  const sampleAt = (place: number) => {
    while (drawn.length <= place) drawn.push(drawnFrom(tables.questions, answers, below));
    return drawn[place] ?? answers;
  };
  const isShown: Examples['isShown'] = (index, applies, pins = situation.pins) => {
    const entry = tables.decisions[index];
    if (entry === undefined) return false;
    for (let place = 0; place < SAMPLES; place += 1) {
      const sample = inclined(sampleAt(place), entry, applies, { situation, place });
      const completed = { ...situation, pins, answers: sample };
      const judged = judge(completed, { decisions: [index], depth: PICKS }).get(index);
      if (judged?.applicability.applies === applies) return true;
    }
    return false;
  };
  return {
    isShown,
    isEitherWay: (index, pins) => isShown(index, 'yes', pins) && isShown(index, 'no', pins),
  };
}

/** One choice for each open question, or two where they are legal together: enough for an example, and soon found. */
function drawnFrom(
  questions: readonly Slot[],
  answers: AnswerMasks,
  below: (count: number) => number,
): AnswerMasks {
  const completed = answers.slice();
  for (const slot of questions) {
    const answer = answers[slot.index] ?? 0;
    if (!isOpen(answer)) continue;
    const choices = choicesLeft(slot, answer);
    const one = 1 << (choices[below(choices.length)] ?? 0);
    const both = one | (1 << (choices[below(choices.length)] ?? 0));
    completed[slot.index] = slot.several && isLegal(both, slot) ? both : one;
  }
  return completed;
}

/** Those from which each alone is a legal answer. */
function choicesLeft({ choices, several, limit, alone }: Slot, answer: number): number[] {
  if (answer < 0) return membersOf(-answer);
  return several && limit === 0 ? membersOf(alone) : [...choices.keys()];
}

interface Inclining {
  readonly situation: Situation;
  /** The place of the example: each condition gets its turn. */
  readonly place: number;
}

/** With answers to the questions that the conditions of a decision name: they fulfil one condition, or as far as possible none. */
function inclined(
  sample: AnswerMasks,
  { appliesWhen }: DecisionEntry,
  applies: 'yes' | 'no',
  { situation, place }: Inclining,
): AnswerMasks {
  const { tables, answers } = situation;
  const turn = appliesWhen[place % appliesWhen.length] ?? [];
  const named = (applies === 'yes' ? turn : appliesWhen.flat()).flatMap((demand) =>
    'slot' in demand ? [demand] : [],
  );
  const completed = sample.slice();
  for (const { slot } of named) {
    const question = tables.questions[slot];
    if (question === undefined || !isOpen(answers[slot])) continue;
    const own = named.filter((literal) => literal.slot === slot).flatMap(({ masks }) => masks);
    const wanted = (choice: number) =>
      applies === 'yes'
        ? own.every((mask) => (mask & (1 << choice)) !== 0)
        : own.every((mask) => (mask & (1 << choice)) === 0);
    const left = choicesLeft(question, answers[slot] ?? 0).filter(wanted);
    const choice = left[place % left.length];
    if (choice !== undefined) completed[slot] = 1 << choice;
  }
  return completed;
}
