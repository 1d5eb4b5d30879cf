import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Module<Path extends keyof Sources> = Sources[Path];

/** What is measured, by its path below `dist`; the types are those of the sources it was built from. */
interface Sources {
  readonly 'cli/batch/answer-line': typeof import('../../src/cli/batch/answer-line.ts');
  readonly 'engine/explain': typeof import('../../src/engine/explain.ts');
  readonly 'engine/flips': typeof import('../../src/engine/flips.ts');
  readonly 'engine/proof/dense': typeof import('../../src/engine/proof/dense.ts');
  readonly 'engine/proof/dockets': typeof import('../../src/engine/proof/dockets.ts');
  readonly 'engine/proof/reading': typeof import('../../src/engine/proof/reading.ts');
  readonly 'engine/verdicts': typeof import('../../src/engine/verdicts.ts');
  readonly 'knowledge/answer-sheet': typeof import('../../src/knowledge/answer-sheet.ts');
  readonly 'knowledge/load': typeof import('../../src/knowledge/load.ts');
  readonly 'report/outcome-line': typeof import('../../src/report/outcome-line.ts');
}

const require = createRequire(import.meta.url);

/** A module as it was built: what runs TypeScript here would change it on the way, and with it what it costs. */
export function built<Path extends keyof Sources>(path: Path): Module<Path> {
  return require(`../../dist/${path}.js`);
}

/** The command as it is installed. */
export const COMMAND = fileURLToPath(new URL('../../bin/arch-advisor.js', import.meta.url));
