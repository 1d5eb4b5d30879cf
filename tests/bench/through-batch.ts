import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { COMMAND } from './built.ts';

/** A decision in a line of output; with `--full` there is more. */
export type BatchDecision = Verdict & Partial<DecisionAdvice>;

/** Sends lines through the real command, and hands over what it prints, line by line; throws where a line failed. */
export async function throughBatch(
  lines: Iterable<string>,
  flags: readonly string[],
  take: (decisions: readonly BatchDecision[], line: number) => void,
): Promise<void> {
  const args = [COMMAND, 'batch', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const sent = send(lines, child.stdin);
  let number = 0;
  for await (const text of createInterface({ input: child.stdout })) {
    const { decisions, error } = JSON.parse(text);
    if (error !== undefined) throw new Error(`Line ${number + 1}: ${error.message}`);
    take(decisions, number);
    number += 1;
  }
  const wanted = await sent;
  const [code] = await closed;
  if (code !== 0 || number !== wanted) {
    throw new Error(`${number} of ${wanted} lines came back, exit code ${code}`);
  }
}

/** Waits wherever the command has enough to do. */
async function send(lines: Iterable<string>, input: NodeJS.WritableStream): Promise<number> {
  let count = 0;
  for (const line of lines) {
    count += 1;
    if (!input.write(`${line}\n`)) await once(input, 'drain');
  }
  input.end();
  return count;
}
