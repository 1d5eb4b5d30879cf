import { listed, type Names } from './names.ts';

/**
 * A condition as a document writes it, in words: `storage: heap | vault & traffic: huge` becomes `Heap or Vault
 * (Storage) and "1,000 or more" (Traffic)`.
 */
export function conditionWords(written: string, names: Names): string {
  const terms = written.split('&').map((term) => {
    const [subject = '', list = ''] = term.split(':').map((side) => side.trim());
    const choices = list.split('|').map((choice) => choiceWords(subject, choice.trim(), names));
    return `${listed(choices, 'or')} (${subjectWords(subject, names)})`;
  });
  return listed(terms, 'and');
}

/** A condition is about answers, or about picks of other decisions. */
function choiceWords(subject: string, choice: string, names: Names): string {
  const label = names.choice(subject, choice);
  return label === choice ? names.alternative(choice) : `"${label}"`;
}

function subjectWords(subject: string, names: Names): string {
  const title = names.questionTitle(subject);
  return title === subject ? names.decision(subject) : title;
}
