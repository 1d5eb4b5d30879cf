import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Task } from './engine.ts';
import type { SheetSet } from './sheets.ts';

/** Work for an engine: a task on each sheet of a set, or on one of them, for each list of decisions. */
export interface Job {
  readonly task: Task;
  readonly set: SheetSet;
  readonly at?: number;
  readonly calls: readonly (readonly string[])[];
}

/** The CPU time of one call on one sheet, in nanoseconds. */
export interface JobCost {
  readonly cost: number;
}

/** What an engine sends once it is ready. */
export interface Ready {
  /** The hash of its knowledge. */
  readonly version: string;
}

/** An engine in a process of its own. */
export interface RunningEngine extends Ready {
  readonly cost: (job: Job) => Promise<number>;
  readonly stop: () => void;
}

const RUNNER = join(
  dirname(createRequire(import.meta.url).resolve('jiti/package.json')),
  'lib/jiti-cli.mjs',
);
const PROGRAM = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/** Starts the engine that was built in a folder; without one that of the working tree. */
export async function startEngine(old?: string): Promise<RunningEngine> {
  const child = fork(RUNNER, [PROGRAM, ...(old === undefined ? [] : [old])]);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of an engine ended with ${code}`);
  });
  const reply = async () => (await Promise.race([once(child, 'message'), gone]))[0];
  const { version }: Ready = await reply();
  return {
    version,
    cost: async (job) => {
      child.send(job);
      const { cost }: JobCost = await reply();
      return cost;
    },
    stop: () => child.disconnect(),
  };
}
