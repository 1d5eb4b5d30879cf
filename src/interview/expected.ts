import { largest } from '../common/lists.ts';
import type { Topic } from '../model/interview.ts';
import type { Outlook, Prospect, Standing } from '../model/outlook.ts';

const ALL = 1_000;

/** The part of the picks that are expected to stay as they are, in thousandths; 1,000 where there are none. */
export function expectedToStay(decisions: readonly Standing[]): number {
  return decisions.length === 0 ? ALL : ALL - doubtIn(decisions) / decisions.length;
}

/** What the questions left promise, by which an interview is over where that is no more: the sum of their gains per decision. */
const LITTLE = 0.04;

/** Whether all questions that are left together are expected to change next to nothing. */
export function isLittleLeft({ decisions, questions }: Outlook, left: readonly string[]): boolean {
  const gains = gainsOf(questions, left);
  return gains.length > 0 && sumOf(gains) <= LITTLE * decisions.length;
}

/** The most telling first. */
function gainsOf(questions: readonly Prospect[], left: readonly string[]): number[] {
  const open = new Set(left);
  return questions.filter(({ question }) => open.has(question)).map(({ gain }) => gain);
}

function sumOf(gains: readonly number[]): number {
  return gains.reduce((sum, gain) => sum + gain, 0);
}

/** How many picks are expected not to stay, in thousandths of one. */
function doubtIn(decisions: readonly Standing[]): number {
  return decisions.reduce((sum, { chance = ALL }) => sum + ALL - chance, 0);
}

/**
 * By how much a question lowers the doubt, in thousandths of a pick: the mean over interviews about all main decisions
 * with the systems that answers were counted by.
 */
const FALL = 220;

/** About how many more questions it takes, at most as many as are left; at least one while any is left. */
export function expectedQuestions(
  { decisions, questions }: Outlook,
  { enough = ALL }: Topic,
  left: readonly string[],
): number {
  const allowed = decisions.length * (ALL - enough);
  const doubt = largest([doubtIn(decisions) - allowed], 0);
  const gains = gainsOf(questions, left);
  const worthIt = gains.findIndex(
    (_, place) => sumOf(gains.slice(place)) <= LITTLE * decisions.length,
  );
  const most = enough === ALL || worthIt < 0 ? left.length : worthIt;
  return Math.min(left.length, Math.max(1, Math.min(most, Math.ceil(doubt / FALL))));
}
