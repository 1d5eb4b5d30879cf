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
 * Runs a task step by step; a bar on a terminal shows how far it is, anything else stays silent. A signal ends it
 * between two steps, with the terminal as it was.
 */
export async function withProgress<T>(task: Generator<Step, T>, stream: Output): Promise<Ended<T>> {
  const bar = stream.isTTY ? await barOn(stream) : undefined;
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
      bar.update(done, { subject });
    },
    stop: () => bar.stop(),
  };
}

/** Lets signals and the terminal have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
