import { plain } from '../../common/text.ts';
import type { Citation, Contribution, DecisionAdvice } from '../../model/advice.ts';
import type { Reversal } from '../../model/decision.ts';
import { paragraph } from '../layout/layout.ts';
import { withoutLabel } from '../layout/references.ts';
import { isNarrow } from '../words/certainty.ts';
import { topicWords } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { ended, sentence } from '../words/sentences.ts';
import { tieBreak } from '../words/status.ts';
import { weightiest } from '../words/weightiest.ts';
import type { AdviceView } from './advice-view.ts';
import { shortFlipWords } from './flip-words.ts';
import { whyNone } from './why-none.ts';

/** The decisions worth explaining: all except the plain and the not applicable, hardest to reverse first. */
export function worthWords(
  decisions: readonly DecisionAdvice[],
  view: AdviceView,
): DecisionAdvice[] {
  return decisions
    .filter((decision) => arises(decision) && !isPlain(decision, view))
    .sort((a, b) => rankOf(b) - rankOf(a));
}

function arises({ status, applies, appliesAsPicked, recommended, joint }: DecisionAdvice): boolean {
  if (joint) return recommended.length > 0;
  return status !== 'not-applicable' && (applies === 'yes' || appliesAsPicked === true);
}

/** The baseline needs no explanation if nothing could change it and nothing is given up. */
function isPlain(decision: DecisionAdvice, { baselineOf }: AdviceView): boolean {
  const { id, status, applies, firm, joint, recommended, givesUp } = decision;
  const isSure = status === 'settled' && applies === 'yes' && firm === true && !joint;
  return isSure && givesUp.length === 0 && recommended.every((pick) => pick === baselineOf(id));
}

const RANKS: Record<Reversal, number> = { days: 1, weeks: 2, months: 3, years: 4 };

function rankOf({ reversal }: DecisionAdvice): number {
  return reversal === undefined ? 0 : RANKS[reversal];
}

/** How much to say about a decision: reasons and costs, then what changes the pick, then more reasons. */
const FORMS = [
  { reasons: 1, isShort: true },
  { reasons: 1, isShort: false },
  { reasons: 2, isShort: false },
] as const;

type Form = (typeof FORMS)[number];

/**
 * A few sentences on each decision, in as many lines as fit. If there is little room, the last ones get fewer
 * sentences, and then none: `left` counts these.
 */
export function whyLines(
  decisions: readonly DecisionAdvice[],
  view: AdviceView,
  room: number,
): { readonly lines: readonly string[]; readonly left: number } {
  const [shortest, ...longer] = FORMS;
  const entries = fitting(
    decisions.map((decision) => entry(decision, view, shortest)),
    room,
  );
  let spare = room - entries.flat().length;
  for (const form of longer) {
    entries.forEach((before, index) => {
      const decision = decisions[index];
      if (decision === undefined) return;
      const now = entry(decision, view, form);
      if (now.length - before.length > spare) return;
      spare -= now.length - before.length;
      entries[index] = now;
    });
  }
  return { lines: entries.flat(), left: decisions.length - entries.length };
}

/** The first entries that fit in the lines available. */
function fitting(entries: readonly string[][], room: number): string[][] {
  let lines = 0;
  const past = entries.findIndex((each) => {
    lines += each.length;
    return lines > room;
  });
  return past < 0 ? [...entries] : entries.slice(0, past);
}

/** The pick, followed by what speaks for it, what it costs and what would change it, indented. */
function entry(decision: DecisionAdvice, view: AdviceView, form: Form): string[] {
  const { names, style } = view;
  const { recommended, pinned, title } = decision;
  const picks = recommended.length === 0 ? title : names.alternatives(recommended);
  const lead = style.palette.strong(plain(picks));
  const said = [
    ...reasonsFor(decision, form.reasons),
    ...cost(decision, view),
    ...(form.isShort ? [] : change(decision, view)),
  ].map(plain);
  const text = `${lead}${pinned ? ' (pinned)' : ''}: ${said.join(' ')}`;
  return paragraph(text, style.width, HANGING).map((line, index) =>
    index === 0 ? line.slice(HANGING - FIRST) : line,
  );
}

const FIRST = 2;
const HANGING = 4;

