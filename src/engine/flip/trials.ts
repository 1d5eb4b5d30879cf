import type { Changeable } from './changes.ts';
import type { Neighbour } from './neighbours.ts';
import type { Reach } from './reach.ts';

/** One class of other answers to a question. */
export interface Step {
  /** The place of the question among the changeable ones. */
  readonly place: number;
  readonly answer: number;
}

/** Questions that change together, in their order. */
export type Trial = readonly Step[];

/** Rounding must not lose a flip. */
const TINY = 1e-6;

/** Every set of so many changes that some reach does not exclude, each once, in the order of the questions. */
export function trialsOf(reaches: readonly Reach[], size: number): Trial[] {
  const found = new Map<string, Trial>();
  for (const reach of reaches) {
    for (const trial of trialsIn(reach, size)) {
      found.set(trial.map(({ place, answer }) => `${place}.${answer}`).join(), trial);
    }
  }
  return [...found.values()].sort(inOrder);
}

function inOrder(one: Trial, other: Trial): number {
  for (const [index, step] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (step.place !== against.place) return step.place - against.place;
    if (step.answer !== against.answer) return step.answer - against.answer;
  }
  return 0;
}

function trialsIn({ needed, gains }: Reach, size: number): Trial[] {
  const best = bestFrom(gains, size);
  const found: Trial[] = [];
  const grow = (trial: Trial, from: number, gained: number) => {
    const room = size - trial.length;
    if (gained + (best[room]?.[from] ?? 0) < needed - TINY) return;
    if (room === 0) {
      found.push(trial);
      return;
    }
    for (let place = from; place < gains.length; place += 1) {
      gains[place]?.forEach((gain, answer) => {
        grow([...trial, { place, answer }], place + 1, gained + gain);
      });
    }
  };
  grow([], 0, 0);
  return found;
}

/** The most that so many changes of questions from a place on can gain; −∞ where there are not enough of them. */
function bestFrom(gains: readonly (readonly number[])[], size: number): number[][] {
  const best: number[][] = [new Array<number>(gains.length + 1).fill(0)];
  for (let room = 1; room <= size; room += 1) {
    const row = new Array<number>(gains.length + 1).fill(Number.NEGATIVE_INFINITY);
    for (let place = gains.length - 1; place >= 0; place -= 1) {
      const own = Math.max(...(gains[place] ?? [])) + (best[room - 1]?.[place + 1] ?? 0);
      row[place] = Math.max(row[place + 1] ?? Number.NEGATIVE_INFINITY, own);
    }
    best.push(row);
  }
  return best;
}

/** Another answer to a question. */
export interface Change {
  readonly question: Changeable;
  readonly to: Neighbour;
}

/** One set of changes for each way to take a member of each class. */
export function membersIn(trial: Trial, changeables: readonly Changeable[]): Change[][] {
  return trial.reduce<Change[][]>(
    (sets, { place, answer }) => {
      const question = changeables[place];
      const members = question?.classes[answer] ?? [];
      return sets.flatMap((set) =>
        members.map((to) => (question ? [...set, { question, to }] : set)),
      );
    },
    [[]],
  );
}
