import type { Condition, Place, Term } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/knowledge.ts';
import { fold } from './text-file.ts';
import { ID } from './yaml.ts';

/** A condition as it is written, and where each of its characters stands. */
export interface WrittenCondition {
  readonly written: string;
  readonly place: Place;
  readonly placeAt: (index: number) => Place;
}

/** Reads `question: choice | choice & question: choice`; a string says what is wrong with it. */
export function parseCondition({ written, place, placeAt }: WrittenCondition): Condition | string {
  const terms: Term[] = [];
  let index = 0;
  for (const part of written.split('&')) {
    const blanks = part.length - part.trimStart().length;
    const term = parseTerm(part, placeAt(index + blanks));
    if (typeof term === 'string') return term;
    terms.push(term);
    index += part.length + 1;
  }
  return { terms, text: fold(written), place };
}

function parseTerm(part: string, place: Place): Term | string {
  const [subject = '', list, ...more] = part.split(':').map((side) => side.trim());
  if (list === undefined || more.length > 0) return `\`${fold(part)}\` is not \`question: choice\``;
  if (!ID.test(subject)) return `\`${fold(subject)}\` is not the id of a question`;
  const choices = list.split('|').map((choice) => choice.trim());
  const odd = choices.find((choice) => !ID.test(choice));
  if (odd !== undefined) return `\`${fold(odd)}\` is not the id of a choice`;
  return { subject, choices, place };
}

/** Conditions hold a colon, so YAML has them in quotation marks. */
const QUOTE = 1;

/** Reads conditions that stand in YAML, each with its place; adds a diagnostic for each that is none. */
export function readConditions(
  written: readonly { text: string; place: Place }[],
  diagnostics: Diagnostic[],
): Condition[] {
  return written.flatMap(({ text, place }) => {
    const placeAt = (index: number) => ({ ...place, column: place.column + QUOTE + index });
    const condition = parseCondition({ written: text, place, placeAt });
    if (typeof condition === 'object') return [condition];
    const rule = 'malformed-condition';
    diagnostics.push({ rule, severity: 'error', message: condition, place });
    return [];
  });
}
