import { NONE } from '../../common/answers.ts';
import { plain } from '../../common/text.ts';
import type { AnswerChange, Flip } from '../../model/flips.ts';
import { listed, type Names, topicWords } from '../words/names.ts';

/** What a changed answer would lead to: `if number of teams were "Three or four", it would be Microservices`. */
export function flipWords(
  { changes, pick }: Flip,
  recommended: readonly string[],
  names: Names,
): string {
  const conditions = changes.map((change) => changeWords(change, names));
  return plain(`if ${listed(conditions, 'and')}, ${outcomeWords(pick, recommended, names)}`);
}

/** Longest change that is quoted in full, in characters. */
const LONG = 90;

/** The same, naming only the question if its choices are long: `with a different answer on team skills, it would be SQL`. */
export function shortFlipWords(flip: Flip, recommended: readonly string[], names: Names): string {
  const whole = flipWords(flip, recommended, names);
  if (whole.length <= LONG) return whole;
  const titles = flip.changes.map(({ question }) => topicWords(question, names));
  const outcome = outcomeWords(flip.pick, recommended, names);
  return plain(`with a different answer on ${listed(titles, 'and')}, ${outcome}`);
}

function changeWords({ question, from, to }: AnswerChange, names: Names): string {
  const title = topicWords(question, names);
  const [before, after] = [membersOf(from), membersOf(to)];
  const quoted = (ids: readonly string[]) =>
    listed(
      ids.map((id) => `"${names.choice(question, id)}"`),
      'and',
    );
  const come = after.filter((id) => !before.includes(id));
  const gone = before.filter((id) => !after.includes(id));
  if (!Array.isArray(to) || before.length === 0 || after.length === 0) {
    return `${title} were ${quoted([to].flat())}`;
  }
  if (come.length === 0) return `${title} did not include ${quoted(gone)}`;
  if (gone.length === 0) return `${title} also included ${quoted(come)}`;
  return `${title} included ${quoted(come)} instead of ${quoted(gone)}`;
}

function membersOf(answer: AnswerChange['to'] | undefined): readonly string[] {
  return [answer ?? []].flat().filter((id) => id !== NONE);
}

function outcomeWords(
  { status, recommended: next }: Flip['pick'],
  recommended: readonly string[],
  names: Names,
): string {
  const listOf = (ids: readonly string[]) => listed(ids.map(names.alternative), 'and');
  if (next.length === 0) return 'nothing would fit';
  if (status === 'tied') return `${listOf(next)} would be level`;
  const come = next.filter((id) => !recommended.includes(id));
  const gone = recommended.filter((id) => !next.includes(id));
  if (gone.length === 0) return `${listOf(come)} would be added`;
  return come.length === 0 ? `${listOf(gone)} would be dropped` : `it would be ${listOf(come)}`;
}
