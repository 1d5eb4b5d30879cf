import { stringify } from 'csv-stringify/sync';
import { plain } from '../../common/text.ts';
import type { Advice, DecisionAdvice, RankedAlternative } from '../../model/advice.ts';
import { unstopped } from '../record/record-view.ts';
import type { Names } from '../words/names.ts';
import { statusWord } from '../words/status.ts';
import { isInForce } from './picks.ts';

/** An empty cell is one in which nothing counts. */
type Cell = string | number;

/**
 * A table of alternatives with their points: a row for each alternative of each decision, a column for each quality. The
 * columns from `conditions` on add up to the score. Text that a spreadsheet would calculate begins with an apostrophe.
 * Lines end with a line feed alone: every spreadsheet reads that, and nothing stray is seen on a terminal or in a diff.
 */
export function csv({ decisions }: Advice, names: Names): string {
  const qualities = qualitiesIn(decisions);
  const head = [...FIRST_COLUMNS, ...qualities.map(names.quality)];
  const rows = decisions.flatMap((decision) =>
    decision.ranking.map((ranked) => row(ranked, decision, qualities)),
  );
  return stringify(
    [head, ...rows].map((cells) => cells.map(harmless)),
    { escape_formulas: true },
  );
}

const FIRST_COLUMNS = [
  'decision',
  'applies',
  'alternative',
  'picked',
  'status',
  'ruled out by',
  'score',
  'conditions',
];

/** In the order in which they first count. */
function qualitiesIn(decisions: readonly DecisionAdvice[]): string[] {
  const contributions = decisions.flatMap(({ ranking }) =>
    ranking.flatMap((ranked) => ranked.contributions),
  );
  return [
    ...new Set(contributions.flatMap((each) => (each.kind === 'quality' ? each.quality : []))),
  ];
}

function row(
  ranked: RankedAlternative,
  decision: DecisionAdvice,
  qualities: readonly string[],
): Cell[] {
  const { alternative, name, score, excludedBy } = ranked;
  const rules = excludedBy.filter(({ state }) => state === 'certain');
  return [
    decision.title,
    appliesWord(decision),
    name,
    decision.recommended.includes(alternative) ? 'yes' : 'no',
    statusWord({ pinned: decision.pinned, status: ranked.status ?? decision.status }),
    rules.map(({ text }) => unstopped(text)).join('; '),
    score,
    ...points(ranked, qualities),
  ];
}

function appliesWord(decision: DecisionAdvice): string {
  if (decision.applies !== 'undecided') return decision.applies;
  return isInForce(decision) ? 'so far' : 'not so far';
}

/** Those that conditions give, then those of each quality. */
function points({ contributions }: RankedAlternative, qualities: readonly string[]): Cell[] {
  const sums = new Map<string | undefined, number>();
  for (const each of contributions) {
    const column = each.kind === 'quality' ? each.quality : undefined;
    sums.set(column, (sums.get(column) ?? 0) + each.points);
  }
  return [undefined, ...qualities].map((column) => sums.get(column) ?? '');
}

/** In one line, without invisible characters; what begins a formula has to stand first to be found. */
function harmless(cell: Cell): Cell {
  return typeof cell === 'string' ? plain(cell).replace(/\s+/g, ' ').trim() : cell;
}
