import { type Bar, barOn, type Step } from './bar.ts';
import { breathe } from './breathe.ts';
import type { Output } from './context.ts';
import { onSignals } from './signals.ts';

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
