import { count } from '../../report/words/numbers.ts';
import type { Context } from '../context.ts';
import { barOn } from '../terminal/progress.ts';

export interface BatchProgress {
  readonly show: (done: { readonly bytes: number; readonly lines: number }) => void;
  readonly stop: () => void;
}

/** Milliseconds before anything is shown. */
const PATIENCE = 500;
const MILLISECONDS = 1_000;

const silent: BatchProgress = { show: () => undefined, stop: () => undefined };

/**
 * A bar where standard error is a terminal; without a total, in bytes, the lines alone. On a terminal that shows the
 * results, it would get in between them.
 */
export async function batchProgress(
  total: number | undefined,
  { stderr }: Pick<Context, 'stderr'>,
  isAlone: boolean,
): Promise<BatchProgress> {
  if (!stderr.isTTY || !isAlone) return silent;
  const bar = await barOn(stderr, total === undefined ? '{subject}' : undefined);
  const start = Date.now();
  return {
    show: ({ bytes, lines }) => {
      const passed = Date.now() - start;
      if (passed < PATIENCE) return;
      const rate = Math.round((lines * MILLISECONDS) / passed);
      const subject = `${count(lines, 'line')}, ${rate} a second`;
      bar.show({ done: bytes, total: total ?? 0, subject });
    },
    stop: bar.stop,
  };
}
