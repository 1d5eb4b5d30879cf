import type { Answers } from '../../src/model/answers.ts';
import type { Question } from '../../src/model/question.ts';

/** The half of the 80 systems by which answers are counted: every other one, by id. The other half measures. */
export function countedHalf<T>(systems: readonly T[]): T[] {
  return systems.filter((_, index) => index % 2 === 0);
}

/** The half that nothing was counted of. */
export function measuringHalf<T>(systems: readonly T[]): T[] {
  return systems.filter((_, index) => index % 2 === 1);
}

/** How often each question was answered, and each choice given, as the block `frequencies` of `questions.yaml`. */
export function frequenciesText(
  sheets: readonly Answers[],
  questions: Iterable<Pick<Question, 'id' | 'choices'>>,
): string {
  const lines = [...questions].map(({ id, choices }) => {
    const given = sheets.flatMap((sheet) => sheet.get(id) ?? []);
    const counts = choices.flatMap((choice) => {
      const times = given.filter((answer) => answer.choices.includes(choice.id)).length;
      return times === 0 ? [] : [`${choice.id}: ${times}`];
    });
    return `    ${id}: { answered: ${given.length}, choices: { ${counts.join(', ')} } }`;
  });
  return ['frequencies:', `  systems: ${sheets.length}`, '  answers:', ...lines, ''].join('\n');
}
