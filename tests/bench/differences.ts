import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { verdictsOn } from '../../src/engine/advice/verdicts.ts';
import type { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { built } from './built.ts';
import { oldBuild } from './old-build.ts';
import { oldKnowledge } from './old-knowledge.ts';
import { type Sheet, sheetsFor } from './sheets.ts';

/**
 * Holds status and picks on all profiles and 200 random sheets beside those of the engine that was replaced, and lists
 * every difference by its class. It fails if one is of a class that is not meant: another pick, or less that is proved.
 * A number after the command is the seed.
 */
const SEED = Number(process.argv[2] ?? 1);
const SHEETS = 200;

/** What a difference is where the pick is the same. */
const MEANT = {
  apart: 'the same pick, proved as if the decision applied; whether it applies is undecided',
  proved: 'the same pick, which is now proved',
};

interface Difference {
  readonly sheet: number;
  readonly decision: string;
  readonly kind: string;
}

/** Without what the old engine cannot read, and without combinations: it did not choose picks that fit together. */
const folder = oldKnowledge('combinations');

const verdictsOf = async (
  load: typeof loadKnowledge,
  on: typeof verdictsOn,
): Promise<(sheet: Sheet) => readonly Verdict[]> => {
  const { knowledge } = await load({ knowledge: [folder], add: [] });
  if (knowledge === undefined) throw new Error('The knowledge cannot be read');
  const verdicts = on(knowledge);
  return ({ answers, pins }) => verdicts(answers, pins);
};

const old = createRequire(import.meta.url)(join(oldBuild(), 'dist/index.js'));
const { loadKnowledge: load } = built('knowledge/load');
const now = await verdictsOf(load, built('engine/advice/verdicts').verdictsOn);
const before = await verdictsOf(old.loadKnowledge, old.verdictsOn);
const { knowledge } = await load({ knowledge: [folder], add: [] });
if (knowledge === undefined) throw new Error('The knowledge cannot be read');
const { partial } = drawingFrom(knowledge, SEED);
const random = Array.from({ length: SHEETS }, (_, index) => ({
  answers: partial(index / SHEETS),
  pins: new Map(),
}));
const sheets = [...sheetsFor(knowledge).profiles, ...random];
const all = sheets.flatMap((sheet, index) => {
  const earlier = new Map(before(sheet).map((each) => [each.id, each]));
  return now(sheet).flatMap((each) => differenceOf(each, earlier.get(each.id), index));
});
const print = (line: string) => process.stdout.write(`${line}\n`);
for (const { sheet, decision, kind } of all) print(`sheet ${sheet} ${decision}: ${kind}`);
print(
  `${sheets.length} sheets, ${sheets.length * knowledge.decisions.size} verdicts, seed ${SEED}`,
);
for (const [kind, count] of countsIn(all)) print(`${count} × ${kind}`);
const isMeant = all.every(({ kind }) => Object.values(MEANT).includes(kind));
process.exitCode = isMeant ? 0 : 1;

function differenceOf(own: Verdict, old: Verdict | undefined, sheet: number): Difference[] {
  if (own.status === old?.status && picksIn(own) === picksIn(old)) return [];
  return [{ sheet, decision: own.id, kind: kindOf(own, old) }];
}

function kindOf(own: Verdict, old: Verdict | undefined): string {
  const isSame = old?.status === 'open' && picksIn(own) === picksIn(old);
  if (isSame) return own.applies === 'undecided' ? MEANT.apart : MEANT.proved;
  return `${old?.status} ${old && picksIn(old)} became ${own.status} ${picksIn(own)}`;
}

function picksIn({ recommended }: Verdict): string {
  return recommended.join(' and ') || 'nothing';
}

function countsIn(differences: readonly Difference[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of differences) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
