import type { RootContent } from 'mdast';
import type { DecisionAdvice, RankedAlternative } from '../../model/advice.ts';
import { changeWords, ownWords } from '../advice/joint-text.ts';
import { whyNone } from '../advice/why-none.ts';
import {
  bullets,
  emphasis,
  heading,
  type Item,
  type Line,
  paragraph,
  strong,
} from '../markdown/markdown.ts';
import { placeOf, unstopped } from '../record/record-view.ts';
import { conditionWords } from '../words/conditions.ts';
import { listedFirst, type Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { costItems, reasonItems } from './arguments.ts';
import { certaintyOf, pickOf } from './picks.ts';
import { brokenWords } from './problem-sections.ts';

/** A decision with its pick as a heading, then what is asked, and all that the advice says about it as a list. */
export function decisionBlocks(decision: DecisionAdvice, names: Names): RootContent[] {
  const { ask, below, reversal } = decision;
  return [
    heading(3, [`${decision.title}: `, pickOf(decision, names)]),
    paragraph([emphasis(ask)]),
    ...bullets([
      `Certainty: ${certaintyOf(decision, names)}`,
      ...(reversal === undefined ? [] : [`Time to change it later: ${reversal}`]),
      ...(below === undefined ? [] : [`Part of: ${names.decision(below)}`]),
      ...jointItems(decision, names),
      ...group(
        'Alternatives',
        decision.ranking.map((each) => alternativeLine(each, decision, names)),
      ),
      ...group('Why', reasonItems(decision, names)),
      ...whyNone(decision).map(() => 'Why: nothing more is worth its cost here'),
      ...group('What it costs', costItems(decision, names)),
      ...dependence(decision, names),
    ]),
  ];
}

function group(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ line: label, below: bullets(items) }];
}

/** How its pick was changed to fit others, which combinations that avoids, and what it would pick by itself. */
function jointItems(decision: DecisionAdvice, names: Names): Item[] {
  const { joint } = decision;
  if (joint === undefined) return [];
  return [
    {
      line: `Changed to fit the other picks: ${changeWords(decision, joint, names)}`,
      below: bullets(joint.because.map((conflict) => brokenWords(conflict, names))),
    },
    `By itself: ${ownWords(decision, joint, names)}`,
  ];
}

/** `**SQL: 39 points**`, `NoSQL: ruled out, because …` */
function alternativeLine(
  ranked: RankedAlternative,
  { recommended }: DecisionAdvice,
  names: Names,
): Line {
  const { alternative, name, score, excludedBy, silent } = ranked;
  const points = `${name}: ${pointsWords(score)}`;
  const isPicked = recommended.includes(alternative);
  const isOut = excludedBy.some(({ state }) => state === 'certain');
  const rules = excludedBy.map(({ state, text, because, file }) => {
    const place = placeOf(file, alternative, { names });
    return state === 'certain'
      ? `ruled out, because ${unstopped(text)} (${place})`
      : `ruled out if the answer is ${conditionWords(because, names)}, because ${unstopped(text)} (${place})`;
  });
  const said = [...rules, ...(silent ? ['the documents contain nothing that counts here'] : [])];
  if (isOut && !isPicked) return `${name}: ${said.join('; ')}`;
  const rest = said.map((each) => `; ${each}`).join('');
  return [isPicked ? strong(points) : points, rest];
}

/** With a minus that does not look like a hyphen. */
function pointsWords(score: number): string {
  return `${score < 0 ? '−' : ''}${count(Math.abs(score), 'point')}`;
}

/** Questions that are named. */
const MOST = 8;

/** What can still change the pick, and whether the decision arises. */
function dependence(decision: DecisionAdvice, names: Names): Item[] {
  const { dependsOn, dependsOnBounded, applies, appliesDependsOn = [], appliesAsPicked } = decision;
  const titles = (ids: readonly string[]) => listedFirst(ids.map(names.questionTitle), MOST);
  const bounded = dependsOnBounded ? ' (possibly fewer)' : '';
  const soFar = appliesAsPicked ? 'so far, yes' : 'so far, no';
  return [
    ...(dependsOn.length === 0 ? [] : [`Depends on: ${titles(dependsOn)}${bounded}`]),
    ...(applies === 'undecided'
      ? [`Applies: ${soFar}; that depends on ${titles(appliesDependsOn)}${bounded}`]
      : []),
  ];
}
