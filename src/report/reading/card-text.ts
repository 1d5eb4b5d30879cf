import type { Decision } from '../../model/decision.ts';
import type { Combination, Source } from '../../model/knowledge.ts';
import type {
  Claim,
  EvidenceKind,
  Pattern,
  Prose,
  Reference,
  Sign,
  TypeList,
} from '../../model/pattern.ts';
import { aside, type Cell, labelled, paragraph, rows } from '../layout/layout.ts';
import { withoutLabel } from '../layout/references.ts';
import { type Style, signs } from '../layout/style.ts';
import { conditionWords } from '../words/conditions.ts';
import type { Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { needsOf, neverBeside } from './combinations-text.ts';

/** A pattern with what surrounds it. */
export interface Card {
  readonly pattern: Pattern;
  /** The decision in which it is an alternative. */
  readonly decision?: Decision;
  /** What it asks of other picks, or forbids. */
  readonly combinations: readonly Combination[];
  /** The footnotes that it refers to, in their order. */
  readonly sources: readonly Source[];
}

export interface CardView {
  readonly names: Names;
  readonly style: Style;
  /** Everything, instead of what fits a screen. */
  readonly isFull: boolean;
}

const LABEL = 15;
const SUBJECT = 24;
const SIGNS = 4;
const MOST = 4;

/** A summary card: what it is, what it gains and costs, when to use it; the shortest of each first. */
export function cardText(card: Card, view: CardView): string {
  const { pattern, decision, sources } = card;
  return [
    ...title(pattern, decision, view.style),
    ...pattern.summary.flatMap(({ text }) => paragraph(text, view.style.width)),
    '',
    ...claimLines(pattern.claims, view),
    '',
    ...evidenceLines('Use when', 'use-when', { pattern, view }),
    ...evidenceLines('Avoid when', 'avoid-when', { pattern, view }),
    ...evidenceLines('Ruled out when', 'ruled-out-when', { pattern, view }),
    ...section('Mitigations', pattern.mitigations, view),
    ...section('Warning signs', pattern.warningSigns, view),
    ...section('Types', pattern.types.map(typeText), view),
    ...section('Use cases', pattern.useCases, view),
    ...section('Requires', pattern.requires, view),
    ...section('Examples', pattern.examples, view),
    ...section(
      'Brings up',
      pattern.bringsUp.map((each) => broughtUp(each, view)),
      view,
    ),
    ...section('Other remarks', view.isFull ? pattern.others : [], view),
    ...relatives(card, view),
    '',
    ...footer(pattern, sources, view),
    '',
  ].join('\n');
}

/** What goes with it, what does not, and what could be picked instead. */
function relatives(card: Card, view: CardView): string[] {
  const { pattern, decision } = card;
  const others = (decision?.alternatives ?? [])
    .filter(({ id }) => id !== pattern.id)
    .map(({ id }) => id);
  const compare =
    others[0] === undefined ? [] : [`arch-advisor compare ${pattern.id} ${others[0]}`];
  return [
    ...texts('Needs', needsOf(card, view.names), view),
    ...texts('Not with', neverBeside(card, view.names), view),
    ...texts(
      'Variants',
      pattern.variants.map(({ name }) => name),
      view,
    ),
    ...texts(
      decision?.several ? 'Combines with' : 'Alternatives',
      [view.names.alternatives(others), ...compare].filter((text) => text !== ''),
      view,
    ),
  ];
}

function title(
  { name, aliases }: Pattern,
  decision: Decision | undefined,
  { palette, width }: Style,
): string[] {
  const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
  const right = decision === undefined ? '' : `decision: ${decision.title}`;
  return rows(
    [
      [
        { text: palette.strong(`${name}${also}`), width: Math.max(20, width - right.length) },
        { text: palette.faint(right) },
      ],
    ],
    width,
  );
}

function claimLines(claims: readonly Claim[], { names, style, isFull }: CardView): string[] {
  const sides = claims.flatMap(sidesOf).sort((a, b) => b.sign - a.sign || b.strength - a.strength);
  const pros = sides.filter(({ sign }) => sign > 0);
  const cons = sides.filter(({ sign }) => sign < 0);
  const shown = isFull ? sides : [...pros.slice(0, MOST), ...cons.slice(0, MOST)];
  const lines = rows(
    shown.map(({ claim, qualities, sign, strength }): Cell[] => [
      { text: '', width: 2 },
      { text: qualities.map(names.quality).join(', '), width: SUBJECT },
      { text: signs(sign * strength, style), width: SIGNS },
      { text: sentenceOf(claim) },
    ]),
    style.width,
  );
  const hidden = sides.length - shown.length;
  return hidden > 0 ? [...lines, ...aside(`${count(hidden, 'more claim')}: --full`, style)] : lines;
}

/** What a claim says for, or against, some qualities. */
interface Side {
  readonly claim: Claim;
  readonly qualities: readonly string[];
  readonly sign: Sign;
  readonly strength: number;
}

/** A claim that speaks for one quality and against another has two sides; one without quality has that of its container. */
function sidesOf(claim: Claim): Side[] {
  const { effects, strength } = claim;
  if (effects.length === 0) return [{ claim, qualities: [], sign: claim.sign, strength }];
  const side = (sign: Sign): Side[] => {
    const own = effects.filter(({ value }) => Math.sign(value) === sign);
    return own.length === 0
      ? []
      : [{ claim, qualities: own.map(({ quality }) => quality), sign, strength }];
  };
  return [...side(1), ...side(-1)];
}

function sentenceOf({ text, label, isLabelTelling, contested, judgement }: Claim): string {
  const own = withoutLabel({ text, label: isLabelTelling ? label : undefined });
  return `${own}${contested ? ' (contested)' : ''}${judgement ? ' (judgement)' : ''}`;
}

interface Scope {
  readonly pattern: Pattern;
  readonly view: CardView;
}

function evidenceLines(label: string, kind: EvidenceKind, { pattern, view }: Scope): string[] {
  const { palette } = view.style;
  const found = pattern.evidence.filter((each) => each.kind === kind);
  const lines = found.map(({ text, condition }) =>
    view.isFull && condition
      ? `${text} ${palette.faint(`(${conditionWords(condition.text, view.names)})`)}`
      : text,
  );
  return texts(label, lines, view);
}

/** The sections that a short card leaves out are those that come after the decision. */
function section(label: string, items: readonly Pick<Prose, 'text'>[], view: CardView): string[] {
  const isShort = ['Mitigations', 'Warning signs', 'Examples', 'Requires', 'Use cases'].includes(
    label,
  );
  if (isShort && !view.isFull) return [];
  return texts(
    label,
    items.map(({ text }) => text),
    view,
  );
}

/** With the title of the decision, or the name of the pattern, in place of the id that it starts with. */
function broughtUp({ text, target }: Reference, { names }: CardView): Pick<Prose, 'text'> {
  if (target === undefined || !text.startsWith(target)) return { text };
  const title = names.decision(target);
  const name = title === target ? names.alternative(target) : title;
  return { text: `${name}${text.slice(target.length)}` };
}

function typeText({ name, products }: TypeList): Pick<Prose, 'text'> {
  return { text: products.length > 0 ? `${name}: ${products.join(', ')}` : name };
}

function texts(label: string, items: readonly string[], { style }: CardView): string[] {
  return labelled(label, items, { width: style.width, column: LABEL });
}

function footer(
  { place }: Pattern,
  sources: readonly Source[],
  { style, isFull }: CardView,
): string[] {
  const where = `${place.file}:${place.line}`;
  if (!isFull)
    return aside(
      `${where} ${style.glyphs.separator} ${sources.length > 0 ? `${count(sources.length, 'source')} and the rest` : 'the rest'}: --full`,
      style,
    );
  const list = sources.flatMap(({ id, text }) => paragraph(`[${id}] ${text}`, style.width, 2));
  return [
    ...aside(where, style),
    ...(list.length > 0 ? ['', style.palette.strong('Sources'), ...list] : []),
  ];
}
