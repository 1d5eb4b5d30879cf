import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { markdownTable } from './markdown-table.ts';
import { pooled, type QuickPoint, type Tally } from './quick-curve.ts';
import type { TopicStudy } from './topic-study.ts';

/** What the interviews came to, as tables: about all decisions at once, and about single ones. */
export function interviewsText(
  all: TopicStudy,
  single: readonly TopicStudy[],
  { questions, version }: KnowledgeBase,
): string {
  const studies = [all, ...single];
  const interviews = studies.reduce((sum, { adaptive }) => sum + adaptive.length, 0);
  return [
    `Knowledge ${version}: ${questions.size} questions, ${single.length} decisions; ${single[0]?.adaptive.length} interviews on each, ${all.adaptive.length} in the other orders and on all at once`,
    `${unsettledIn(studies)} interviews ended with something open`,
    'Questions until all is settled: mean (median, 90th percentile)',
    questionsTable(all, single),
    `Of the fewest in hindsight ${unprovedIn(studies)} of ${interviews} are upper bounds, all others exact`,
    'All decisions at once with `--quick`',
    quickTable(all.quick),
    'Single decisions with `--quick`',
    quickTable(
      all.quick.map((_, index) => pooled(single.flatMap(({ quick }) => quick[index] ?? []))),
    ),
  ].join('\n\n');
}

/** How many questions the interviews take in the mean, in the order of the advisor. */
export function meanQuestions(studies: readonly TopicStudy[]): number {
  return mean(studies.flatMap(({ adaptive }) => adaptive.map(({ questions }) => questions)));
}

/** Interviews that ended with something open; in any order. */
export function unsettledIn(studies: readonly TopicStudy[]): number {
  const walks = studies.flatMap(({ adaptive, file, random }) => [adaptive, file, random]).flat();
  return walks.filter(({ isSettled }) => !isSettled).length;
}

function unprovedIn(studies: readonly TopicStudy[]): number {
  return studies.flatMap(({ hindsight }) => hindsight).filter(({ isProved }) => !isProved).length;
}

/** Interviews on one topic, or on several taken together. */
interface Counted extends Pick<TopicStudy, 'adaptive' | 'file' | 'random' | 'hindsight'> {
  readonly name: string;
}

function rowsOf(all: TopicStudy, single: readonly TopicStudy[]): Counted[] {
  return [
    { ...all, name: 'all decisions at once' },
    {
      name: 'one decision',
      adaptive: single.flatMap(({ adaptive }) => adaptive),
      file: single.flatMap(({ file }) => file),
      random: single.flatMap(({ random }) => random),
      hindsight: single.flatMap(({ hindsight }) => hindsight),
    },
    ...single.map((study) => ({ ...study, name: `\`${study.decision}\`` })),
  ];
}

function questionsTable(all: TopicStudy, single: readonly TopicStudy[]): string {
  const rows = rowsOf(all, single).map(({ name, adaptive, file, random, hindsight }) => {
    const counts = [adaptive, file, random].map((walks) => walks.map(({ questions }) => questions));
    return [name, ...[...counts, hindsight.map(({ size }) => size)].map(spreadText)];
  });
  const head = ['', 'adaptive', 'file order', 'random order', 'fewest in hindsight'];
  return markdownTable(head, rows);
}

function quickTable(points: readonly QuickPoint[]): string {
  const rows = points.map(({ share, interviews, questions, picks, openPicks }) => [
    `${(share / 1_000).toFixed(2)}`,
    (questions / interviews).toFixed(1),
    partText(picks),
    `${(openPicks.count / interviews).toFixed(1)}`,
    partText(openPicks),
  ]);
  const head = ['share', 'questions', 'picks that stay', 'not proved', 'of these that stay'];
  return markdownTable(head, rows);
}

function partText({ count, right }: Tally): string {
  return count === 0 ? '' : `${((100 * right) / count).toFixed(1)} %`;
}

function spreadText(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return `${mean(values).toFixed(1)} (${at(0.5)}, ${at(0.9)})`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
