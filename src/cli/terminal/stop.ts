import type { Output } from '../context.ts';

/** Says when to stop, and with what exit code. */
export interface Stop {
  /** Is aborted when there is a reason to stop. */
  readonly signal: AbortSignal;
  /** 130 or 143 after a signal, 0 if the reader has closed the pipe; undefined as long as nothing has stopped it. */
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

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Hands the exit code of a signal on, instead of ending at once; what is returned stops listening. */
export function onSignals(stop: (exitCode: number) => void): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, exitCode]) => ({
    signal,
    // Not `once`: libraries that check for listeners must still find one.
    listener: () => stop(exitCode),
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/** Lets signals, the terminal and a closed pipe have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
