/** What a task comes to, run to its end at once. */
export function finished<T>(task: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}
