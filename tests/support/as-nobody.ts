import { onTestFinished } from 'vitest';

/** Root may write anywhere, so that for the rest of the test it is somebody else. */
export function asNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.('nobody');
  onTestFinished(() => process.seteuid?.(0));
}
