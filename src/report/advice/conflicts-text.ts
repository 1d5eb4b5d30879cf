import { plain } from '../../common/text.ts';
import type { Advice, Conflict } from '../../model/advice.ts';
import { paragraph, rows } from '../layout/layout.ts';
import { type References, references } from '../layout/references.ts';
import { listed, type Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import type { AdviceView } from './advice-view.ts';

type View = Pick<AdviceView, 'names' | 'style'>;
type Conflicting = Pick<Advice, 'conflicts' | 'irreparable' | 'jointGivenUp'>;

/** Which recommended picks are incompatible, and why; nothing if there is no conflict. */
export function conflictLines(advice: Conflicting, view: View): string[] {
  const { conflicts } = advice;
  const { style } = view;
  if (conflicts.length === 0) return [];
  const notes = references(style);
  const lines = conflicts.flatMap((conflict) => item(conflictText(conflict, view, notes), view));
  const places = paragraph(notes.list(), style.width, 4);
  const title = `These picks are incompatible (${count(conflicts.length, 'conflict')})`;
  return [
    '',
    ...paragraph(style.palette.caution(title), style.width, 2),
    ...lines,
    ...places,
    ...irreparableLines(advice, view),
    ...givenUpLines(advice, view),
  ];
}

/** The search for compatible picks has a limit. */
function givenUpLines({ jointGivenUp }: Conflicting, { style }: View): string[] {
  if (!jointGivenUp) return [];
  return paragraph(style.palette.strong(GIVEN_UP), style.width, 2);
}

export const GIVEN_UP =
  'There were too many combinations to try them all, so each conflicting decision keeps its own best pick. To narrow the search, pin one of them.';

function item(text: string, { style }: View): string[] {
  const { glyphs, width } = style;
  return rows([[{ text: '', width: 2 }, { text: glyphs.infeasible, width: 2 }, { text }]], width);
}

/** Which picks conflict, why, and where that is said. */
export function conflictText(
  conflict: Conflict,
  { names, style }: View,
  notes: References,
): string {
  const hold = conflict.certain ? '' : style.palette.faint(STILL_OPEN);
  return `${plain(conflictWords(conflict, names))}${hold} ${notes.mark(conflict)}`;
}

export const STILL_OPEN = ' (some of these picks are still open)';

/** Which picks conflict, and why. */
export function conflictWords(
  { kind, picks, missing = [], because }: Pick<Conflict, 'kind' | 'picks' | 'missing' | 'because'>,
  names: Names,
): string {
  const held = Object.entries(picks).map(
    ([decision, ids]) => `${listOf(ids, 'and', names)} (${names.decision(decision)})`,
  );
  const asked = missing.map(({ decision, wanted, picked }) => {
    const instead =
      decision in picks || picked.length === 0 ? '' : `, not ${listOf(picked, 'and', names)}`;
    return `${listOf(wanted, 'or', names)} (${names.decision(decision)})${instead}`;
  });
  const said =
    kind === 'requires'
      ? `${listed(held, 'and')} ${isOne(picks) ? 'needs' : 'need'} ${listed(asked, 'and')}`
      : prohibition(held, picks);
  return `${said}: ${because}`;
}

function prohibition([first = '', ...others]: readonly string[], picks: Conflict['picks']): string {
  if (others.length > 0) return `${first} cannot be combined with ${listed(others, 'and')}`;
  return `${first} cannot be picked${isOne(picks) ? '' : ' together'}`;
}

function isOne(picks: Conflict['picks']): boolean {
  return Object.values(picks).flat().length === 1;
}

function irreparableLines({ irreparable }: Conflicting, { style }: View): string[] {
  if (!irreparable) return [];
  return paragraph(style.palette.strong(IRREPARABLE), style.width, 2);
}

export const IRREPARABLE = 'No other set of picks avoids every conflict: change a pin or an answer';

function listOf(ids: readonly string[], word: 'and' | 'or', names: Names): string {
  return listed(ids.map(names.alternative), word);
}
