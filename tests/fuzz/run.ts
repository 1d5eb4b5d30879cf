import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInVocabulary } from '../support/built-in.ts';
import { drawing, readMes } from './cases.ts';
import { faultOf } from './faults.ts';
import { smallest } from './smallest.ts';
import { slownessOf } from './time.ts';

/**
 * Reads random documents, and looks for an error, a place that is not in the document, another tree than that of the parser alone, and for
 * what takes many times as long. Each fault is printed once, with the seed of its case, and its document, made as small as can be, is
 * written to a temporary folder; where one hangs, it is the last file there.
 *
 *     npm run fuzz -- --minutes 10
 *     npm run fuzz -- --seed 123 --cases 1
 *     npm run fuzz -- --minutes 10 --length 2000
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    cases: { type: 'string', default: '' },
    length: { type: 'string', default: '40000' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000_000}` },
  },
});
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
const most = values.cases === '' ? Number.POSITIVE_INFINITY : Number(values.cases);
const end = values.cases === '' ? Date.now() + minutes * 60_000 : Number.POSITIVE_INFINITY;

const vocabulary = await builtInVocabulary();
const draw = drawing(Number(values.length), readMes());
/** Characters below which the time of a document is all start. */
const LEAST_TIMED = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-fuzz-'));
const current = join(folder, 'current.md');
const faults = new Set<string>();
/** In milliseconds. */
const MOST_SHRINKING = 60_000;

console.log(`seed ${seed}, documents in ${folder}`);
let cases = 0;
for (; cases < most && Date.now() < end; cases += 1) {
  const text = draw(seed + cases);
  writeFileSync(current, text);
  const fault = faultOf(text, vocabulary, text.length < LEAST_TIMED ? undefined : slownessOf);
  if (fault === undefined || faults.has(fault)) continue;
  faults.add(fault);
  const file = join(folder, `${seed + cases}.md`);
  console.log(`${fault}\n  --seed ${seed + cases} --cases 1: ${file}`);
  writeFileSync(file, shrunken(text, fault));
}
rmSync(current, { force: true });
console.log(`${cases} cases, ${faults.size} faults`);
if (faults.size > 0) process.exitCode = 1;
else rmSync(folder, { recursive: true });

/** Whether a text takes long is looked at only where that is the fault. */
function shrunken(text: string, fault: string): string {
  const last = faultOf(text, vocabulary) === undefined ? slownessOf : undefined;
  return smallest(text, (shorter) => faultOf(shorter, vocabulary, last) === fault, MOST_SHRINKING);
}
