import { UserError } from '../../src/common/user-error.ts';
import type { Vocabulary } from '../../src/knowledge/markdown/section.ts';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { parseUncut } from '../support/uncut.ts';

/** Against the parser alone; a document that is built in takes 1.25 times as much. */
const MOST_TIMES = 10;
/** Whatever takes less milliseconds than this is fast enough. */
const LEAST = 100;

/** Says so where reading a document takes many times as long as parsing it does. */
export function slownessOf(text: string, vocabulary: Vocabulary): string | undefined {
  const isSlow = () => {
    const own = cpuOf(() => readUnlessRefused(text, vocabulary));
    return own > LEAST && own > MOST_TIMES * cpuOf(() => parseUncut(text));
  };
  // A busy machine is slow now and then.
  return isSlow() && isSlow() && isSlow()
    ? `more than ${MOST_TIMES} times the cost of its parser`
    : undefined;
}

function readUnlessRefused(text: string, vocabulary: Vocabulary): void {
  try {
    parseDocument('doc.md', text, vocabulary);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
