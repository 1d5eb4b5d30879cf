import type { DisputedPick } from '../../model/merged.ts';
import { type Cell, rows } from '../layout.ts';
import { type MergedTelling, widthFor } from './merged-view.ts';
import { pickWords } from './pick-words.ts';

/** What each person would get with their own answers to what is disputed, for each pick that hangs on it. */
export function ownPicksLines(telling: MergedTelling): string[] {
  const { merged, knowledge, names, style, isFull } = telling;
  const shown = merged.picks.filter(
    ({ decision }) => isFull || knowledge.decisions.get(decision)?.below === undefined,
  );
  if (shown.length === 0) return [];
  const titles = shown.map(({ decision }) => names.decision(decision));
  const cells = shown.map((each, index): Cell[] => [
    { text: '', width: 2 },
    { text: titles[index] ?? '', width: widthFor(titles, style.width) },
    { text: ownText(each, telling) },
  ]);
  return [style.palette.strong('Picks that hang on who is right'), ...rows(cells, style.width)];
}

/** `SQL (ana); NoSQL (ben, carla)`; what nobody comes to alone is told with how it could come about. */
function ownText({ decision, picks }: DisputedPick, telling: MergedTelling): string {
  const { palette } = telling.style;
  const words = pickWords(
    decision,
    picks.map(({ recommended }) => recommended),
    telling,
  );
  const own = picks.flatMap(({ recommended, files }) =>
    files
      ? [`${palette.strong(words(recommended))} (${files.map(telling.nameOf).join(', ')})`]
      : [],
  );
  const others = picks.filter(({ files }) => files === undefined);
  const mixed = others.filter(({ answers }) => answers).map((each) => words(each.recommended));
  const free = others.filter(({ answers }) => !answers).map((each) => words(each.recommended));
  const rest = [
    ...(mixed.length > 0 ? [`by mixed answers also ${mixed.join(' or ')}`] : []),
    ...(free.length > 0 ? [`without a pin ${free.join(' or ')}`] : []),
    `hangs on ${hangingOn(decision, telling)}`,
  ];
  return [...own, ...rest.map(palette.faint)].join('; ');
}

/** The differences that this pick hangs on, in the order of the questions. */
function hangingOn(decision: string, { merged }: MergedTelling): string {
  const { differences, pinDifferences } = merged;
  const answers = differences.filter(({ matters }) => matters.includes(decision));
  const pins = pinDifferences.filter(({ matters }) => matters.includes(decision));
  const all = [
    ...answers.map(({ question }) => question),
    ...pins.map((each) => `the pin of ${each.decision}`),
  ];
  return all.length === 0 ? 'several answers at once' : all.join(', ');
}
