import type { Output } from './context.ts';

/** A step of something that takes a while. */
interface Step {
  readonly done: number;
  readonly total: number;
  readonly subject: string;
}

/** Runs a task to its end; a bar on a terminal shows how far it is, anything else stays silent. */
export async function withProgress<T>(task: Generator<Step, T>, stream: Output): Promise<T> {
  const bar = stream.isTTY ? await barOn(stream) : undefined;
  try {
    for (;;) {
      const { done, value } = task.next();
      if (done) return value;
      bar?.show(value);
      await breathe();
    }
  } finally {
    bar?.stop();
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
