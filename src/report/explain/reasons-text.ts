import type {
  DecisionExplanation,
  ExplainedSacrifice,
  Hinge,
  Hurt,
  RuledOut,
  Turn,
} from '../../model/explanation.ts';
import type { Shares } from '../../model/verdict.ts';
import { labelled } from '../layout/layout.ts';
import { withoutLabel } from '../layout/references.ts';
import { givenUpText, mitigationText, ruledOutText } from '../words/costs.ts';
import { count, percent } from '../words/numbers.ts';
import { statusWord } from '../words/status.ts';
import { beginning, type Citing, type ExplanationView } from './explanation-view.ts';

const FEW = 2;
const MOST_OF_A_SENTENCE = 100;

/** What follows from the sum: what was enough, what it depends on, what is given up and when that hurts. */
export function reasonsText(decision: DecisionExplanation, citing: Citing): string[] {
  const { detail, style } = citing.view;
  const isShort = detail === 'brief';
  return [
    ...labelled('Shares', sharesLine(decision, citing.view), style),
    ...labelled('Enough', enough(decision, citing.view), style),
    ...labelled('Hinges on', hinges(decision, citing), style),
    ...(isShort ? [] : labelled('You forgo', sacrifices(decision, citing), style)),
    ...(isShort ? [] : labelled('Beware', warnings(decision, citing), style)),
  ];
}

/** Labelled as what it is: a part of the ways to answer the rest. */
function sharesLine(
  { shares, several, applies }: DecisionExplanation,
  { names }: ExplanationView,
): string[] {
  if (shares === undefined) return [];
  const each = shares.shares
    .toSorted((a, b) => b.share - a.share)
    .map(({ alternative, share }) => `${names.alternative(alternative)} ${percent(share)}`);
  const all = each.join(', ');
  const how = shares.sampled
    ? 'of 1,000 ways to answer the rest'
    : 'of all ways to answer the rest';
  const ties = hasTies(shares) ? '; a tie counts for each' : '';
  const condition = applies === 'undecided' ? ', if it applies' : '';
  return [`${all} ${how}${condition}${several ? ', each by itself' : ties}; no probability`];
}

/** Thousandths; what rounding can add to a whole at most. */
const ROUNDED_SUM = 1_010;
const ALL = 1_000;

/** Where shares add up to more than a whole; what has all of them and yet is open shares some with another. */
function hasTies({ shares }: Shares): boolean {
  const sum = shares.reduce((total, { share }) => total + share, 0);
  return sum > ROUNDED_SUM || shares.some(({ share }) => share === ALL);
}

/** The hard rules that hold; and those that may come to hold, for all alternatives or those that are printed. */
export function exclusionsText(decision: DecisionExplanation, citing: Citing): string[] {
  const { view, notes } = citing;
  const { style } = view;
  const { contrasts, ruledOut } = decision;
  const named = contrasts.flatMap(({ alternative, over }) => [alternative, over?.alternative]);
  const isPrinted = ({ state, alternative }: RuledOut) =>
    state === 'certain' ||
    view.detail === 'full' ||
    (view.detail === 'usual' && named.includes(alternative));
  const linesOn = (state: RuledOut['state']) =>
    ruledOut
      .filter((each) => each.state === state && isPrinted(each))
      .map((each) =>
        ruledOutText(
          view.names.alternative(each.alternative),
          { ...each, text: shortened(each.text, view) },
          { palette: style.palette, notes },
        ),
      );
  return [
    ...labelled('Ruled out', linesOn('certain'), style),
    ...labelled('May be out', linesOn('possible'), style),
  ];
}

function enough(
  { sufficient, answersTouching, pinned }: DecisionExplanation,
  view: ExplanationView,
): string[] {
  if (sufficient === undefined || pinned) return [];
  const { sets, count: number, size } = sufficient;
  if (size === 0) return ['no answer is needed: every answer leads to it'];
  const name = (id: string) => `${id}=${[view.answers[id] ?? ''].flat().join(',')}`;
  const others = answersTouching - size;
  const rest =
    others === 0 ? 'all that was answered' : `regardless of ${count(others, 'other answer')}`;
  const more =
    number > sets.length ? `; ${number - sets.length} other sets of ${size} would do as well` : '';
  const bound = sufficient.searchGivenUp ? '; there may be fewer' : '';
  return [`${setsText(sets, name)} ${view.style.palette.faint(`(${rest}${more}${bound})`)}`];
}

