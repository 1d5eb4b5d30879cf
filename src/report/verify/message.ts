import { plain } from '../../common/text.ts';
import type { VerifiedRecord } from '../../model/verification.ts';
import { colourless, GLUE, unicode } from '../layout/style.ts';
import { findingParts } from './finding-parts.ts';
import { nextStep } from './next-step.ts';
import { OUTCOMES } from './outcome-words.ts';
import type { VerifyView } from './verify-view.ts';

/** `Database: SQL (pick changed)` */
export function findingTitle({ outcome, title }: VerifiedRecord): string {
  return plain(`${title} (${OUTCOMES[outcome].title.toLowerCase()})`);
}

/** All that is said about a finding, for programs that show it: lines without colours. */
export function findingMessage(record: VerifiedRecord, view: VerifyView): string {
  const style = { ...view.style, palette: colourless, glyphs: unicode };
  const { text, command = [] } = nextStep(record, view);
  const lines = findingParts(record, { ...view, style }).flatMap(({ label, texts }) =>
    texts.map((each, index) => (index === 0 ? `${label}: ${each}` : `  ${each}`)),
  );
  const next = [`Next: ${text}`, ...(command.length === 0 ? [] : [`  ${command.join(' ')}`])];
  return [...lines, ...next].join('\n').replaceAll(GLUE, ' ');
}
