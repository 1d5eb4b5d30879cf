import type { JointPick } from '../../model/merged.ts';
import { type Cell, rows } from '../layout/layout.ts';
import { listed } from '../words/names.ts';
import { type MergedReport, pickWords, widthFor } from './merged-view.ts';

/** Where a recommendation differs from the decision's own pick, to make all picks compatible. */
export function jointPickLines(report: MergedReport): string[] {
  const { merged, names, style } = report;
  if (merged.joint.length === 0) return [];
  const titles = merged.joint.map(({ decision }) => names.decision(decision));
  const cells = merged.joint.map((each, index): Cell[] => [
    { text: '', width: 2 },
    { text: titles[index] ?? '', width: widthFor(titles, style.width) },
    { text: jointText(each, report) },
  ]);
  return [style.palette.strong('Changed to fit the other picks'), ...rows(cells, style.width)];
}

/** `NoSQL instead of SQL (ana, ben)`; `no pick` where a decision does not apply then. */
function jointText(pick: JointPick, report: MergedReport): string {
  const { decision, files, recommended, joint } = pick;
  const words = pickWords(decision, [recommended, joint.instead], report);
  const whose = files ? listed(files.map(report.nameOf), 'and') : 'agreed answers';
  const instead = joint.instead.length === 0 ? '' : ` instead of ${words(joint.instead)}`;
  return `${report.style.palette.strong(words(recommended))}${instead} (${whose})`;
}
