import type { RootContent } from 'mdast';
import type { RankedAlternative } from '../../model/advice.ts';
import { bullets, heading, paragraph } from '../markdown/markdown.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed } from '../words/names.ts';
import { placeOf, quoted, type RecordView, unstopped } from './record-view.ts';

/** The options that were possible, and what ruled out the others. */
export function optionBlocks(view: RecordView): RootContent[] {
  const possible = possibleOptions(view);
  const others = view.decision.ranking.filter((each) => !possible.includes(each));
  return [
    ...bullets(possible.map(({ alternative }) => view.names.alternative(alternative))),
    ...(others.length === 0 ? [] : [paragraph('Ruled out by the answers:')]),
    ...bullets(others.map((each) => ruledOutText(each, view))),
  ];
}

/** In the order of their points. */
export function possibleOptions({ decision }: RecordView): RankedAlternative[] {
  return decision.ranking.filter(
    ({ excludedBy, alternative }) =>
      excludedBy.every(({ state }) => state !== 'certain') ||
      decision.recommended.includes(alternative),
  );
}

function ruledOutText({ alternative, excludedBy }: RankedAlternative, view: RecordView): string {
  const rules = excludedBy
    .filter(({ state }) => state === 'certain')
    .map(
      ({ text, because, file }) =>
        `${unstopped(text)}, as the answer is ${conditionWords(because, view.names)} (${placeOf(file, alternative, view)})`,
    );
  return `${view.names.alternative(alternative)}: ${listed(rules, 'and')}`;
}

/** Reasons of each kind that are listed for one option. */
const MOST = 5;

/** What counts for and against each option, the weightiest first; of a pick the consequences say it already. */
export function prosAndCons(view: RecordView): RootContent[] {
  return possibleOptions(view).flatMap((option) => [
    heading(3, view.names.alternative(option.alternative)),
    ...prosAndConsOf(option, view),
  ]);
}

function prosAndConsOf(option: RankedAlternative, view: RecordView): RootContent[] {
  if (view.decision.recommended.includes(option.alternative)) {
    return [paragraph('Chosen; see the consequences.')];
  }
  const all = [...reasons(option, 1, view), ...reasons(option, -1, view)];
  return all.length === 0 ? [paragraph('No answer counts for or against it.')] : bullets(all);
}

/** `Good, because …` or `Bad, because …`. */
export function reasons(
  { alternative, contributions }: RankedAlternative,
  sign: 1 | -1,
  view: RecordView,
): string[] {
  return contributions
    .filter(({ points, claims }) => Math.sign(points) === sign && claims.length > 0)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MOST)
    .map(({ claims }) => {
      const texts = claims.map((claim) => quoted(claim, alternative, view));
      return `${sign > 0 ? 'Good' : 'Bad'}, because ${listed(texts, 'and')}`;
    });
}
