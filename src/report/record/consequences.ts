import type { RootContent } from 'mdast';
import type { RankedAlternative } from '../../model/advice.ts';
import type { ExplainedSacrifice } from '../../model/explanation.ts';
import { bullets } from '../markdown/markdown.ts';
import { possibleOptions } from './options.ts';
import { cited, reasonsFor } from './reasons.ts';
import { type RecordView, unstopped } from './record-view.ts';

/** Of each pick that are listed if several are picked. */
const FEW = 2;

/** What the choice gains and what it costs, with what eases the costs. */
export function consequenceBlocks(view: RecordView): RootContent[] {
  const { recommended } = view.decision;
  const picks = possibleOptions(view).filter(({ alternative }) =>
    recommended.includes(alternative),
  );
  const about = picks.length > 1 ? undefined : picks[0]?.alternative;
  const most = picks.length > 1 ? FEW : Number.POSITIVE_INFINITY;
  const good = picks.flatMap((pick) => reasonsFor(pick, { sign: 1, about }, view).slice(0, most));
  const bad = view.explanation.givesUp.map((each) => costText(each, about, view));
  const worse = picks.flatMap((pick) => otherCosts(pick, about, view).slice(0, most));
  const all = [...good, ...bad, ...worse];
  return bullets(all.length > 0 ? all : ['Neutral, because no answer counts for or against it.']);
}

/** What counts against a pick, whether or not another alternative is better there. */
function otherCosts(
  pick: RankedAlternative,
  about: string | undefined,
  view: RecordView,
): string[] {
  const except = view.explanation.givesUp
    .filter(({ claimOf }) => claimOf === pick.alternative)
    .map(({ quality }) => quality);
  return reasonsFor(pick, { sign: -1, about, except }, view);
}

/** `Bad for write scalability: … (databases.md); NoSQL is better. To ease it: …` */
function costText(
  sacrifice: ExplainedSacrifice,
  about: string | undefined,
  view: RecordView,
): string {
  const { names } = view;
  const { than, claimOf, quality, mitigation } = sacrifice;
  const said = cited(sacrifice, { alternative: claimOf, about }, view);
  const better = than === undefined ? '' : `${names.alternative(than)} is better`;
  const text =
    than === claimOf
      ? `, where ${better}: ${said}`
      : `: ${[said, better].filter(Boolean).join('; ')}`;
  const ease = mitigation === undefined ? '' : `. To ease it: ${unstopped(mitigation)}`;
  return `Bad for ${names.quality(quality)}${text}${ease}`;
}
