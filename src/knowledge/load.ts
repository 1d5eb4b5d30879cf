import { builtInKnowledge } from './built-in.ts';
import type { KnowledgePaths, Loaded } from './read-knowledge.ts';

/** Reads the knowledge base from disk. Throws a `UserError` for a path that is missing, unreadable, or not text. */
export async function loadKnowledge(paths: KnowledgePaths): Promise<Loaded> {
  const isBuiltIn = paths.knowledge.length + paths.add.length === 0;
  return (isBuiltIn ? builtInKnowledge() : undefined) ?? readFiles(paths);
}

/** The same with the layers that it was joined from, which takes longer: prepared knowledge does not keep them. */
export async function loadWithLayers(paths: KnowledgePaths): Promise<Loaded> {
  const { readKnowledge } = await import('./read-knowledge.ts');
  return readKnowledge(paths, { keepsLayers: true });
}

/** What reads files is loaded only if there are some to read. */
async function readFiles(paths: KnowledgePaths): Promise<Loaded> {
  const { readKnowledge } = await import('./read-knowledge.ts');
  return readKnowledge(paths);
}
