import type { RootContent } from 'mdast';
import type { Contribution, QualityContribution, Reason } from '../../model/advice.ts';
import { reasonTitle } from '../explain/answer-words.ts';
import { bullets } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { upperFirst } from '../words/sentences.ts';
import type { RecordView } from './record-view.ts';

/** The qualities that the answers ask for, the weightiest first; the context lists the answers that count by themselves. */
export function driverBlocks(view: RecordView): RootContent[] {
  const { names, decision } = view;
  const all = decision.ranking.flatMap(({ contributions }) => contributions);
  const qualities = new Map(all.filter(isQuality).map((each) => [each.quality, each]));
  const weighed = [...qualities.values()].sort((one, other) => other.weight - one.weight);
  return bullets(
    weighed.map(({ quality, weight, because }) =>
      upperFirst(`${names.quality(quality)} (weight ${weight})${causesText(because, view)}`),
    ),
  );
}

function isQuality(contribution: Contribution): contribution is QualityContribution {
  return contribution.kind === 'quality';
}

/** Nothing if it counts in general. */
function causesText(because: readonly Reason[], { names }: RecordView): string {
  const titles = because.filter((each) => each !== 'base').map((each) => reasonTitle(each, names));
  return titles.length === 0 ? '' : `, because of ${listed([...new Set(titles)], 'and')}`;
}
