import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Advised, advised, isAccepted } from './advised.ts';
import { agreementTable } from './agreement-table.ts';
import { argumentsIn } from './arguments.ts';
import { runCommand } from './command.ts';
import { FEW, fewAnswersText } from './few-answers-text.ts';
import { missText } from './misses.ts';
import { isMet, outcomesOf } from './outcomes.ts';
import { readSet } from './panel-set.ts';
import { techniqueCases } from './techniques.ts';
import { techniquesText } from './techniques-text.ts';

const USAGE = 'npm run panel -- [set] [--answers folder]';

/** Holds the advice against what two judges say about described systems, and prints how far it agrees. */
await runCommand(textFor);

async function textFor(args: readonly string[], knowledge: KnowledgeBase): Promise<string> {
  const { first, set, answers } = argumentsIn(args, USAGE);
  const systems = await readSet({ set: first ?? set, answers });
  const all = systems.map((system) => advised(system, knowledge));
  const accepted = all.filter(isAccepted);
  const outcomes = all.flatMap(outcomesOf);
  const misses = outcomes.filter((each) => each.picks !== undefined && !isMet(each));
  return [
    `# ${all.length} described systems, knowledge ${knowledge.version}`,
    agreementTable(
      outcomes,
      systems.map(({ judges }) => judges),
    ),
    '# Fault tolerance',
    techniquesText(techniqueCases(all), all.length),
    '# Conflicts and accepted sheets',
    conflictsText(all),
    `# With ${FEW} answers: picks equal to those with all answers`,
    fewAnswersText(
      accepted.map(({ given }) => given),
      knowledge,
    ),
    `# ${misses.length} misses`,
    ...misses.map(missText),
  ].join('\n\n');
}

function conflictsText(all: readonly Advised[]): string {
  const accepted = all.filter(isAccepted);
  const conflicts = accepted.flatMap(({ of, given }) =>
    given.advice.conflicts.map(({ condition }) => `  ${of.id}: ${condition}`),
  );
  const refused = all.flatMap(({ of, given }) =>
    'refused' in given ? [`  ${of.id}: ${given.refused}`] : [],
  );
  return [
    `${accepted.length} of ${all.length} sheets accepted`,
    ...refused,
    `${conflicts.length} conflicts`,
    ...conflicts,
  ].join('\n');
}
