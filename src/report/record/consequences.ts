import type { RootContent } from 'mdast';
import type { ExplainedSacrifice } from '../../model/explanation.ts';
import { bullets } from '../markdown/markdown.ts';
import { possibleOptions, reasons } from './options.ts';
import { quoted, type RecordView, unstopped } from './record-view.ts';

/** Good ones of each pick that are listed if several are picked. */
const FEW = 2;

/** What the choice gains and what it costs, with what eases the costs. */
export function consequenceBlocks(view: RecordView): RootContent[] {
  const { recommended } = view.decision;
  const picks = possibleOptions(view).filter(({ alternative }) =>
    recommended.includes(alternative),
  );
  const most = picks.length > 1 ? FEW : Number.POSITIVE_INFINITY;
  const good = picks.flatMap((pick) => reasons(pick, 1, view).slice(0, most));
  const bad = view.explanation.givesUp.map((each) => costText(each, view));
  const all = [...good, ...bad];
  return bullets(all.length > 0 ? all : ['Neutral, because no answer counts for or against it.']);
}

/** `Bad, because <what it does worse> (databases.md, "SQL"); NoSQL is better. To ease it: …` */
function costText(sacrifice: ExplainedSacrifice, view: RecordView): string {
  const { names } = view;
  const { than, claimOf, quality, mitigation } = sacrifice;
  const said = quoted(sacrifice, claimOf, view);
  const better =
    than === undefined ? '' : `${names.alternative(than)} is better at ${names.quality(quality)}`;
  const text =
    than === claimOf ? `${better}: ${said}` : [said, better].filter(Boolean).join(', and ');
  const ease = mitigation === undefined ? '' : `. To ease it: ${unstopped(mitigation)}.`;
  return `Bad, because ${text}${ease}`;
}
