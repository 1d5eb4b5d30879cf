import type { Contrast, DecisionExplanation } from '../../model/explanation.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed, listedFirst, type Names } from '../words/names.ts';
import { count, plainNumber } from '../words/numbers.ts';
import { tieBreak } from '../words/status.ts';
import { stopped } from './answer-words.ts';
import type { ExplanationView } from './explanation-view.ts';

/** The outcome of the decision on its own, in a sentence or two, and whether a different answer would change it. */
export function verdictText(explained: DecisionExplanation, view: ExplanationView): string {
  const { joint } = explained;
  const decision = joint ? { ...explained, recommended: joint.instead } : explained;
  switch (decision.status) {
    case 'not-applicable':
      return doesNotApply(decision, view.names);
    case 'infeasible':
      return sentences(nothingFits(decision), applicability(decision, view.names));
    case 'settled':
    case 'open':
    case 'tied':
      return sentences(
        opening(decision, view),
        view.detail === 'brief' ? '' : robustness(decision),
        applicability(decision, view.names),
      );
    default:
      return decision.status satisfies never;
  }
}

/** Of open picks nearly every one is firm while little is answered, so only narrow ones are named. */
function robustness({ id, status, firm }: DecisionExplanation): string {
  if (firm === undefined || status === 'tied') return '';
  if (!firm) {
    return `Narrow: changing a single answer changes it; arch-advisor flip ${id} shows which.`;
  }
  return status === 'settled' ? 'Firm: changing any one answer would leave it the same.' : '';
}

function sentences(...all: readonly string[]): string {
  return all.filter(Boolean).join(' ');
}

function nothingFits({ pinned }: DecisionExplanation): string {
  return pinned
    ? 'The alternative you pinned is ruled out.'
    : 'Nothing fits: every alternative is ruled out.';
}

function doesNotApply({ appliesWhen = [] }: DecisionExplanation, names: Names): string {
  return `Does not apply: it applies only with ${anyOf(appliesWhen, names)}.`;
}

function anyOf(conditions: readonly string[], names: Names): string {
  return listed(
    conditions.map((text) => conditionWords(text, names)),
    'or',
  );
}

/** Where it is undecided whether the decision applies. */
function applicability(
  { applies, appliesDependsOn = [], appliesWhen = [] }: DecisionExplanation,
  names: Names,
): string {
  if (applies !== 'undecided') return '';
  const questions = listedFirst(appliesDependsOn.map(names.questionTitle), MOST_NAMED);
  return stopped(
    `It applies only with ${anyOf(appliesWhen, names)}, which depends on ${questions}`,
  );
}

const MOST_NAMED = 5;

function opening(decision: DecisionExplanation, view: ExplanationView): string {
  const [first] = decision.contrasts;
  if (decision.several) return severalOpening(decision, view);
  if (first?.over === undefined) return alone(decision, view);
  const gap = gapText(first, view.names);
  if (decision.pinned) return `You pinned it; on points ${gap}.`;
  if (decision.status === 'tied') return tied(decision, view);
  return decision.status === 'open'
    ? sentences(`${gap} so far.`, turning(decision, view.names))
    : settled(decision, { ...first, over: first.over }, view);
}

/** `SQL leads NoSQL by 14 points`. */
function gapText({ alternative, over, lead }: Contrast, names: Names): string {
  const [own, rival] = [alternative, over?.alternative ?? ''].map(names.alternative);
  if (lead === 0) return `${own} and ${rival} are level`;
  const points = count(Math.abs(lead), 'point');
  return lead > 0 ? `${own} leads ${rival} by ${points}` : `${own} is ${points} behind ${rival}`;
}

type AgainstRival = Contrast & { readonly over: NonNullable<Contrast['over']> };

function settled(
  decision: DecisionExplanation,
  contrast: AgainstRival,
  { names, style }: ExplanationView,
): string {
  const { lead, lowestLead, over } = contrast;
  const gap = gapText(contrast, names);
  const open = decision.openQuestions.length;
  if (over.excludedBy.some(({ state }) => state === 'certain'))
    return `${names.alternative(over.alternative)} is ruled out. Without that, ${gap}.`;
  if (open === 0) return `${gap}, and every question about it is answered.`;
  const questions = `no answer to the ${open === 1 ? 'open question' : count(open, 'open question')}`;
  if (lead > 0 && lowestLead !== undefined && lowestLead > 0) {
    if (lowestLead === lead) return `${gap}, and ${questions} narrows the gap.`;
    const worst = plainNumber(lowestLead, style);
    return `${gap}, and ${questions} closes the gap (at worst it is ${worst}).`;
  }
  return `${gap}${lead > 0 ? ', and' : ' on what is certain so far, but'} ${questions} changes the pick.`;
}

function turning({ dependsOn, dependsOnBounded }: DecisionExplanation, names: Names): string {
  const titles = dependsOn.map(names.questionTitle);
  const [only] = titles;
  if (only === undefined) return '';
  if (titles.length === 1) return stopped(`Only one open question can still change that: ${only}`);
  const most = dependsOnBounded ? 'At most ' : '';
  const all = listed(titles, 'and');
  return stopped(`${most}${titles.length} open questions can still change that: ${all}`);
}

function tied(
  { id, recommended, openQuestions }: DecisionExplanation,
  { names }: ExplanationView,
): string {
  const all = listed(recommended.map(names.alternative), 'and');
  const always = openQuestions.length === 0 ? '' : ', however the open questions are answered';
  return `${all} come out level${always}: ${tieBreak(id)}.`;
}

/** No rival is left, or nothing is set against it. */
function alone(decision: DecisionExplanation, { names }: ExplanationView): string {
  const { recommended, status, pinned } = decision;
  const pick = names.alternatives(recommended);
  if (pinned) return `You pinned ${pick}.`;
  const rest = `Only ${pick} is left: every other alternative is ruled out.`;
  return status === 'open' ? sentences(rest, turning(decision, names)) : rest;
}

function severalOpening(decision: DecisionExplanation, { names }: ExplanationView): string {
  const { recommended, contrasts, pinned, status } = decision;
  const left = status === 'open' ? turning(decision, names) : '';
  if (pinned) return sentences(`You pinned ${names.alternatives(recommended)}.`, left);
  const named = names.alternatives(contrasts.map(({ alternative }) => alternative));
  const isNone = recommended.every((id) => id === decision.baseline);
  const picks = isNone ? 0 : recommended.length;
  if (picks === 0) {
    const nearest = contrasts.length === 1 ? `${named} comes closest.` : '';
    const known = status === 'open' ? ' so far' : '';
    return sentences(`None of them is worth its cost${known}.`, nearest, left);
  }
  const each = picks === 1 ? 'it is' : 'each is';
  const picked = listed(recommended.map(names.alternative), 'and');
  return sentences(`${picked}: ${each} worth more than going without.`, left);
}
