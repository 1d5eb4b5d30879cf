import type { Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Share, Shares } from '../model/shares.ts';
import { type Counted, countOutcomes } from './proof/count-outcomes.ts';
import { denseOf } from './proof/dense.ts';
import { has } from './proof/dense-table.ts';
import { docketFor } from './proof/dockets.ts';
import { judgeAll } from './proof/judge-all.ts';
import type { Kinds } from './proof/kinds.ts';
import { lineFor } from './proof/lines.ts';
import { sceneOf } from './proof/scene.ts';
import { seedOf } from './proof/seed-of.ts';
import { NOT_APPLICABLE } from './proof/world.ts';

/** What a share is counted for. */
export interface Situation {
  readonly answers: Answers;
  readonly pins: Pins;
}

/**
 * The shares of a decision (MODEL.md, section 4), over the questions that touch it: exact up to 20,000 completions that
 * differ, else from samples that are the same in each run. Undefined for an unknown decision.
 */
export function sharesOf(
  knowledge: KnowledgeBase,
  decision: string,
  { answers, pins }: Situation,
): Shares | undefined {
  const dense = denseOf(knowledge);
  const index = dense.indexOf.get(decision);
  if (index === undefined) return undefined;
  const docket = docketFor(dense, pins, index);
  const line = docket.lines.at(-1) ?? [];
  const sheet = dense.codes.encode(answers);
  const earlier = judgeAll(docket, sheet, { isExact: false });
  const idOf = ({ question }: Kinds) => dense.codes.questions[question]?.id ?? '';
  const counted = (line.at(-1)?.contests ?? []).map((contest, place) => {
    const racers = earlier.get(index)?.contests[place]?.racers ?? 0;
    const scene = sceneOf(lineFor(line, contest), racers, { codes: dense.codes, sheet, earlier });
    return countOutcomes(scene, seedOf(scene.kinds.map(idOf).join()));
  });
  return joined(counted, dense.decisions[index]?.alternatives ?? []);
}

/** Each contest by itself; whether the decision applies is the same for all of them. */
function joined(counted: readonly Counted[], alternatives: readonly string[]): Shares {
  const shares = alternatives.flatMap((alternative, place): Share[] => {
    const isIn = (outcome: number) => outcome !== NOT_APPLICABLE && has(outcome, place);
    const share = Math.max(0, ...counted.map((each) => thousandths(each, isIn)));
    return share > 0 ? [{ alternative, share }] : [];
  });
  const [first] = counted;
  const none = first ? thousandths(first, (outcome) => outcome === NOT_APPLICABLE) : 0;
  return {
    sampled: counted.some(({ isSampled }) => isSampled),
    shares,
    ...(none > 0 && { notApplicable: none }),
  };
}

function thousandths({ counts, total }: Counted, isIn: (outcome: number) => boolean): number {
  const inside = [...counts].reduce((sum, [outcome, n]) => (isIn(outcome) ? sum + n : sum), 0);
  if (inside === 0 || inside === total) return inside === 0 ? 0 : 1_000;
  return Math.min(999, Math.max(1, Math.round((1_000 * inside) / total)));
}
