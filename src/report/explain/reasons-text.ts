import type {
  DecisionExplanation,
  ExplainedSacrifice,
  Hinge,
  Hurt,
  RuledOut,
  Turn,
} from '../../model/explanation.ts';
import { labelled } from '../layout/layout.ts';
import { withoutLabel } from '../layout/references.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed } from '../words/names.ts';
import { statusWord } from '../words/status.ts';
import { answerWords, labelWords, withAnswer } from './answer-words.ts';
import { beginning, type Citing, type ExplanationView, LABEL } from './explanation-view.ts';
import { sharesText } from './shares-text.ts';

const FEW = 2;
const MOST_OF_A_SENTENCE = 100;

/** What follows from the sum: its certainty, what settles it, what it depends on, what it costs and when that matters. */
export function reasonsText(decision: DecisionExplanation, citing: Citing): string[] {
  const { view } = citing;
  const isShort = view.detail === 'brief';
  const { several } = decision;
  return [
    ...lines(several ? 'Picked in' : 'Wins in', sharesText(decision, view.names), view),
    ...(isShort ? [] : lines('Settled by', settledBy(decision, view), view)),
    ...lines('Disputed', hinges(decision, citing), view),
    ...(isShort ? [] : lines('Costs', sacrifices(decision, citing), view)),
    ...(isShort ? [] : lines('Watch for', warnings(decision, citing), view)),
  ];
}

function lines(label: string, texts: readonly string[], { style }: ExplanationView): string[] {
  return labelled(label, texts, { width: style.width, column: LABEL });
}

/** The hard rules that hold; and those that may come to hold, for all alternatives or those that are printed. */
export function exclusionsText(decision: DecisionExplanation, citing: Citing): string[] {
  const { view } = citing;
  const { contrasts, ruledOut } = decision;
  const named = contrasts.flatMap(({ alternative, over }) => [alternative, over?.alternative]);
  const isPrinted = ({ state, alternative }: RuledOut) =>
    state === 'certain' ||
    view.detail === 'full' ||
    (view.detail === 'usual' && named.includes(alternative));
  const rulesThat = (state: RuledOut['state']) =>
    ruledOut
      .filter((each) => each.state === state && isPrinted(each))
      .map((each) => ruleText(each, citing));
  return [
    ...lines('Ruled out', rulesThat('certain'), view),
    ...lines('Ruled out if', rulesThat('possible'), view),
  ];
}

/** `NoSQL: there are no joins (Kind of queries: Joins) [2]`; a rule that holds need not name the answer responsible. */
function ruleText(
  { alternative, text, because, state, ...place }: RuledOut,
  citing: Citing,
): string {
  const { names, style } = citing.view;
  const condition =
    state === 'certain' ? '' : ` ${style.palette.faint(`if ${conditionWords(because, names)}`)}`;
  const said = shortened(text, citing.view);
  return `${names.alternative(alternative)}: ${said}${condition} ${citing.notes.mark(place)}`;
}

/** The answers that are enough for the pick, regardless of the others. */
function settledBy(
  { sufficient, answersTouching, pinned }: DecisionExplanation,
  view: ExplanationView,
): string[] {
  if (sufficient === undefined || pinned) return [];
  const { sets, count: number, size } = sufficient;
  if (size === 0) return ['any set of answers leads to it'];
  const others = answersTouching - size;
  const rest =
    others === 0
      ? 'every given answer is needed'
      : `whatever the ${others === 1 ? 'other answer is' : `${others} other answers are`}`;
  const more =
    number > sets.length
      ? `; ${number - sets.length} other sets of ${size} would be enough as well`
      : '';
  const bound = sufficient.searchGivenUp ? '; a smaller set may be enough' : '';
  const said = setsText(sets, (id) => answerWords(id, view.answers, view.names));
  return [`${said} ${view.style.palette.faint(`(${rest}${more}${bound})`)}`];
}

/** What all sets share is listed once: `a; b; and one of: c, d`. */
function setsText(sets: readonly (readonly string[])[], say: (id: string) => string): string {
  const [first = [], ...others] = sets;
  const shared = first.filter((id) => others.every((set) => set.includes(id)));
  const own = sets.map((set) => set.filter((id) => !shared.includes(id)).map(say));
  if (others.length === 0) return shared.map(say).join('; ');
  const either = `one of these: ${own.map((names) => names.join(' with ')).join('; ')}`;
  return shared.length === 0 ? either : `${shared.map(say).join('; ')}; and ${either}`;
}

