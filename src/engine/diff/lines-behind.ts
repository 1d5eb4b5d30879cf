import type { CountedReason } from './counted-reasons.ts';
import type { ChangedLine, Line } from './line.ts';
import type { Paired } from './pair-up.ts';
import type { Stage } from './stage.ts';

/** Those of the changed lines that are behind a changed reason. */
export function linesBehind(
  reason: Paired<CountedReason>,
  lines: readonly ChangedLine[],
  stages: readonly [Stage, Stage],
): ChangedLine[] {
  const [before, after] = stages;
  return lines.filter(
    (line) =>
      (line.before && isBehind(line.before, reason, before)) ||
      (line.after && isBehind(line.after, reason, after)),
  );
}

/** A line of one side. */
function isBehind(line: Line, { before, after }: Paired<CountedReason>, stage: Stage): boolean {
  const reason = after ?? before;
  if (reason === undefined) return false;
  const questions = [before, after].flatMap((each) => each?.questions ?? []);
  const subjects = [before?.subject, after?.subject];
  switch (reason.kind) {
    case 'quality':
      return isOnQuality(line, reason.subject, stage);
    case 'evidence':
    case 'hard-rule':
      return line.kind === reason.kind
        ? subjects.includes(line.said.text)
        : isOnAnswers(line) && line.questions.some((each) => questions.includes(each));
    case 'certain':
      return isOnQuestion(line, reason.subject, stage);
    default:
      return reason.kind satisfies never;
  }
}

/** A claim, its place among the driving qualities, or a weight that somebody cares about for certain. */
function isOnQuality({ said, questions }: Line, quality: string, { known }: Stage): boolean {
  return said.quality === quality && questions.every((each) => known.answers.has(each));
}

/** Which answers a question has. */
function isOnAnswers({ kind }: Line): boolean {
  return kind === 'question' || kind === 'choice' || kind === 'limits';
}

/** What an open question adds for certain: by conditions on it alone, and by weights of qualities on which there are claims. */
function isOnQuestion(
  { kind, said: { quality = '' }, questions }: Line,
  question: string,
  { knowledge }: Stage,
): boolean {
  if (kind === 'hard-rule') return false;
  if (kind === 'weight' || questions.length > 0) {
    return questions.length > 0 && questions.every((each) => each === question);
  }
  const choices = knowledge.questions.get(question)?.choices ?? [];
  return choices.some(({ weights }) => (weights.get(quality) ?? 0) !== 0);
}