/** What all sets share stands once: `a, b, and one of: c; d`. */
function setsText(sets: readonly (readonly string[])[], name: (id: string) => string): string {
  const [first = [], ...others] = sets;
  const shared = first.filter((id) => others.every((set) => set.includes(id)));
  const own = sets.map((set) => set.filter((id) => !shared.includes(id)).map(name));
  if (others.length === 0) return shared.map(name).join(', ');
  const either = `one of: ${own.map((names) => names.join(' and ')).join('; ')}`;
  return shared.length === 0 ? either : `${shared.map(name).join(', ')}, and ${either}`;
}

function hinges({ hinges: found, contested }: DecisionExplanation, citing: Citing): string[] {
  const { detail } = citing.view;
  if (found.length > 0) return found.map((hinge) => hingeText(hinge, citing));
  if (contested === 0 || detail === 'brief') return [];
  return [`no contested sentence (${contested} tried: left out, and turned round)`];
}

/** Both sides: what is said, and what comes of it if it is not so. */
function hingeText(hinge: Hinge, { view, notes }: Citing): string {
  const { names } = view;
  const condition = hinge.because === undefined ? '' : ` (${hinge.because})`;
  const said = `${names.alternative(hinge.alternative)}: ${shortened(withoutLabel(hinge), view)}${condition} (contested) ${notes.mark(hinge)}.`;
  const zero = `Without it ${turnText(hinge.atZero, view)}`;
  const opposite = hinge.atOpposite
    ? `, with its opposite ${turnText(hinge.atOpposite, view)}`
    : '';
  return `${said} ${zero}${opposite}`;
}

function turnText({ changes, recommended, status }: Turn, { names }: ExplanationView): string {
  if (!changes) return 'the pick is the same';
  const picks = names.alternatives(recommended);
  return `${picks === '' ? 'nothing' : picks} (${statusWord({ status, pinned: false })})`;
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
      ...hurtLine(own[0]?.hurtsWhen, citing.view),
      ...mitigations(own, citing.view),
    ];
  });
}

/** A cost whose words stand in the sum is only named. */
function costText(sacrifice: ExplainedSacrifice, isSaid: boolean, { view, notes }: Citing): string {
  const { than, claimOf } = sacrifice;
  const text = isSaid ? '' : shortened(withoutLabel(sacrifice), view);
  const disputed = sacrifice.contested && !isSaid ? '(contested)' : '';
  const cited = [text, disputed, notes.mark(sacrifice)].filter(Boolean).join(' ');
  if (than === undefined) return `${view.names.alternative(claimOf)} ${cited}`;
  return isSaid
    ? `better in ${view.names.alternative(than)} ${cited}`
    : givenUpText(sacrifice, cited, view.names);
}

function mitigations(own: readonly ExplainedSacrifice[], view: ExplanationView): string[] {
  const texts = new Set(own.flatMap(({ mitigation }) => mitigation ?? []));
  return [...texts].map((text) => mitigationText(shortened(text, view), view.style));
}

function hurtLine(hurts: readonly Hurt[] = [], { detail, style }: ExplanationView): string[] {
  const most = detail === 'full' ? hurts.length : FEW;
  const listed = (state: Hurt['state']) =>
    hurts
      .filter((each) => each.state === state)
      .slice(0, most)
      .map(
        ({ question, choices, weight }) =>
          `${question}=${choices.join('|')} (${style.glyphs.plus}${weight})`,
      )
      .join(', ');
  const given = listed('given');
  const open = listed('open');
  const parts = [
    ...(given === '' ? [] : [`hurts by ${given}`]),
    ...(open === '' ? [] : [`would hurt${given === '' ? '' : ' more'} with ${open}`]),
  ];
  return parts.length === 0 ? [] : [`${style.glyphs.separator} ${parts.join('; ')}`];
}

function warnings({ beware }: DecisionExplanation, { view, notes }: Citing): string[] {
  const shown = view.detail === 'full' ? beware : beware.slice(0, FEW);
  const hidden = beware.length - shown.length;
  return shown.map((each, index) => {
    const more = hidden > 0 && index === shown.length - 1 ? ` (+${hidden} more)` : '';
    return `${view.names.alternative(each.alternative)} if ${each.because}: ${shortened(each.text, view)} ${notes.mark(each)}${more}`;
  });
}

function shortened(text: string, { detail, style }: ExplanationView): string {
  return detail === 'full' ? text : beginning(text, MOST_OF_A_SENTENCE, style);
}
