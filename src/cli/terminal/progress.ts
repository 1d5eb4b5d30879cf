import type { Output } from '../context.ts';
import { breathe, onSignals } from './stop.ts';

/** Milliseconds that a person waits without wondering. */
export const PATIENCE = 1_000;

/** What a task came to, or the exit code of the signal that ended it. */
export type Ended<T> = { readonly value: T } | { readonly exitCode: number };

/**
 * Runs a task step by step; a bar on a terminal shows how far it is, anything else stays silent. What ends within the
 * patience, in milliseconds, shows none. A signal ends it between two steps, with the terminal as it was.
 */
export async function withProgress<T>(
  task: Generator<Step, T>,
  stream: Output,
  patience = 0,
): Promise<Ended<T>> {
  let bar: Bar | undefined;
  const shownFrom = Date.now() + patience;
  let exitCode: number | undefined;
  const release = onSignals((code) => {
    exitCode = code;
  });
  try {
    for (;;) {
      const { done, value } = task.next();
      if (done) return { value };
      if (stream.isTTY && Date.now() >= shownFrom) bar ??= await barOn(stream);
      bar?.show(value);
      await breathe();
      if (exitCode !== undefined) return { exitCode };
    }
  } finally {
    bar?.stop();
    release();
  }
}

/** A step of something that takes a while. */
export interface Step {
  readonly done: number;
  readonly total: number;
  readonly subject: string;
}

export interface Bar {
  readonly show: (step: Step) => void;
  /** Leaves the terminal as it was. */
  readonly stop: () => void;
}

const TIMES_A_SECOND = 10;

/** A bar on a terminal, from the first step on; loaded only if it is needed. */
export async function barOn(
  stream: Output,
  format = '{bar} {percentage}% {subject}',
): Promise<Bar> {
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    ...{ stream, format, fps: TIMES_A_SECOND },
    barCompleteChar: '#',
    barIncompleteChar: '.',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: false,
  });
  let isStarted = false;
  return {
    show: ({ done, total, subject }) => {
      if (!isStarted) bar.start(total, done, { subject });
      isStarted = true;
      bar.setTotal(total);
      bar.update(done, { subject });
    },
    stop: () => bar.stop(),
  };
}
