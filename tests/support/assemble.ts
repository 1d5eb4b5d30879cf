import { type Assembled, assembleWith } from '../../src/knowledge/assemble-with.ts';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';

/** Reads layers of files, the bottom one first, into one knowledge base with all its diagnostics. */
export function assemble(files: readonly LayerFiles[], sha256: string): Assembled {
  return assembleWith(parseDocument, files, sha256);
}
