import type { Citation } from '../../model/advice.ts';
import type { Contrast, ContrastEntry, Cover } from '../../model/explanation.ts';
import type { Cell } from '../layout/layout.ts';
import { citation } from '../layout/references.ts';
import { GLUE } from '../layout/style.ts';
import { listed, reasonWord, reasonWords } from '../words/names.ts';
import { enclosed, painted, plainNumber, signed } from '../words/numbers.ts';
import {
  beginning,
  type ExplanationView,
  INDENT,
  POINTS,
  subjectWidth,
  type Telling,
} from './explanation-view.ts';

/** Characters of a sentence before `--full`. */
const MOST_OF_A_SENTENCE = 72;

/** The sum that an entry belongs to. */
export interface Told {
  readonly contrast: Contrast;
  readonly telling: Telling;
}

/** An entry of a sum as a line of a table: its points, what it is about, how they come about, the words. */
export function entryRows(entry: ContrastEntry, told: Told): Cell[][] {
  const { view } = told.telling;
  const { detail, style } = view;
  const points = painted(entry.points, style, POINTS - 1);
  const line = [
    spelled(entry, view),
    detail === 'brief' ? places(entry, told) : words(entry, told),
  ];
  const lead = [
    { text: '', width: INDENT },
    { text: points, width: POINTS },
    { text: subjectOf(entry, view), width: subjectWidth(view) },
  ];
  const below = coverText(entry, told);
  const separator = detail === 'brief' ? ' ' : ': ';
  return [
    [...lead, { text: line.filter((text) => text !== '').join(separator) }],
    ...below.map((text) => [
      { text: '', width: INDENT + POINTS + subjectWidth(view) },
      { text: style.palette.faint(text) },
    ]),
  ];
}

/** An entry of a sum in a few words. */
export function briefly(entry: ContrastEntry, told: Told): string {
  const { view } = told.telling;
  const points = painted(entry.points, view.style);
  const name =
    entry.kind === 'quality' ? shortNameOf(entry, view) : entry.because.map(reasonWord).join(' & ');
  return [name, points, places(entry, told)].filter(Boolean).join(GLUE);
}

function subjectOf(entry: ContrastEntry, { names }: ExplanationView): string {
  switch (entry.kind) {
    case 'quality':
      return names.quality(entry.quality);
    case 'evidence':
      return 'evidence';
    case 'certain':
      return 'any answer';
    default:
      return entry satisfies never;
  }
}

/** What a line is called where it makes up for another one. */
function shortNameOf(entry: ContrastEntry, { names }: ExplanationView): string {
  return entry.kind === 'quality' ? names.quality(entry.quality) : reasonWords(entry.because);
}

/** `weight 5 (base 1, staleness=never 4) × (2 − 0)`; against not having a technique there is nothing to subtract. */
function spelled(entry: ContrastEntry, { style }: ExplanationView): string {
  if (entry.kind !== 'quality') return reasonWords(entry.because);
  const { weight, because, weightParts = [], rating, rivalRating } = entry;
  const rival = enclosed(rivalRating, style);
  const product = [
    style.glyphs.times,
    `(${plainNumber(rating, style)}`,
    style.glyphs.minus,
    `${rival})`,
  ];
  const parts = because.map((reason, index) =>
    [reasonWord(reason), weightParts[index]].join(' ').trim(),
  );
  return `weight ${weight} (${parts.join(', ')}) ${product.join(GLUE)}`;
}

/** The sentences that make the line, the side first that makes it so; of the other side the places. */
function words(entry: ContrastEntry, { contrast, telling }: Told): string {
  const { names, detail } = telling.view;
  const isOurs = tellsOwn(entry);
  const [first, second] = isOurs
    ? [entry.claims, entry.rivalClaims]
    : [entry.rivalClaims, entry.claims];
  const other = isOurs ? contrast.over?.alternative : contrast.alternative;
  const main = first.map((claim) => sentence(claim, telling)).join('; ');
  if (second.length === 0 || other === undefined) return main;
  const said =
    detail === 'full'
      ? second.map((claim) => sentence(claim, telling)).join('; ')
      : second.map(telling.notes.mark).join(' ');
  return `${main} (${names.alternative(other)}: ${said})`;
}

/** The side whose rating has the sign of the line; else the one that says anything. */
function tellsOwn(entry: ContrastEntry): boolean {
  if (entry.claims.length === 0 || entry.rivalClaims.length === 0) return entry.claims.length > 0;
  return entry.kind === 'quality'
    ? Math.sign(entry.rating) === Math.sign(entry.points) || entry.rivalRating === 0
    : true;
}

function sentence(claim: Citation, { view, notes }: Telling): string {
  return citation(claim, notes, (text) =>
    view.detail === 'full' ? text : beginning(text, MOST_OF_A_SENTENCE, view.style),
  );
}

function places({ claims, rivalClaims }: ContrastEntry, { telling }: Told): string {
  return [...claims, ...rivalClaims].map(telling.notes.mark).join(' ');
}

/** What makes up for a line against the pick. */
function coverText(entry: ContrastEntry, { contrast, telling }: Told): string[] {
  const { view } = telling;
  const { coveredBy = [], uncovered } = entry;
  const nameOf = ({ entry: index, points }: Cover) => {
    const by = contrast.entries[index];
    return by ? [`${shortNameOf(by, view)} (${signed(points, view.style)})`] : [];
  };
  const covers = coveredBy.flatMap(nameOf);
  const missing = covers.length === 0 ? '' : `${uncovered} of it `;
  const left = uncovered === undefined ? [] : [`${missing}covered by nothing`];
  const told = covers.length === 0 ? [] : [`covered by ${listed(covers, 'and')}`];
  return told.length + left.length === 0 ? [] : [[...told, ...left].join('; ')];
}
