import { UserError } from '../../src/common/user-error.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgePaths, Loaded } from '../../src/knowledge/read-knowledge.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** Knowledge of four questions and four decisions, small enough to see through. */
export const SMALL = 'tests/fixtures/cli';

const loaded = new Map<string, Promise<Loaded>>();

/** What does not change while tests run is loaded and compiled once a worker; other knowledge each time. */
export function loadOnce(paths: KnowledgePaths): Promise<Loaded> {
  const { knowledge, add } = paths;
  const key = knowledge.join();
  if (add.length > 0 || !['', SMALL].includes(key)) return loadKnowledge(paths);
  const known = loaded.get(key) ?? loadKnowledge(paths);
  loaded.set(key, known);
  return known;
}

/** The knowledge that comes with the program. */
export function builtInKnowledge(): Promise<KnowledgeBase> {
  return whole({ knowledge: [], add: [] });
}

export function smallKnowledge(): Promise<KnowledgeBase> {
  return whole({ knowledge: [SMALL], add: [] });
}

async function whole(paths: KnowledgePaths): Promise<KnowledgeBase> {
  const { knowledge } = await loadOnce(paths);
  if (knowledge === undefined) throw new UserError('The knowledge is unreadable');
  return knowledge;
}
