import type { Contrast, ContrastEntry } from '../../model/explanation.ts';
import type { Comparison, ComparisonVerdict } from '../../model/reading.ts';
import { reasonTitle, stopped } from '../explain/answer-words.ts';
import { commandLines, labelled, paragraph } from '../layout/layout.ts';
import { limited } from '../layout/limited.ts';
import { withoutLabel } from '../layout/references.ts';
import { GLUE } from '../layout/style.ts';
import { certaintyWords } from '../words/certainty.ts';
import { listed, listedFirst } from '../words/names.ts';
import { count, painted, signed } from '../words/numbers.ts';
import { type ComparisonView, decisionsIn } from './comparison-view.ts';

const LABEL = 10;
const MOST_REASONS = 3;
const MOST_QUESTIONS = 5;
const LINES_OF_A_REASON = 2;

/** Which alternative is ahead for the system at hand, how surely and why; without answers, which of them would decide. */
export function comparisonVerdictLines({ decisions }: Comparison, view: ComparisonView): string[] {
  const [decision, ...others] = decisionsIn(decisions);
  if (decision === undefined || others.length > 0 || decisions.includes(undefined)) return [];
  if (view.verdict) return verdictLines(view.verdict, view);
  const { names, style, outlook } = view;
  const asked = (outlook?.questions ?? []).map(({ question }) => names.questionTitle(question));
  const text =
    asked.length === 0
      ? `No question can change ${names.decision(decision.id)}.`
      : `${stopped(`Which of them fits your system depends mostly on ${asked.slice(0, MOST_QUESTIONS).join(', ')}`)} For a verdict, give answers with --answers, --profile or --set.`;
  return ['', ...paragraph(text, style.width)];
}

function verdictLines(verdict: ComparisonVerdict, view: ComparisonView): string[] {
  const { style, system } = view;
  const { width, palette } = style;
  const { contrast } = verdict;
  return [
    '',
    ...paragraph(palette.strong(`For ${system}`), width),
    ...paragraph(verdictText(verdict, view), width, 2),
    ...(contrast ? reasonLines(contrast, view) : []),
    ...(contrast?.over ? commandFor(verdict, contrast, view) : []),
  ];
}

function commandFor(
  { id, recommended }: ComparisonVerdict,
  { alternative, over }: Contrast,
  { explainIt, style }: ComparisonView,
): string[] {
  const rival = recommended.includes(alternative) ? over?.alternative : alternative;
  const words = explainIt(id, rival ?? alternative);
  return ['', ...commandLines('Full calculation: ', words, style).map(style.palette.faint)];
}

function verdictText(verdict: ComparisonVerdict, view: ComparisonView): string {
  const { applies, several, contrast } = verdict;
  const { names } = view;
  if (applies === 'no') return `${names.decision(verdict.id)} does not apply with these answers.`;
  const sentences = several
    ? techniqueTexts(verdict, view)
    : [...(contrast ? [aheadText(contrast, view), ...surelyTexts(verdict, contrast, view)] : [])];
  return [...sentences, ...recommendationTexts(verdict, view)].join(' ');
}

/** Each by itself, where several may be picked. */
function techniqueTexts(
  { ranking }: ComparisonVerdict,
  { names, style }: ComparisonView,
): string[] {
  return ranking.map(({ alternative, score, picked }) => {
    const worth = picked ? 'is worth its cost' : 'is not worth its cost';
    const points = `${signed(score, style)} ${Math.abs(score) === 1 ? 'point' : 'points'}`;
    return `${names.alternative(alternative)} ${worth} (${points}).`;
  });
}

function aheadText({ alternative, over, lead, excludedBy }: Contrast, { names }: ComparisonView) {
  const own = names.alternative(alternative);
  const rival = names.alternative(over?.alternative ?? '');
  const isOut = (rules: Contrast['excludedBy']) => rules.some(({ state }) => state === 'certain');
  if (isOut(excludedBy)) return `Both ${own} and ${rival} are ruled out.`;
  if (isOut(over?.excludedBy ?? [])) return `${rival} is ruled out; ${own} is not.`;
  if (lead === 0) return `${own} and ${rival} are level on points.`;
  return lead > 0
    ? `${own} is ahead of ${rival} by ${count(lead, 'point')}.`
    : `${own} is ${count(-lead, 'point')} behind ${rival}.`;
}

/** Whether open questions can turn the two round. */
function surelyTexts(
  { dependsOn, status }: ComparisonVerdict,
  { lowestLead = 0, over }: Contrast,
  { names }: ComparisonView,
): string[] {
  if (over?.excludedBy.some(({ state }) => state === 'certain')) return [];
  if (lowestLead > 0) return ['No answer to an open question can change that.'];
  if (status !== 'open' || dependsOn.length === 0) return [];
  const titles = dependsOn.map(names.questionTitle);
  return [stopped(`Open questions that can change that: ${listedFirst(titles, MOST_QUESTIONS)}`)];
}

/** What is recommended, with how sure that is; whether or not it is among those that are compared. */
function recommendationTexts(verdict: ComparisonVerdict, { names }: ComparisonView): string[] {
  const { recommended, several } = verdict;
  if (several || recommended.length === 0) return [];
  const picks = listed(recommended.map(names.alternative), 'and');
  return [`Recommended: ${picks} (${certaintyWords(verdict, names).replaceAll(GLUE, ' ')}).`];
}

/** The two or three strongest reasons for the one that is ahead, and the strongest against it. */
function reasonLines(contrast: Contrast, view: ComparisonView): string[] {
  const { width } = view.style;
  const sides = [1, -1].map((sign) =>
    contrast.entries.filter(({ points }) => Math.sign(points) === sign),
  );
  const [own = [], rival = []] = sides;
  const texts = (entries: readonly ContrastEntry[], most: number) =>
    entries.slice(0, most).flatMap((entry) => reasonText(entry, view));
  return [
    ...labelled('For', texts(own, MOST_REASONS), { width, column: LABEL }),
    ...labelled('Against', texts(rival, 1), { width, column: LABEL }),
  ];
}

/** `+9 transactional integrity: ACID transactions change many records …` */
function reasonText(entry: ContrastEntry, { names, style }: ComparisonView): string {
  const { points, claims, rivalClaims, because } = entry;
  const titles = [...new Set(because.map((reason) => reasonTitle(reason, names)))];
  const subject = entry.kind === 'quality' ? names.quality(entry.quality) : listed(titles, 'and');
  const isOwn = claims.length > 0 && (points > 0 || rivalClaims.length === 0);
  const [claim] = isOwn ? claims : rivalClaims;
  const said = claim ? `: ${withoutLabel(claim)}` : '';
  const room = style.width - LABEL - 2;
  const lines = limited(`${subject}${said}`, { width: room - 4, most: LINES_OF_A_REASON, style });
  return `${painted(points, style)} ${lines.join(' ')}`;
}
