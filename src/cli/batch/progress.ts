import { count } from '../../report/count.ts';
import type { Context } from '../context.ts';

export interface BatchProgress {
  readonly show: (done: { readonly bytes: number; readonly lines: number }) => void;
  readonly stop: () => void;
}

/** Milliseconds before anything is shown. */
const PATIENCE = 500;
const TIMES_A_SECOND = 4;
const MILLISECONDS = 1_000;

const silent: BatchProgress = { show: () => undefined, stop: () => undefined };

/**
 * A bar where standard error is a terminal; without a total, in bytes, the lines alone. On the terminal that shows the
 * results it would stand between them.
 */
export async function batchProgress(
  total: number | undefined,
  { stderr }: Pick<Context, 'stderr'>,
  isAlone: boolean,
): Promise<BatchProgress> {
  if (!stderr.isTTY || !isAlone) return silent;
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    stream: stderr,
    format: total === undefined ? '{subject}' : '{bar} {percentage}% {subject}',
    barCompleteChar: '#',
    barIncompleteChar: '.',
    fps: TIMES_A_SECOND,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: false,
  });
  const start = Date.now();
  let isStarted = false;
  return {
    show: ({ bytes, lines }) => {
      const passed = Date.now() - start;
      if (passed < PATIENCE) return;
      const rate = Math.round((lines * MILLISECONDS) / passed);
      const subject = `${count(lines, 'line')}, ${rate} a second`;
      if (!isStarted) bar.start(total ?? 0, bytes, { subject });
      isStarted = true;
      bar.update(bytes, { subject });
    },
    stop: () => bar.stop(),
  };
}
