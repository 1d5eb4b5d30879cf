const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Hands the exit code of a signal on, instead of ending at once; what is returned stops listening. */
export function onSignals(stop: (exitCode: number) => void): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, exitCode]) => ({
    signal,
    // Not `once`: libraries that look whether anybody listens still have to find somebody.
    listener: () => stop(exitCode),
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
