import type { Condition, Term } from '../model/condition.ts';
import type { Named } from './line.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads `question: choice | choice & question: choice`; a string says what is wrong with it. */
export function parseCondition({ name: text, place }: Named): Condition | string {
  const terms: Term[] = [];
  let column = place.column + 1;
  for (const part of text.split('&')) {
    const blanks = part.length - part.trimStart().length;
    const term = parseTerm(part, { ...place, column: column + blanks });
    if (typeof term === 'string') return term;
    terms.push(term);
    column += part.length + 1;
  }
  return { terms, text: text.trim(), place };
}

function parseTerm(part: string, place: Term['place']): Term | string {
  const [subject = '', list, ...more] = part.split(':').map((side) => side.trim());
  if (list === undefined || more.length > 0)
    return `\`${part.trim()}\` is not \`question: choice\``;
  if (!ID.test(subject)) return `\`${subject}\` is not the id of a question`;
  const choices = list.split('|').map((choice) => choice.trim());
  const odd = choices.find((choice) => !ID.test(choice));
  if (odd !== undefined) return `\`${odd}\` is not the id of a choice`;
  return { subject, choices, place };
}
