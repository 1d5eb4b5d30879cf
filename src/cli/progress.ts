import type { Output } from './context.ts';

/** A step of something that takes a while. */
interface Step {
  readonly done: number;
  readonly total: number;
  readonly subject: string;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

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
  let bar: Awaited<ReturnType<typeof barOn>> | undefined;
  const shownFrom = Date.now() + patience;
  let exitCode: number | undefined;
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      exitCode = code;
    };
    process.once(signal, listener);
    return { signal, listener };
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
    for (const { signal, listener } of listeners) process.off(signal, listener);
  }
}

async function barOn(stream: Output) {
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}% {subject}',
    barCompleteChar: '#',
    barIncompleteChar: '.',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: false,
  });
  let started = false;
  return {
    show: ({ done, total, subject }: Step) => {
      if (!started) bar.start(total, 0, { subject });
      started = true;
      bar.setTotal(total);
      bar.update(done, { subject });
    },
    stop: () => bar.stop(),
  };
}

/** Lets signals and the terminal have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
