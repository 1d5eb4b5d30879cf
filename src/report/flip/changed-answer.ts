import { NONE } from '../../common/answers.ts';
import type { AnswerChange } from '../../model/flips.ts';
import type { Question } from '../../model/question.ts';
import { changedMembers, type MemberChange } from './changed-members.ts';
import type { RowChange } from './flip-rows.ts';

type Said = AnswerChange['to'];

/** An answer that changes: as one types it, and what it means in the words of the question. */
export interface ChangedAnswer {
  readonly typed: string;
  readonly words: string;
}

/**
 * `writes=under-50000` with its label and `or more` where all levels from there on do, else every answer by itself; of
 * several choices only the members that come and go.
 */
export function changedAnswers(change: RowChange, question: Question): ChangedAnswer[] {
  const { from, to, question: id } = change;
  if (from !== undefined && isSet(from, question)) {
    const members = changedMembers(idsOf(from), to.map(idsOf));
    return members.map((each, index) => memberText(each, index === 0 ? id : 'or', question));
  }
  const edge = edgeOf(change, question);
  const listed = edge ? [edge.said] : to;
  return listed.map((said, index) => ({
    typed: index === 0 ? `${id}=${textOf(said)}` : `or ${textOf(said)}`,
    words: `${labels(idsOf(said), question)}${edge ? `, ${edge.beyond}` : ''}`,
  }));
}

/** Some choices of several: a change of these is printed as what comes and goes. */
export function isSet(from: Said, { several }: Question): boolean {
  return several && textOf(from) !== NONE;
}

function memberText(
  { kind, member, swaps }: MemberChange,
  lead: string,
  question: Question,
): ChangedAnswer {
  const others = swaps.join(' or ');
  const words = labels([member], question);
  const also = (how: string) => (swaps.length > 0 ? `, or swapped ${how} ${others}` : '');
  switch (kind) {
    case 'gone':
      return { typed: `${lead} without ${member}`, words: `${words}${also('for')}` };
    case 'added':
      return { typed: `${lead} also ${member}`, words: `${words}${also('in for')}` };
    case 'swapped-in':
      return { typed: `${lead} with ${member}`, words: `${words} instead of ${others}` };
    default:
      return kind satisfies never;
  }
}

/** As it is written after `--set`. */
export function textOf(said: Said): string {
  return idsOf(said).join(',');
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
  const levels = to.map((said) => ids.indexOf(textOf(said))).sort((a, b) => a - b);
  const [lowest = -1] = levels;
  const highest = levels.at(-1) ?? -1;
  const isRun = lowest >= 0 && levels.every((level, index) => level === lowest + index);
  const isMeasured = choices.every(({ band }) => band !== undefined);
  if (!isRun || !isMeasured || lowest === highest) return undefined;
  if (highest === ids.length - 1) return { said: ids[lowest] ?? '', beyond: 'or more' };
  return lowest === 0 ? { said: ids[highest] ?? '', beyond: 'or less' } : undefined;
}

function labels(ids: readonly string[], question: Question): string {
  return `(${ids.map((id) => labelOf(id, question)).join('; ')})`;
}

/** With the unit, where the label is a bare number. */
function labelOf(id: string, { choices, unit }: Question): string {
  const choice = choices.find((each) => each.id === id);
  const label = choice?.label ?? id;
  const isBare = choice?.band !== undefined && /\d$|^[\d,.]+ or more$/.test(label);
  return isBare && unit !== undefined ? `${label} ${unit}` : label;
}
