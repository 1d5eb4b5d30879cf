import { NONE } from '../../common/answers.ts';
import type { AnswerChange } from '../../model/flips.ts';
import type { Choice, Question } from '../../model/question.ts';
import { listed } from '../words/names.ts';
import { changedMembers, type MemberChange } from './changed-members.ts';
import type { RowChange } from './flip-rows.ts';

type Said = AnswerChange['to'];

/**
 * What an answer changes to, in the words of the question: `"5,000 to 50,000 writes per second" or more` where all levels from
 * there on do, else every answer by itself; of several choices only the members that come and go.
 */
export function changedAnswerText(change: RowChange, question: Question): string {
  const { from, to } = change;
  if (from !== undefined && isSet(from, question)) {
    const members = changedMembers(idsOf(from), to.map(idsOf));
    return members.map((each) => memberText(each, question)).join(', or ');
  }
  const edge = edgeOf(change, question);
  if (edge) return `${labels(edge.said, question)} ${edge.beyond}`;
  return listed(
    to.map((said) => labels(said, question)),
    'or',
  );
}

/** What is answered now; of several choices all that are picked. */
export function labels(said: Said, question: Question): string {
  const texts = idsOf(said).map((id) => labelOf(id, question));
  return listed(texts, 'and');
}

/** Some choices of several: a change of these is printed as what comes and goes. */
export function isSet(from: Said, { several }: Question): boolean {
  return several && idsOf(from).join() !== NONE;
}

function memberText({ kind, member, swaps }: MemberChange, question: Question): string {
  const own = labelOf(member, question);
  const others = listed(
    swaps.map((id) => labelOf(id, question)),
    'or',
  );
  switch (kind) {
    case 'gone':
      return swaps.length > 0 ? `without ${own}, or with ${others} in its place` : `without ${own}`;
    case 'added':
      return swaps.length > 0 ? `also ${own}, or in place of ${others}` : `also ${own}`;
    case 'swapped-in':
      return `${own} instead of ${others}`;
    default:
      return kind satisfies never;
  }
}

function idsOf(said: Said): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}

interface Edge {
  readonly said: Said;
  readonly beyond: 'or more' | 'or less';
}

/** Where several levels of a measured quantity flip, up to an end of the scale: the one farthest from that end. */
function edgeOf({ to }: RowChange, { choices }: Question): Edge | undefined {
  const ids = choices.map(({ id }) => id);
  const levels = to.map((said) => ids.indexOf(idsOf(said).join())).sort((a, b) => a - b);
  const [lowest = -1] = levels;
  const highest = levels.at(-1) ?? -1;
  const isRun = lowest >= 0 && levels.every((level, index) => level === lowest + index);
  if (!isRun || !isRising(choices) || lowest === highest) return undefined;
  if (highest === ids.length - 1) return { said: ids[lowest] ?? '', beyond: 'or more' };
  return lowest === 0 ? { said: ids[highest] ?? '', beyond: 'or less' } : undefined;
}

/** Every choice has a band, and the lowest stands first: `or more` then means later choices. */
function isRising(choices: readonly Choice[]): boolean {
  return choices.every(({ band }, index) => {
    const below = choices[index - 1]?.band;
    return band !== undefined && (below === undefined || below.from < band.from);
  });
}

/** In quotation marks, as labels are whole phrases; with the unit, where the label is a bare number. */
function labelOf(id: string, { choices, unit }: Question): string {
  const choice = choices.find((each) => each.id === id);
  const label = choice?.label ?? id;
  const isBare = choice?.band !== undefined && /\d$|^[\d,.]+ or more$/.test(label);
  return `"${isBare && unit !== undefined ? `${label} ${unit}` : label}"`;
}
