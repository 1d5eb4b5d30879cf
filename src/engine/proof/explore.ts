import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { OPEN, type Sheet } from './codes.ts';
import { narrowed } from './final.ts';
import type { Kinds } from './kinds.ts';
import type { Line } from './lines.ts';
import { listOutcomes, type Scene, sizeOf } from './list-outcomes.ts';
import { addQuestion, hasQuestion, isSubset, noQuestions, type Questions } from './questions.ts';
import { outcomeOf } from './world.ts';

/** More completions than this are not listed one by one (MODEL.md, section 3). */
export const MOST_COMPLETIONS = 20_000;

/** Completions looked at before all are listed. */
const SAMPLES = 12;
const SEED = 1;

/** What a line comes to in some completions, or in all of them. */
export interface Explored {
  readonly outcomes: ReadonlySet<number>;
  /** Questions of which a single answer was seen to change the outcome. */
  readonly deciding: Questions;
  /** All completions were looked at. */
  readonly isWhole: boolean;
}

/** Looks for completions that tell whether the outcome varies, and along which of the questions asked about. */
export function explore(scene: Scene, asked: Questions): Explored {
  const line = scene.line.map((stop) => narrowStop(stop, scene.sheet));
  const sampled = sample({ ...scene, line }, asked);
  const isDone = sampled.outcomes.size > 1 && isSubset(asked, sampled.deciding);
  return isDone || sizeOf(scene.kinds) > MOST_COMPLETIONS ? sampled : listAll(scene);
}

function narrowStop(stop: Line[number], sheet: Sheet): Line[number] {
  const contests = stop.contests.map((each) => ({ ...each, table: narrowed(each.table, sheet) }));
  return { ...stop, contests };
}

function sample({ line, sheet, kinds }: Scene, asked: Questions): Explored {
  const generator = xoroshiro128plus(SEED);
  const dice = (end: number) => uniformInt(generator, 0, end - 1);
  const outcomes = new Set<number>();
  const deciding = noQuestions(sheet.length);
  const isWanted = ({ question }: Kinds) =>
    hasQuestion(asked, question) && !hasQuestion(deciding, question);
  for (let round = 0; round < SAMPLES; round += 1) {
    const full = drawn(kinds, sheet, dice);
    outcomes.add(outcomeOf(line, full));
    for (const each of kinds.filter(isWanted)) {
      const found = outcomesAlong(each, line, full);
      if (found.size > 1) addQuestion(deciding, each.question);
      for (const outcome of found) outcomes.add(outcome);
    }
  }
  return { outcomes, deciding, isWhole: false };
}

function drawn(kinds: readonly Kinds[], sheet: Sheet, dice: (end: number) => number): Sheet {
  const full = sheet.slice();
  for (const { question, codes } of kinds) full[question] = codes[dice(codes.length)] ?? OPEN;
  return full;
}

/** What the answers to one question come to, while all others stay. */
function outcomesAlong({ question, codes }: Kinds, line: Line, full: Sheet): Set<number> {
  const before = full[question] ?? OPEN;
  const outcomes = new Set(
    codes.map((code) => {
      full[question] = code;
      return outcomeOf(line, full);
    }),
  );
  full[question] = before;
  return outcomes;
}

function listAll(scene: Scene): Explored {
  const outcomes = listOutcomes(scene);
  let stride = 1;
  const deciding = noQuestions(scene.sheet.length);
  for (const { question, codes } of scene.kinds.toReversed()) {
    const step = stride;
    stride *= codes.length;
    const varies = outcomes.some((outcome, index) => {
      const digit = Math.floor(index / step) % codes.length;
      return outcome !== outcomes[index - digit * step];
    });
    if (varies) addQuestion(deciding, question);
  }
  return { outcomes: new Set(outcomes), deciding, isWhole: true };
}
