import type { Answers } from '../../model/answers.ts';
import type { Changeable } from './changes.ts';
import type { Neighbour } from './neighbours.ts';

/** Another answer to a question: one, or a class of them that do the same. */
export interface Change<T = Neighbour> {
  readonly question: Changeable;
  readonly to: T;
}

/** Questions that change together, each with a class of other answers. */
export type Trial = readonly Change<readonly Neighbour[]>[];

/** Every set of so many questions with a class of other answers to each; questions keep their order. */
export function* trialsOf(questions: readonly Changeable[], size: number): Generator<Trial> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, question] of questions.entries()) {
    for (const rest of trialsOf(questions.slice(index + 1), size - 1)) {
      for (const to of question.classes) yield [{ question, to }, ...rest];
    }
  }
}

export function numberOfTrials(questions: readonly Changeable[], size: number): number {
  const bySize = [1, ...Array.from({ length: size }, () => 0)];
  for (const { classes } of questions) {
    for (let taken = size; taken > 0; taken -= 1) {
      bySize[taken] = (bySize[taken] ?? 0) + (bySize[taken - 1] ?? 0) * classes.length;
    }
  }
  return bySize[size] ?? 0;
}

/** One set of changes for each way to take a member of each class. */
export function membersOf(trial: Trial): Change[][] {
  return trial.reduce<Change[][]>(
    (sets, { question, to }) =>
      sets.flatMap((set) => to.map((member) => [...set, { question, to: member }])),
    [[]],
  );
}

/** The answers as they are after some changes. */
export function changed(answers: Answers, changes: readonly Change[]): Answers {
  const next = new Map(answers);
  for (const { question, to } of changes) next.set(question.question.id, { choices: to.choices });
  return next;
}

/** The first member of each class. */
export function exampleOf(trial: Trial): Change[] {
  return trial.flatMap(({ question, to }) =>
    to.slice(0, 1).map((member) => ({ question, to: member })),
  );
}
