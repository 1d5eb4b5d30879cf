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

/** The kinds of systems that answers are counted by, beside all of them. */
const KINDS: readonly (string | undefined)[] = [
  undefined,
  'requests: under-100 | under-2000',
  'requests: under-20000 | over-20000',
];

type Asked = Pick<Question, 'id' | 'choices'>;

/** How often each question was answered, and each choice given, as the block `frequencies` of `questions.yaml`. */
export function frequenciesText(sheets: readonly Answers[], questions: readonly Asked[]): string {
  return `frequencies:\n${KINDS.map((kind) => blockText(kind, sheets, questions)).join('')}`;
}

function blockText(
  kind: string | undefined,
  sheets: readonly Answers[],
  questions: readonly Asked[],
): string {
  const [subject = '', choices = ''] = kind?.split(': ') ?? [];
  const wanted = choices.split(' | ');
  const own = sheets.filter(
    (sheet) =>
      kind === undefined || sheet.get(subject)?.choices.some((each) => wanted.includes(each)),
  );
  const lines = questions.map((question) => `      ${lineText(question, own)}`);
  const head = kind === undefined ? [] : [`when: "${kind}"`];
  const fields = [...head, `systems: ${own.length}`, 'answers:'];
  return ['', ...fields]
    .map((line, index) => (index === 0 ? '' : `${index === 1 ? '  - ' : '    '}${line}\n`))
    .concat(lines.map((line) => `${line}\n`))
    .join('');
}

function lineText({ id, choices }: Asked, sheets: readonly Answers[]): string {
  const given = sheets.flatMap((sheet) => sheet.get(id) ?? []);
  const counts = choices.flatMap((choice) => {
    const times = given.filter((answer) => answer.choices.includes(choice.id)).length;
    return times === 0 ? [] : [`${choice.id}: ${times}`];
  });
  return `${id}: { answered: ${given.length}, choices: { ${counts.join(', ')} } }`;
}
