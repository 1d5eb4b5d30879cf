import type { RootContent } from 'mdast';
import type { RankedAlternative } from '../../model/advice.ts';
import { bullets, heading, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { heldText } from './answers.ts';
import { reasonsFor } from './reasons.ts';
import { placeOf, type RecordView, unstopped } from './record-view.ts';

/** The options that were possible, and what ruled out the others. */
export function optionBlocks(view: RecordView): RootContent[] {
  const possible = possibleOptions(view);
  const others = view.decision.ranking.filter((each) => !possible.includes(each));
  return [
    ...bullets(possible.map(({ alternative }) => view.names.alternative(alternative))),
    ...(others.length === 0 ? [] : [paragraph('Ruled out by the answers:')]),
    ...bullets(
      others.map(
        (each) => `${view.names.alternative(each.alternative)}, ${ruledOutText(each, view)}`,
      ),
    ),
  ];
}

/** In the order of their points. */
export function possibleOptions({ decision }: RecordView): RankedAlternative[] {
  return decision.ranking.filter(({ excludedBy }) =>
    excludedBy.every(({ state }) => state !== 'certain'),
  );
}

/** `because <sentence> (<answer>; databases.md, "SQL")`, for each rule that holds. */
function ruledOutText({ alternative, excludedBy }: RankedAlternative, view: RecordView): string {
  const rules = excludedBy
    .filter(({ state }) => state === 'certain')
    .map(({ text, because, file }) => {
      const place = placeOf(file, alternative, view);
      return `because ${unstopped(text)} (${heldText(because, view)}; ${place})`;
    });
  return listed(rules, 'and');
}

/** What counts for and against each other option, the weightiest first; nothing if there is no other. */
export function prosAndCons(view: RecordView): RootContent[] {
  const { recommended } = view.decision;
  const others = possibleOptions(view).filter(
    ({ alternative }) => !recommended.includes(alternative),
  );
  if (others.length === 0) return [];
  return [
    heading(2, 'Pros and Cons of the Options'),
    ...(recommended.length === 0
      ? []
      : [paragraph(CHOSEN[recommended.length > 1 ? 'many' : 'one'])]),
    ...others.flatMap((option) => [
      heading(3, view.names.alternative(option.alternative)),
      ...prosAndConsOf(option, view),
    ]),
  ];
}

const CHOSEN = {
  one: 'Those of the chosen option are listed as consequences.',
  many: 'Those of the chosen options are listed as consequences.',
} as const;

function prosAndConsOf(option: RankedAlternative, view: RecordView): RootContent[] {
  const about = option.alternative;
  const all = [
    ...reasonsFor(option, { sign: 1, about }, view),
    ...reasonsFor(option, { sign: -1, about }, view),
  ];
  return all.length === 0 ? [paragraph('No answer counts for or against it.')] : bullets(all);
}
