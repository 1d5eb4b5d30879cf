import { reasonWord } from '../../common/reason-word.ts';
import type { Advice, DecisionAdvice, Reason } from '../../model/advice.ts';
import type { Names } from '../words/names.ts';
import { mermaidLabel } from './mermaid-label.ts';
import { certaintyOf, isInForce, pickWords } from './picks.ts';

/**
 * Advice as a flowchart of Mermaid: the answers that count most lead to decisions with their picks, and decisions to those
 * that follow from them. All ids are generated, and labels are text whatever they hold.
 */
export function mermaid({ decisions }: Advice, names: Names): string {
  const shown = shownOf(decisions);
  const ids = new Map(shown.map(({ id }, index) => [id, `d${index + 1}`]));
  const answers = answersFor(shown);
  const lines = [
    ...answers.map(({ reason }, index) => `a${index + 1}(${answerLabel(reason, names)}):::answer`),
    ...shown.map(
      (decision) =>
        `${ids.get(decision.id)}[${decisionLabel(decision, names)}]:::${classOf(decision)}`,
    ),
    ...answers.flatMap(({ leadsTo }, index) =>
      leadsTo.map((id) => `a${index + 1} --> ${ids.get(id)}`),
    ),
    ...shown.flatMap((decision) => linksTo(decision, ids)),
    ...CLASSES,
  ];
  return `flowchart LR\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** A finer decision that does not arise so far would only fill the drawing, unless it was asked for by itself. */
function shownOf(decisions: readonly DecisionAdvice[]): DecisionAdvice[] {
  const ids = new Set(decisions.map(({ id }) => id));
  return decisions.filter((decision) => {
    const { below } = decision;
    return isInForce(decision) || below === undefined || !ids.has(below);
  });
}

type GivenAnswer = Exclude<Reason, 'base'>;

/** An answer, and the decisions whose picks it counts for. */
interface Leading {
  readonly reason: GivenAnswer;
  readonly leadsTo: string[];
}

/** Answers drawn for a decision. */
const MOST = 3;

/** In the order of the decisions that they lead to; finer decisions have an arrow from their own, which has to do. */
function answersFor(decisions: readonly DecisionAdvice[]): Leading[] {
  const ids = new Set(decisions.map(({ id }) => id));
  const isLed = ({ below = '' }: DecisionAdvice) => ids.has(below);
  const all = new Map<string, Leading>();
  for (const decision of decisions.filter((each) => isInForce(each) && !isLed(each))) {
    for (const [word, reason] of topAnswers(decision)) {
      const known = all.get(word) ?? { reason, leadsTo: [] };
      known.leadsTo.push(decision.id);
      all.set(word, known);
    }
  }
  return [...all.values()];
}

/** The answers that give the picks of a decision most points. */
function topAnswers(decision: DecisionAdvice): [string, GivenAnswer][] {
  const { ranking, recommended } = decision;
  const reasons = ranking
    .filter(({ alternative }) => recommended.includes(alternative))
    .flatMap(({ contributions }) => contributions)
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .flatMap(({ because }) => because)
    .filter((reason) => reason !== 'base')
    .filter(({ choice }) => choice !== undefined);
  const unique = new Map(reasons.map((reason) => [reasonWord(reason), reason]));
  return [...unique].slice(0, MOST);
}

function answerLabel({ question, choice = '' }: GivenAnswer, names: Names): string {
  return mermaidLabel([names.questionTitle(question), names.choice(question, choice)]);
}

function decisionLabel(decision: DecisionAdvice, names: Names): string {
  const picks = pickWords(decision, names);
  const certainty = certaintyOf(decision, names);
  return mermaidLabel([decision.title, picks, ...(certainty === picks ? [] : [certainty])]);
}

type Class = 'settled' | 'open' | 'idle';

function classOf(decision: DecisionAdvice): Class {
  const { status, applies, joint, recommended } = decision;
  if (recommended.length === 0 || !isInForce(decision)) return 'idle';
  if (joint) return joint.certain ? 'settled' : 'open';
  return status === 'settled' && applies === 'yes' ? 'settled' : 'open';
}

/** What a decision is part of, and the decisions that its pick was changed to fit. */
function linksTo(decision: DecisionAdvice, ids: ReadonlyMap<string, string>): string[] {
  const { id, below, joint } = decision;
  const link = (from: string | undefined, arrow: string) => {
    const start = from === undefined || from === id ? undefined : ids.get(from);
    return start === undefined ? [] : [`${start} ${arrow} ${ids.get(id)}`];
  };
  const fitted = new Set(joint?.because.flatMap(({ decisions }) => decisions));
  const followed = new Set(joint?.follows);
  return [
    ...link(below, '-.->'),
    ...[...fitted].flatMap((other) => link(other, '-->|has to fit|')),
    ...[...followed].flatMap((other) => link(other, '-->|decides whether it applies|')),
  ];
}

/** Dark text on light colours, readable on light and dark pages; what is open has a dashed border. */
const CLASSES = [
  'classDef answer fill:#f4f4f4,stroke:#8a8a8a,color:#222222',
  'classDef settled fill:#d7efdc,stroke:#2c7a44,color:#222222',
  'classDef open fill:#fdf0cf,stroke:#a87400,color:#222222,stroke-dasharray:5 4',
  'classDef idle fill:#f4f4f4,stroke:#bdbdbd,color:#555555,stroke-dasharray:2 4',
];
