import { built, KNOWLEDGE } from './built.ts';
import { newEngine } from './new-engine.ts';
import { oldEngine } from './old-engine.ts';
import { sheetsFor } from './sheets.ts';
import type { Job, JobCost, Ready } from './start-engine.ts';

// The program of a process of its own for one engine, so that neither compiler nor memory is shared with the other: it
// does what it is sent, and sends back the CPU time that it took.

const [folder] = process.argv.slice(2);
const { knowledge, tasks } = folder === undefined ? await newEngine() : await oldEngine(folder);
const present = await built('knowledge/load').loadKnowledge({ knowledge: [KNOWLEDGE], add: [] });
const sheets = sheetsFor(present.knowledge ?? knowledge);

process.on('message', (job: Job) => {
  process.send?.(costOf(job));
});
process.send?.({ version: knowledge.version } satisfies Ready);

function costOf({ task, set, at, calls }: Job): JobCost {
  const own = at === undefined ? sheets[set] : sheets[set].slice(at, at + 1);
  const work = tasks[task];
  const before = process.cpuUsage();
  for (const sheet of own) for (const decisions of calls) work(sheet, decisions);
  const { user, system } = process.cpuUsage(before);
  return { cost: (1_000 * (user + system)) / (own.length * calls.length) };
}
