import { NONE, type Question } from '../../model/question.ts';

/** An answer next to the present one. */
export interface Neighbour {
  readonly choices: readonly string[];
  /** Levels moved in the order of the choices, or members that come and go; 0 where nothing was answered. */
  readonly distance: number;
  /** Its place among the answers next to the present one. */
  readonly rank: number;
}

type Near = Omit<Neighbour, 'rank'>;

/**
 * The answers that one change of a question leads to, the nearest first, then in the order of the choices: any other
 * choice; where several may be picked, the set with one member added, removed or swapped, as far as that is legal. An
 * open question may get any choice, and where several may be picked one member or none (MODEL.md, section 5).
 */
export function neighboursOf(
  question: Question,
  present: readonly string[] | undefined,
): Neighbour[] {
  const found = question.several ? setsNear(question, present) : levels(question, present);
  return found
    .map((each) => (present === undefined ? { ...each, distance: 0 } : each))
    .sort((a, b) => a.distance - b.distance)
    .map((each, rank) => ({ ...each, rank }));
}

function levels({ choices }: Question, present: readonly string[] = []): Near[] {
  const ids = choices.map(({ id }) => id);
  const level = ids.findIndex((id) => present.includes(id));
  return ids
    .filter((id) => !present.includes(id))
    .map((id) => ({ choices: [id], distance: Math.abs(ids.indexOf(id) - level) }));
}

const SWAP = 2;

function setsNear(question: Question, present: readonly string[] | undefined): Near[] {
  const members = (present ?? []).filter((id) => id !== NONE);
  const others = question.choices
    .map(({ id }) => id)
    .filter((id) => id !== NONE && !members.includes(id));
  const without = members.map((gone) => members.filter((id) => id !== gone));
  const near: Near[] = [
    ...without.map((choices) => ({ choices, distance: 1 })),
    ...others.map((added) => ({ choices: [...members, added], distance: 1 })),
    ...without.flatMap((rest) =>
      others.map((added) => ({ choices: [...rest, added], distance: SWAP })),
    ),
    ...(present === undefined ? [{ choices: [], distance: 0 }] : []),
  ];
  return near
    .filter(({ choices }) => isLegal(choices, question))
    .map((each) => ({ ...each, choices: asAnswer(each.choices, question) }));
}

function isLegal(members: readonly string[], { choices, limit }: Question): boolean {
  const isAlone = choices.some(({ id, exclusive }) => exclusive && members.includes(id));
  return members.length <= (isAlone ? 1 : (limit ?? members.length));
}

/** In the order of the question; nothing is the choice that says so. */
function asAnswer(members: readonly string[], { choices }: Question): readonly string[] {
  if (members.length === 0) return [NONE];
  return choices.map(({ id }) => id).filter((id) => members.includes(id));
}
