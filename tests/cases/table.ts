import { percent, rowText } from '../support/figures.ts';
import { intervalText } from '../support/wilson.ts';
import { ACCEPTED } from './accepted.ts';
import { type Case, type Confidence, type Label, READERS, type Reader } from './case.ts';
import { POINTS, pointOf } from './points.ts';
import { scoreOf } from './score.ts';

/** A label with what the program picked under each reader's answers. */
export interface Judged {
  readonly of: Case;
  readonly label: Label;
  readonly isMain: boolean;
  readonly picks: Readonly<Record<Reader, readonly string[]>>;
}

const CONFIDENCES: readonly Confidence[] = ['strong', 'moderate', 'debatable'];
const WIDTHS = [26, 5, 20, 20, 10, 10];

/** Agreement per decision and per class, for both readers' answers, beside the two baselines. */
export function tableOf(all: readonly Judged[]): string {
  const main = all.filter(({ isMain }) => isMain);
  const also = all.filter(({ isMain }) => !isMain);
  const ofClass = (some: readonly Judged[], confidence: Confidence) =>
    some.filter(({ label }) => label.confidence === confidence);
  const ofPoint = (point: string) => main.filter(({ label }) => label.point === point);
  return [
    rowText(['', 'n', 'first reader', 'second reader', 'baseline', 'frequent'], WIDTHS),
    ...Object.keys(POINTS).map((point) => rates(point, ofPoint(point), main)),
    '',
    ...CONFIDENCES.map((confidence) => rates(confidence, ofClass(main, confidence), main)),
    rates('all', main, main),
    rates('all, notes heeded', main.map(withNotes), main),
    '',
    ...CONFIDENCES.map((each) => rates(`further, ${each}`, ofClass(also, each), main)),
    rates('further, all', also, main),
  ].join('\n');
}

/** The label with what the notes of its case accept. */
function withNotes(judged: Judged): Judged {
  const { of, label } = judged;
  const accepted = ACCEPTED[of.id]?.[label.point] ?? [];
  return { ...judged, label: { ...label, chosen: [...label.chosen, ...accepted] } };
}

function rates(name: string, judged: readonly Judged[], main: readonly Judged[]): string {
  const sum = (score: (one: Judged) => number) => judged.reduce((all, one) => all + score(one), 0);
  const own = READERS.map((reader) =>
    share(
      sum(({ picks, label }) => scoreOf(picks[reader], label)),
      judged.length,
    ),
  );
  const baseline = sum(({ label }) => scoreOf([pointOf(label.point).baseline], label));
  const frequent = sum(({ label }) => scoreOf(mostFrequent(label.point, main), label));
  return rowText(
    [
      name,
      String(judged.length),
      ...own,
      percent(baseline, judged.length),
      percent(frequent, judged.length),
    ],
    WIDTHS,
  );
}

/** The label that a decision point has most often. */
function mostFrequent(point: string, main: readonly Judged[]): string[] {
  const labels = main
    .filter(({ label }) => label.point === point)
    .flatMap(({ label }) => label.chosen);
  const countOf = (label: string) => labels.filter((each) => each === label).length;
  const [most] = [...new Set(labels)].sort((a, b) => countOf(b) - countOf(a));
  return most === undefined ? [] : [most];
}

function share(sum: number, count: number): string {
  return `${percent(sum, count)} ${intervalText(sum, count)}`;
}