/** The strongest sentences, of different kinds if possible: what the answers say, and what the pick is good at. */
function reasonsFor(decision: DecisionAdvice, most: number): string[] {
  const pros = contributionsIn(decision, 1);
  const [first] = pros;
  const second = pros.find(({ kind }) => kind !== first?.kind) ?? pros[1];
  const said = [first, second].flatMap((each) => (each ? [sentence(textOf(each))] : []));
  return said.length > 0 ? said.slice(0, most) : whyNone(decision).map(() => NONE_PAYS);
}

const NONE_PAYS = 'Nothing more is worth its cost here.';

function contributionsIn({ ranking, recommended }: DecisionAdvice, sign: 1 | -1): Contribution[] {
  const all = ranking
    .filter(({ alternative }) => recommended.includes(alternative))
    .flatMap(({ contributions }) => contributions);
  return weightiest(all, sign).filter(({ kind }) => kind !== 'certain');
}

function textOf({ claims }: Contribution): string {
  const [claim] = claims;
  return claim ? brief(claim) : '';
}

/** Sentences longer than this end at their first semicolon. */
const LONG = 80;

function brief(claim: Citation): string {
  const whole = withoutLabel(claim).replace(/[.;]$/, '');
  const text = whole.length > LONG ? whole.replace(/(?<=.{20});.*$/, '') : whole;
  return `${text}${claim.contested ? ' (contested)' : ''}`;
}

/** The strongest argument against the pick, or else what another alternative would do better. */
function cost(decision: DecisionAdvice, { names }: AdviceView): string[] {
  const [worst] = contributionsIn(decision, -1);
  const [given] = decision.givesUp;
  if (worst?.kind === 'quality') return [`Costs: ${ended(textOf(worst))}`];
  if (given !== undefined) {
    const { claimOf, than, quality } = given;
    const own = ended(brief(given));
    if (than === undefined || than !== claimOf) return [`Costs: ${own}`];
    return [`Costs: less ${names.quality(quality)} than ${names.alternative(than)}.`];
  }
  return worst === undefined ? [] : [`Against it: ${ended(textOf(worst))}`];
}

/** The open questions that can change the pick, or the answer that would. */
function change(decision: DecisionAdvice, view: AdviceView): string[] {
  const { id, status, recommended, joint } = decision;
  const { names, flipOf } = view;
  if (status === 'infeasible') return ruledOut(decision);
  if (joint) return [];
  if (status === 'tied') return [`Level on points: ${tieBreak(id)}.`];
  const [first, ...others] = openQuestions(decision, view);
  if (first !== undefined) {
    return [...ahead(decision, names), `Depends on ${first}${moreQuestions(others.length)}.`];
  }
  const flip = isNarrow(decision) ? flipOf(id) : undefined;
  return flip === undefined ? [] : [`Narrow: ${shortFlipWords(flip, recommended, names)}.`];
}

/** Why a pick leads although another one wins more often. */
function ahead({ share, rival }: DecisionAdvice, names: AdviceView['names']): string[] {
  if (share === undefined || rival === undefined || rival.share <= share) return [];
  const other = names.alternative(rival.alternative);
  return [
    rival.beside
      ? `Most answers to the open questions would add ${other}.`
      : `Ahead on your answers so far, but most answers to the open questions favour ${other}.`,
  ];
}

function moreQuestions(number: number): string {
  return number === 0 ? '' : ` and ${count(number, 'more question')}`;
}

/** The most informative first. */
function openQuestions(
  { dependsOn, appliesDependsOn = [] }: DecisionAdvice,
  { names, prospects }: AdviceView,
): string[] {
  const all = new Set([...dependsOn, ...appliesDependsOn]);
  const known = prospects.map(({ question }) => question).filter((id) => all.has(id));
  const rest = [...all].filter((id) => !known.includes(id));
  return [...known, ...rest].map((id) => topicWords(id, names));
}

function ruledOut({ ranking }: DecisionAdvice): string[] {
  return ranking.flatMap(({ name, excludedBy }) =>
    excludedBy.flatMap(({ state, text }) => {
      return state === 'certain' ? [`${sentence(`${name} is ruled out: ${text}`)}`] : [];
    }),
  );
}
