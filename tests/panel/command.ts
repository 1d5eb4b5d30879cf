import { UserError } from '../../src/common/user-error.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

/** Prints what a command comes to; a request that is wrong ends in one line and exit code 1. */
export async function runCommand(
  textFor: (args: readonly string[], knowledge: KnowledgeBase) => Promise<string>,
): Promise<void> {
  try {
    process.stdout.write(`${await textFor(process.argv.slice(2), await builtInKnowledge())}\n`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${inOneLine(error)}\n`);
    process.exitCode = 1;
  }
}

export function inOneLine({ message, hint }: UserError): string {
  return `${message}${hint === undefined ? '' : `: ${hint}`}`.replaceAll(/\s*\n\s*/g, ' ');
}
