import type { Condition, Place, Term } from '../model/condition.ts';
import { ID } from './id.ts';
import { fold } from './line.ts';

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
