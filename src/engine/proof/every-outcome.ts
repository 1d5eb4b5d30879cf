import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { denseOf } from './dense.ts';
import { MOST_COMPLETIONS } from './explore.ts';
import { namesIn } from './judge-all.ts';
import { openKinds } from './kinds.ts';
import { lineOf } from './lines.ts';
import { listOutcomes, sizeOf } from './list-outcomes.ts';
import { NOT_APPLICABLE } from './world.ts';

/** What a decision comes to under all answers, each different set of picks once; undefined where there are too many. */
export function everyOutcome(knowledge: KnowledgeBase, decision: string): string[][] | undefined {
  const dense = denseOf(knowledge);
  const { codes, decisions, indexOf } = dense;
  const index = indexOf.get(decision) ?? -1;
  const line = lineOf(dense, index, new Map());
  const sheet = codes.encode(new Map());
  const racers = line.flatMap(({ contests }) => contests.map(({ table }) => 2 ** table.width - 1));
  const kinds = openKinds(line, { codes, sheet, racers });
  if (sizeOf(kinds) > MOST_COMPLETIONS) return undefined;
  const picks = new Set(listOutcomes({ line, sheet, kinds }));
  const { alternatives = [] } = decisions[index] ?? {};
  return [...picks].map((bits) => (bits === NOT_APPLICABLE ? [] : namesIn(bits, alternatives)));
}
