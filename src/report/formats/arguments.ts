import type {
  Contribution,
  DecisionAdvice,
  RankedAlternative,
  Sacrifice,
} from '../../model/advice.ts';
import { bullets, type Item } from '../markdown/markdown.ts';
import { quoted, unstopped } from '../record/record-view.ts';
import type { Names } from '../words/names.ts';
import { upperFirst } from '../words/sentences.ts';
import { weightiest } from '../words/weightiest.ts';

/** Arguments that are listed for a single pick, and for each of several. */
const MOST = 4;
const FEW = 2;

/** What speaks for each pick, the weightiest first. */
export function reasonItems(decision: DecisionAdvice, names: Names): Item[] {
  return forEachPick(decision, (pick, most) => argumentsOf(pick, 1, names).slice(0, most));
}

/** What speaks against each pick, then what other alternatives do better, with what eases it. */
export function costItems(decision: DecisionAdvice, names: Names): Item[] {
  const lost = new Set(decision.givesUp.map(({ quality }) => quality));
  const isNew = (each: Contribution) => each.kind !== 'quality' || !lost.has(each.quality);
  const against = forEachPick(decision, (pick, most) =>
    argumentsOf(pick, -1, names, isNew).slice(0, most),
  );
  return [...decision.givesUp.map((each) => sacrificeText(each, names)), ...against];
}

type ArgumentsFor = (pick: RankedAlternative, most: number) => readonly string[];

/** Of several picks, each has its own list. */
function forEachPick({ ranking, recommended }: DecisionAdvice, itemsOf: ArgumentsFor): Item[] {
  const picks = ranking.filter(({ alternative }) => recommended.includes(alternative));
  const [only, ...others] = picks;
  if (only !== undefined && others.length === 0) return [...itemsOf(only, MOST)];
  return picks.flatMap((pick) => {
    const items = itemsOf(pick, FEW);
    return items.length === 0 ? [] : [{ line: pick.name, below: bullets(items) }];
  });
}

/** The sentences for or against an alternative, each with its points: `Kind of data +5: records are related (…)`. */
function argumentsOf(
  { alternative, contributions }: RankedAlternative,
  sign: 1 | -1,
  names: Names,
  isWanted: (contribution: Contribution) => boolean = () => true,
): string[] {
  return weightiest(contributions, sign)
    .filter(isWanted)
    .map((contribution) => {
      const { points, claims } = contribution;
      const said = claims.map((claim) => quoted(claim, alternative, { names })).join('; ');
      return `${subjectOf(contribution, names)} ${points > 0 ? '+' : '−'}${Math.abs(points)}: ${said}`;
    });
}

/** A quality by its name, anything else by the questions whose answers count. */
function subjectOf(contribution: Contribution, names: Names): string {
  if (contribution.kind === 'quality') return upperFirst(names.quality(contribution.quality));
  const titles = contribution.because.map((reason) =>
    reason === 'base' ? 'In general' : names.questionTitle(reason.question),
  );
  return [...new Set(titles)].join(', ');
}

/** `Schema flexibility: NoSQL is better; the schema is declared up front (databases.md, "SQL"). To ease it: …` */
function sacrificeText(sacrifice: Sacrifice, names: Names): string {
  const { quality, than, claimOf, mitigation } = sacrifice;
  const better = than === undefined ? [] : [`${names.alternative(than)} is better`];
  const said = [...better, quoted(sacrifice, claimOf, { names })].join('; ');
  const ease = mitigation === undefined ? '' : `. To ease it: ${unstopped(mitigation)}`;
  return `${upperFirst(names.quality(quality))}: ${said}${ease}`;
}
