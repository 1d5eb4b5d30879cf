import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Question } from '../../model/question.ts';
import type { Dense } from './dense.ts';
import { seedOf } from './seed-of.ts';

/** How many scenarios are drawn. */
export const SCENARIOS = 128;

const drawnBefore = new WeakMap<Dense, (Int32Array | undefined)[]>();

/** The answers to a question in all scenarios, as codes: legal ones, each as likely, the same whatever else is open. */
export function drawnAnswers(dense: Dense, question: number): Int32Array {
  const known = drawnBefore.get(dense) ?? [];
  drawnBefore.set(dense, known);
  const own = known[question] ?? draw(dense, question);
  known[question] = own;
  return own;
}

function draw({ codes }: Dense, index: number): Int32Array {
  const question = codes.questions[index];
  const drawn = new Int32Array(SCENARIOS);
  if (question === undefined) return drawn;
  const generator = xoroshiro128plus(seedFor(question.id));
  const dice = (end: number) => uniformInt(generator, 0, end - 1);
  for (let number = 0; number < WARM_UP; number += 1) dice(2);
  return drawn.map(() => codes.codeOf(index, legalAnswer(question, dice)));
}

/** Ids that are nearly alike get seeds that are not: the generator begins alike for seeds that are near. */
function seedFor(id: string): number {
  return mixed(mixed(seedOf(id)));
}

/** Each bit hangs on all bits: the finalizer of MurmurHash3 (Austin Appleby, public domain). */
function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** Numbers that are thrown away, until the state is well stirred. */
const WARM_UP = 64;

type Dice = (end: number) => number;

/** A choice that stands alone, or a set of at least one of the others; sizes as likely as there are sets of them. */
function legalAnswer({ several, choices, limit }: Question, dice: Dice): readonly string[] {
  const alone = choices.filter(({ exclusive }) => exclusive || !several);
  const others = choices.filter(({ exclusive }) => !exclusive && several);
  const sets = setsBySize(others.length, Math.min(limit ?? others.length, others.length));
  let left = dice(alone.length + sets.reduce((sum, each) => sum + each, 0));
  if (left < alone.length) return [alone[left]?.id ?? ''];
  left -= alone.length;
  let size = 1;
  for (const each of sets) {
    if (left < each) break;
    left -= each;
    size += 1;
  }
  return subset(
    others.map(({ id }) => id),
    size,
    dice,
  );
}

/** How many sets of 1, 2, … of so many items there are. */
function setsBySize(items: number, largest: number): number[] {
  let sets = 1;
  return Array.from({ length: largest }, (_, index) => {
    sets = (sets * (items - index)) / (index + 1);
    return sets;
  });
}

/** In the order of the items. */
function subset(items: readonly string[], size: number, dice: Dice): string[] {
  let wanted = size;
  return items.filter((_, index) => {
    const isTaken = dice(items.length - index) < wanted;
    if (isTaken) wanted -= 1;
    return isTaken;
  });
}
