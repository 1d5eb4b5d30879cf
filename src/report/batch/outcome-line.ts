import { jsonEscaped } from '../../common/text.ts';
import type { LineOutcome } from '../../model/batch.ts';
import type { Verdict } from '../../model/verdict.ts';
import { jsonLine } from '../json.ts';

/** The result of a line, as a line of JSON. */
export function outcomeLine(outcome: LineOutcome): string {
  const { id } = outcome;
  const name = id === undefined ? undefined : { id };
  switch (outcome.kind) {
    case 'verdicts':
      return `{${nameText(name)}"decisions":${verdictsText(outcome.decisions)}}\n`;
    case 'advice':
      return jsonLine({ ...name, ...outcome.advice });
    case 'error':
      return jsonLine({ ...name, error: outcome.error });
    default:
      return outcome satisfies never;
  }
}

/** It contains sentences from the documents only if picks were changed to be compatible. */
function verdictsText(verdicts: readonly Verdict[]): string {
  const text = JSON.stringify(verdicts);
  return verdicts.some(({ joint }) => joint !== undefined) ? jsonEscaped(text) : text;
}

/** Only the id comes from the line; everything else in verdicts comes from the knowledge. */
function nameText(name: { readonly id: string | number } | undefined): string {
  return name === undefined ? '' : `${jsonLine(name).slice(1, -2)},`;
}
