import type { Output } from './context.ts';
import { onSignals } from './signals.ts';

/** Says when to stop, and with what exit code. */
export interface Stop {
  /** Is aborted when there is a reason to stop. */
  readonly signal: AbortSignal;
  /** 130 or 143 after a signal, 0 where nobody reads any more; undefined as long as nothing has stopped it. */
  readonly exitCode: () => number | undefined;
  /** Stops listening. */
  readonly release: () => void;
}

/** Listens for signals, and for the reader of the output going away. */
export function stopOn(output: Output): Stop {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const stop = (code: number) => {
    exitCode ??= code;
    controller.abort();
  };
  const releaseSignals = onSignals(stop);
  const onClosed = () => stop(0);
  for (const event of CLOSING) output.once(event, onClosed);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    release: () => {
      releaseSignals();
      for (const event of CLOSING) output.off(event, onClosed);
    },
  };
}

const CLOSING = ['error', 'close'] as const;
