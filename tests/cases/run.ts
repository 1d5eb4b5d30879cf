import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import type { CaseSet } from './case.ts';
import { missText } from './misses.ts';
import { pairsText } from './pairs.ts';
import { agreementOf } from './readers.ts';
import { judgedIn, runCases } from './runs.ts';
import { scoreOf } from './score.ts';
import { tableOf } from './table.ts';

/** Holds the advice against decisions that were really taken, and prints how far it agrees. */
const knowledge = await builtInKnowledge();
const set: CaseSet = process.argv.includes('fresh') ? 'fresh/' : '';
const runs = await runCases(set, knowledge);
const judged = runs.flatMap(judgedIn);
const misses = judged.filter(({ picks, label }) => scoreOf(picks.first, label) < 1);
const agreement = agreementOf(
  runs.map(({ sheets }) => [sheets.first.answers, sheets.second.answers]),
);

print(`# ${runs.length} real decisions, knowledge ${knowledge.version}\n`);
print(tableOf(judged));
if (set === '') {
  print('\n# Pairs that must come out differently, both right\n');
  print(pairsText(judged));
}
print('\n# The two readers\n');
print(
  `${agreement.alike} of ${agreement.both} questions that both answered are answered alike; ${agreement.oneAlone} were answered by one of them alone`,
);
print(`\n# ${misses.length} misses, with the first reader's answers\n`);
for (const miss of misses) {
  const run = runs.find(({ of }) => of === miss.of);
  if (run) print(`${missText(miss, run.advice.first)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