function hinges({ hinges: found, contested }: DecisionExplanation, citing: Citing): string[] {
  const { detail } = citing.view;
  if (found.length > 0) return found.map((hinge) => hingeText(hinge, citing));
  if (contested === 0 || detail === 'brief') return [];
  return [
    contested === 1
      ? 'sources disagree on one claim here; the pick does not depend on it'
      : `sources disagree on ${contested} claims here; the pick depends on none of them`,
  ];
}

/** Both sides: the claim, and the outcome if it is wrong. */
function hingeText(hinge: Hinge, { view, notes }: Citing): string {
  const { names } = view;
  const condition =
    hinge.because === undefined ? '' : ` if ${conditionWords(hinge.because, names)}`;
  const said = `${names.alternative(hinge.alternative)}: ${shortened(withoutLabel(hinge), view)}${condition} ${notes.mark(hinge)}.`;
  const zero = `Without this claim, ${turnText(hinge.atZero, view)}`;
  const opposite = hinge.atOpposite
    ? `; with the opposite claim, ${turnText(hinge.atOpposite, view)}`
    : '';
  return `Sources disagree on ${said} ${zero}${opposite}.`;
}

function turnText({ changes, recommended, status }: Turn, { names }: ExplanationView): string {
  if (!changes) return 'the pick stays the same';
  const picks = listed(recommended.map(names.alternative), 'and');
  return `the pick is ${picks === '' ? 'none' : picks} (${statusWord({ status, pinned: false })})`;
}

/** One entry for each quality; where several are picked they share it. */
function sacrifices({ givesUp, contrasts }: DecisionExplanation, citing: Citing): string[] {
  const said = contrasts
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'quality' && entry.points < 0 ? [entry.quality] : []));
  return [...new Set(givesUp.map(({ quality }) => quality))].flatMap((quality) => {
    const own = givesUp.filter((each) => each.quality === quality);
    const costs = own.map((each) => costText(each, said.includes(quality), citing));
    return [
      `${citing.view.names.quality(quality)}: ${costs.join('; ')}`,
      ...[...hurtLine(own[0]?.hurtsWhen, citing.view), ...mitigations(own, citing.view)].map(
        (text) => `${citing.view.style.glyphs.mitigation} ${text}`,
      ),
    ];
  });
}

/** A cost that the sum already quotes is only named. */
function costText(sacrifice: ExplainedSacrifice, isSaid: boolean, { view, notes }: Citing): string {
  const { than, claimOf } = sacrifice;
  const { names } = view;
  const text = isSaid ? '' : shortened(withoutLabel(sacrifice), view);
  const disputed = sacrifice.contested && !isSaid ? '(sources disagree)' : '';
  const cited = [text, disputed, notes.mark(sacrifice)].filter(Boolean).join(' ');
  if (than === undefined) return `${names.alternative(claimOf)} ${cited}`;
  const better = `${names.alternative(than)} is better`;
  if (isSaid) return `${better} ${cited}`;
  return than === claimOf ? `${better}: ${cited}` : `${cited}; ${better}`;
}

function mitigations(own: readonly ExplainedSacrifice[], view: ExplanationView): string[] {
  const texts = new Set(own.flatMap(({ mitigation }) => mitigation ?? []));
  return [...texts].map((text) => `mitigation: ${shortened(text, view)}`);
}

/** Which answers make a cost matter: those that were given, and open ones that would. */
function hurtLine(hurts: readonly Hurt[] = [], view: ExplanationView): string[] {
  const most = view.detail === 'full' ? hurts.length : FEW;
  const said = (state: Hurt['state']) =>
    hurts
      .filter((each) => each.state === state)
      .slice(0, most)
      .map((hurt) => hurtText(hurt, view))
      .join('; ');
  const given = said('given');
  const open = said('open');
  return [
    ...(given === '' ? [] : [`it matters because of ${given}`]),
    ...(open === '' ? [] : [`it would matter${given === '' ? '' : ' more'} with ${open}`]),
  ];
}

function hurtText({ question, choices }: Hurt, { names }: ExplanationView): string {
  const labels = choices.map((choice) => labelWords(question, choice, names));
  return withAnswer(names.questionTitle(question), listed(labels, 'or'));
}

function warnings({ beware }: DecisionExplanation, { view, notes }: Citing): string[] {
  const shown = view.detail === 'full' ? beware : beware.slice(0, FEW);
  const hidden = beware.length - shown.length;
  return shown.map((each, index) => {
    const more = hidden > 0 && index === shown.length - 1 ? ` (${hidden} more with --full)` : '';
    const condition = conditionWords(each.because, view.names);
    return `${view.names.alternative(each.alternative)}: ${shortened(each.text, view)} if ${condition} ${notes.mark(each)}${more}`;
  });
}

function shortened(text: string, { detail, style }: ExplanationView): string {
  return detail === 'full' ? text : beginning(text, MOST_OF_A_SENTENCE, style);
}
