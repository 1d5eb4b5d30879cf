import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { advised, isAccepted } from './advised.ts';
import { runCommand } from './command.ts';
import { countedHalf, frequenciesText } from './frequencies.ts';
import { readSet } from './panel-set.ts';

/** Prints the block `frequencies` of `questions.yaml`, counted on half of the 80 systems. */
await runCommand(async (_, knowledge: KnowledgeBase) => {
  const systems = countedHalf(await readSet({}));
  const sheets = systems.map((system) => advised(system, knowledge)).filter(isAccepted);
  return frequenciesText(
    sheets.map(({ given }) => given.answers),
    [...knowledge.questions.values()],
  );
});
