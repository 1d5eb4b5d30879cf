import type { Output } from './context.ts';

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

/** A bar on a terminal, from the first step on; loaded only where it is needed. */
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
