import type { Citation } from '../../model/advice.ts';
import type { Contrast, ContrastEntry, Cover, QualityEntry } from '../../model/explanation.ts';
import type { Cell } from '../layout/layout.ts';
import { citation } from '../layout/references.ts';
import { GLUE } from '../layout/style.ts';
import { listed } from '../words/names.ts';
import { count, enclosed, painted, plainNumber } from '../words/numbers.ts';
import { reasonTitle, reasonWords } from './answer-words.ts';
import {
  beginning,
  type Citing,
  type ExplanationView,
  INDENT,
  POINTS,
  subjectWidth,
} from './explanation-view.ts';

/** Characters of a sentence before `--full`. */
const MOST_OF_A_SENTENCE = 90;

/** The sum that an entry belongs to. */
export interface Sum {
  readonly contrast: Contrast;
  readonly citing: Citing;
}

/** An entry of a sum as lines of a table: its points, what it is about and the words, then how the points come about. */
export function entryRows(entry: ContrastEntry, sum: Sum): Cell[][] {
  const { view } = sum.citing;
  const { style } = view;
  const lead = [
    { text: '', width: INDENT },
    { text: painted(entry.points, style, POINTS - 1), width: POINTS },
    { text: subjectOf(entry, view), width: subjectWidth(view) },
  ];
  const below = [...spelled(entry, view), ...coverText(entry, sum)];
  return [
    [...lead, { text: words(entry, sum) }],
    ...below.map((text) => [
      { text: '', width: INDENT + POINTS + subjectWidth(view) },
      { text: style.palette.faint(text) },
    ]),
  ];
}

/** An entry of a sum in a few words: `Kind of data +5`. */
export function briefly(entry: ContrastEntry, view: ExplanationView): string {
  return `${subjectOf(entry, view)}${GLUE}${painted(entry.points, view.style)}`;
}

/** A quality by its name, evidence by what was asked. */
function subjectOf(entry: ContrastEntry, { names }: ExplanationView): string {
  if (entry.kind === 'quality') return names.quality(entry.quality);
  const titles = entry.because.map((reason) => reasonTitle(reason, names));
  return listed([...new Set(titles)], 'and');
}

/** How the points of a quality come about; and, with `--full`, the answers that evidence rests on. */
function spelled(entry: ContrastEntry, view: ExplanationView): string[] {
  const { names, detail } = view;
  switch (entry.kind) {
    case 'quality':
      return [productText(entry, view)];
    case 'evidence':
      return detail === 'full'
        ? [entry.because.map((reason) => reasonWords(reason, names)).join('; ')]
        : [];
    case 'certain':
      return ['counts whatever the answer'];
    default:
      return entry satisfies never;
  }
}

/** `weight 5 × (2 − (−1)); in general 1, Data freshness 4` */
function productText(entry: QualityEntry, { style, names, detail }: ExplanationView): string {
  const { weight, because, weightParts = [], rating, rivalRating } = entry;
  const { times, minus } = style.glyphs;
  const [own, rival] = [plainNumber(rating, style), enclosed(rivalRating, style)];
  const product = [`weight${GLUE}${weight}`, times, `(${own}`, minus, `${rival})`].join(GLUE);
  const parts = because.map((reason, index) => {
    const title = detail === 'full' ? reasonWords(reason, names) : reasonTitle(reason, names);
    return [title, weightParts[index]].filter((part) => part !== undefined).join(GLUE);
  });
  return `${product}; weight: ${parts.join(', ')}`;
}

/** The sentences that make the line, the side first that makes it so; of the other side the places. */
function words(entry: ContrastEntry, { contrast, citing }: Sum): string {
  const { names, detail } = citing.view;
  const isOurs = isOfOwn(entry);
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
function isOfOwn(entry: ContrastEntry): boolean {
  if (entry.claims.length === 0 || entry.rivalClaims.length === 0) return entry.claims.length > 0;
  return entry.kind === 'quality'
    ? Math.sign(entry.rating) === Math.sign(entry.points) || entry.rivalRating === 0
    : true;
}

function sentence(claim: Citation, { view, notes }: Citing): string {
  return citation(claim, notes, (text) => shortenedIn(text, view));
}

function shortenedIn(text: string, { detail, style }: ExplanationView): string {
  return detail === 'full' ? text : beginning(text, MOST_OF_A_SENTENCE, style);
}

/** With `--full`: what makes up for a line against the pick. */
function coverText(entry: ContrastEntry, { contrast, citing }: Sum): string[] {
  const { view } = citing;
  if (view.detail !== 'full') return [];
  const { coveredBy = [], uncovered } = entry;
  const nameOf = ({ entry: index, points }: Cover) => {
    const by = contrast.entries[index];
    return by ? [`${subjectOf(by, view)} (${count(points, 'point')})`] : [];
  };
  const covers = coveredBy.flatMap(nameOf);
  const covered = covers.length === 0 ? [] : [`offset by ${listed(covers, 'and')}`];
  const left = uncovered === undefined ? [] : [`${count(uncovered, 'point')} not offset`];
  return covered.length + left.length === 0 ? [] : [[...covered, ...left].join('; ')];
}
