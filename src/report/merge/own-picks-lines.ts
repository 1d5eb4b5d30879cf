import type { DisputedPick, PossiblePick } from '../../model/merged.ts';
import { type Cell, rows } from '../layout/layout.ts';
import { isPinnedApart, type MergedReport, pickWords, typed, widthFor } from './merged-view.ts';

/** What each person would get with their own answers to what is disputed, for each pick that depends on it. */
export function ownPicksLines(report: MergedReport): string[] {
  const { merged, knowledge, names, style, isFull } = report;
  const shown = merged.picks.filter(
    ({ decision }) => isFull || knowledge.decisions.get(decision)?.below === undefined,
  );
  if (shown.length === 0) return [];
  const titles = shown.map(({ decision }) => names.decision(decision));
  const cells = shown.map((each, index): Cell[] => [
    { text: '', width: 2 },
    { text: titles[index] ?? '', width: widthFor(titles, style.width) },
    { text: ownText(each, report) },
  ]);
  return [
    style.palette.strong('Picks that depend on the differences'),
    ...rows(cells, style.width),
  ];
}

/** `SQL (ana); NoSQL (ben, carla)`; then what only a mixture of answers leads to, and what leads while all is open. */
function ownText({ decision, common, picks }: DisputedPick, report: MergedReport): string {
  const { palette } = report.style;
  const words = pickWords(
    decision,
    [...picks.map(({ recommended }) => recommended), common],
    report,
  );
  const own = picks.flatMap(({ recommended, files }) =>
    files ? [`${palette.strong(words(recommended))} (${files.map(report.nameOf).join(', ')})`] : [],
  );
  const mixed = picks
    .filter(({ files }) => files === undefined)
    .map((each) => `${words(each.recommended)}${report.isFull ? mixtureIn(each) : ''}`);
  const mixing = isPinnedApart(decision, report) ? 'without a pin' : 'with mixed answers';
  const isNew = picks.every(({ recommended }) => words(recommended) !== words(common));
  const rest = [
    ...(mixed.length > 0 ? [`${mixing} also ${mixed.join(' or ')}`] : []),
    ...(isNew ? [`${words(common)} until anything is settled`] : []),
    dependingOn(decision, report),
  ];
  return [...own, ...rest.map(palette.faint)].join('; ');
}

/** `(traffic=900, loss=some)` */
function mixtureIn({ answers = {} }: PossiblePick): string {
  const parts = Object.entries(answers).map(([question, said]) => `${question}=${typed(said)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The differences that decide it, in the order of the questions; else those that only have to be settled. */
function dependingOn(decision: string, { merged }: MergedReport): string {
  const { differences, pinDifferences } = merged;
  const namesOf = (list: 'matters' | 'neededFor') => [
    ...differences.filter((each) => each[list].includes(decision)).map(({ question }) => question),
    ...pinDifferences
      .filter((each) => each[list].includes(decision))
      .map((each) => `the pin of ${each.decision}`),
  ];
  const [deciding, needed] = [namesOf('matters'), namesOf('neededFor')];
  if (deciding.length > 0) return `depends on ${deciding.join(', ')}`;
  if (needed.length > 0) return `depends on settling ${needed.join(', ')}`;
  return 'depends on several answers at once';
}
