import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { runCases } from '../cases/runs.ts';
import { advised } from './advised.ts';
import { argumentsIn } from './arguments.ts';
import { casesSection } from './cases-section.ts';
import { runCommand } from './command.ts';
import { panelSection } from './panel-section.ts';
import { readSet } from './panel-set.ts';
import { pointsNamed } from './points.ts';

const USAGE = 'npm run calibrate -- [point] [--set folder] [--answers folder]';

/** Prints for each point where the advice parts from the judges and from published cases, and what decided it. */
await runCommand(textFor);

async function textFor(args: readonly string[], knowledge: KnowledgeBase): Promise<string> {
  const { first, set, answers } = argumentsIn(args, USAGE);
  const points = pointsNamed(first);
  const all = (await readSet({ set, answers })).map((system) => advised(system, knowledge));
  // The fresh cases stay out: they measure what is changed after a look at these.
  const runs = await runCases('', knowledge);
  return points
    .flatMap((point) => [
      `# ${point.name}`,
      `## ${all.length} described systems`,
      panelSection(point, all, knowledge),
      '## Published cases, main label and first reader',
      casesSection(point, runs, knowledge),
    ])
    .join('\n\n');
}
