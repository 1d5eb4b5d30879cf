import type { Citation } from '../../model/advice.ts';
import type { Contrast, ContrastEntry, Cover } from '../../model/explanation.ts';
import type { Cell } from '../layout/layout.ts';
import { citation } from '../layout/references.ts';
import { GLUE } from '../layout/style.ts';
import { listed, reasonWord, reasonWords } from '../words/names.ts';
import { enclosed, painted, plainNumber, signed } from '../words/numbers.ts';
import {
  beginning,
  type Citing,
  type ExplanationView,
  INDENT,
  POINTS,
  subjectWidth,
} from './explanation-view.ts';

/** Characters of a sentence before `--full`. */
const MOST_OF_A_SENTENCE = 72;

/** The sum that an entry belongs to. */
export interface Sum {
  readonly contrast: Contrast;
  readonly citing: Citing;
}

/** An entry of a sum as a line of a table: its points, what it is about, how they come about, the words. */
export function entryRows(entry: ContrastEntry, sum: Sum): Cell[][] {
  const { view } = sum.citing;
  const { detail, style } = view;
  const points = painted(entry.points, style, POINTS - 1);
  const line = [spelled(entry, view), detail === 'brief' ? places(entry, sum) : words(entry, sum)];
  const lead = [
    { text: '', width: INDENT },
    { text: points, width: POINTS },
    { text: subjectOf(entry, view), width: subjectWidth(view) },
  ];
  const below = coverText(entry, sum);
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
export function briefly(entry: ContrastEntry, sum: Sum): string {
  const { view } = sum.citing;
  const points = painted(entry.points, view.style);
  const name =
    entry.kind === 'quality' ? shortNameOf(entry, view) : entry.because.map(reasonWord).join(' & ');
  return [name, points, places(entry, sum)].filter(Boolean).join(GLUE);
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
function words(entry: ContrastEntry, { contrast, citing }: Sum): string {
  const { names, detail } = citing.view;
  const isOurs = tellsOwn(entry);
  const [first, second] = isOurs
    ? [entry.claims, entry.rivalClaims]
    : [entry.rivalClaims, entry.claims];
  const other = isOurs ? contrast.over?.alternative : contrast.alternative;
  const main = first.map((claim) => sentence(claim, citing)).join('; ');
  if (second.length === 0 || other === undefined) return main;
  const said =
    detail === 'full'
      ? second.map((claim) => sentence(claim, citing)).join('; ')
      : second.map(citing.notes.mark).join(' ');
  return `${main} (${names.alternative(other)}: ${said})`;
}

/** The side whose rating has the sign of the line; else the one that says anything. */
function tellsOwn(entry: ContrastEntry): boolean {
  if (entry.claims.length === 0 || entry.rivalClaims.length === 0) return entry.claims.length > 0;
  return entry.kind === 'quality'
    ? Math.sign(entry.rating) === Math.sign(entry.points) || entry.rivalRating === 0
    : true;
}

function sentence(claim: Citation, { view, notes }: Citing): string {
  return citation(claim, notes, (text) =>
    view.detail === 'full' ? text : beginning(text, MOST_OF_A_SENTENCE, view.style),
  );
}

function places({ claims, rivalClaims }: ContrastEntry, { citing }: Sum): string {
  return [...claims, ...rivalClaims].map(citing.notes.mark).join(' ');
}

/** What makes up for a line against the pick. */
function coverText(entry: ContrastEntry, { contrast, citing }: Sum): string[] {
  const { view } = citing;
  const { coveredBy = [], uncovered } = entry;
  const nameOf = ({ entry: index, points }: Cover) => {
    const by = contrast.entries[index];
    return by ? [`${shortNameOf(by, view)} (${signed(points, view.style)})`] : [];
  };
  const covers = coveredBy.flatMap(nameOf);
  const missing = covers.length === 0 ? '' : `${uncovered} of it `;
  const left = uncovered === undefined ? [] : [`${missing}covered by nothing`];
  const covered = covers.length === 0 ? [] : [`covered by ${listed(covers, 'and')}`];
  return covered.length + left.length === 0 ? [] : [[...covered, ...left].join('; ')];
}
