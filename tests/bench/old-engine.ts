import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { lineAnswerer } from '../../src/cli/batch/answer-line.ts';
import type { Answers, Pins } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { outcomeLine } from '../../src/report/batch/outcome-line.ts';
import type { Engine } from './engine.ts';
import { lineWork } from './line-work.ts';
import { lastOf } from './new-engine.ts';
import { oldKnowledge } from './old-knowledge.ts';
import type { Sheet } from './sheets.ts';

/** What is used of the commit that is measured against, by its path below `dist`; its types are not at hand. */
interface OldSources {
  readonly 'cli/batch/answer-line': {
    readonly lineAnswerer: (work: object) => ReturnType<typeof lineAnswerer>;
  };
  readonly 'engine/advise': { readonly advise: OnSheet };
  readonly 'engine/explain/explain': { readonly explain: OnSheet };
  readonly 'engine/flip/flips': {
    readonly flips: (knowledge: KnowledgeBase, request: object) => Generator<unknown, unknown>;
  };
  readonly 'engine/outlook/outlook': { readonly outlookOf: OnSheet };
  readonly 'engine/proof/dense': { readonly denseOf: (knowledge: KnowledgeBase) => Dense };
  readonly 'engine/proof/dockets': { readonly docketFor: (dense: Dense, pins: Pins) => Docket };
  readonly 'engine/proof/judge-all': {
    readonly judgeAll: (docket: Docket, codes: Codes, depth: { isExact: boolean }) => unknown;
  };
  readonly 'engine/verdicts': {
    readonly verdictsOn: (knowledge: KnowledgeBase) => (answers: Answers, pins: Pins) => unknown;
  };
  readonly 'knowledge/load': typeof import('../../src/knowledge/load.ts');
  readonly 'report/batch/outcome-line': { readonly outcomeLine: typeof outcomeLine };
}

type OnSheet = (
  knowledge: KnowledgeBase,
  request: Sheet & { readonly decisions: readonly string[]; readonly every?: true },
) => unknown;

type Codes = unknown;
type Docket = unknown;
interface Dense {
  readonly codes: { readonly encode: (answers: Answers) => Codes };
}

/** The engine that was replaced, on the knowledge of the working tree as far as it can read it. */
export async function oldEngine(folder: string): Promise<Engine> {
  const old = sourcesIn(folder);
  const { loadKnowledge } = old('knowledge/load');
  const { knowledge } = await loadKnowledge({ knowledge: [oldKnowledge()], add: [] });
  if (knowledge === undefined) throw new Error('The old engine cannot read the knowledge');
  const { denseOf } = old('engine/proof/dense');
  const { docketFor } = old('engine/proof/dockets');
  const { judgeAll } = old('engine/proof/judge-all');
  const { flips } = old('engine/flip/flips');
  const verdicts = old('engine/verdicts').verdictsOn(knowledge);
  const onSheet =
    (work: OnSheet): Engine['tasks']['advise'] =>
    (sheet, decisions) =>
      work(knowledge, { ...sheet, decisions, every: true });
  return {
    knowledge,
    tasks: {
      decide: ({ answers, pins }) => verdicts(answers, pins),
      'decide exactly': ({ answers, pins }) => {
        const dense = denseOf(knowledge);
        return judgeAll(docketFor(dense, pins), dense.codes.encode(answers), { isExact: true });
      },
      advise: onSheet(old('engine/advise').advise),
      explain: onSheet(old('engine/explain/explain').explain),
      flip: (sheet, [decision = '']) => lastOf(flips(knowledge, { ...sheet, decision })),
      next: onSheet(old('engine/outlook/outlook').outlookOf),
      line: lineWork(knowledge, {
        ...old('report/batch/outcome-line'),
        // What lies under a line was a list then.
        lineAnswerer: ({ layers, ...work }) =>
          old('cli/batch/answer-line').lineAnswerer({ ...work, layers: { ...layers, under: [] } }),
      }),
    },
  };
}

function sourcesIn(folder: string) {
  const require = createRequire(join(folder, 'package.json'));
  return <Path extends keyof OldSources>(path: Path): OldSources[Path] =>
    require(join(folder, 'dist', `${path}.js`));
}
