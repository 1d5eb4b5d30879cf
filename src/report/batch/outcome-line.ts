import type { LineOutcome } from '../../model/batch.ts';
import { jsonLine } from '../json.ts';

/** What came of a line, as a line of JSON. */
export function outcomeLine(outcome: LineOutcome): string {
  const { id } = outcome;
  const name = id === undefined ? undefined : { id };
  switch (outcome.kind) {
    case 'verdicts':
      return `{${nameText(name)}"decisions":${JSON.stringify(outcome.decisions)}}\n`;
    case 'advice':
      return jsonLine({ ...name, ...outcome.advice });
    case 'error':
      return jsonLine({ ...name, error: outcome.error });
    default:
      return outcome satisfies never;
  }
}

/** Only the id comes from the line; all else in verdicts is ids of the knowledge. */
function nameText(name: { readonly id: string | number } | undefined): string {
  return name === undefined ? '' : `${jsonLine(name).slice(1, -2)},`;
}
