import type { Outcome, RecordedVerdict } from '../../model/verification.ts';
import { certaintyWords } from '../words/certainty.ts';
import { listed, type Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { NO_PICK } from '../words/standing.ts';
import { statusWord } from '../words/status.ts';

/** What became of a record: as a title, among a number of records, and in a sentence that says what it means. */
export const OUTCOMES = {
  'pick-changed': {
    title: 'Pick changed',
    counted: (number: number) => `${count(number, 'pick')} changed`,
    meaning: 'A record comes to another pick today.',
  },
  'not-decidable': {
    title: 'No longer decidable',
    counted: (number: number) => `${number} no longer decidable`,
    meaning: 'A record cannot be read, or cannot be decided with the knowledge of today.',
  },
  edited: {
    title: 'Edited by hand',
    counted: (number: number) => `${number} edited by hand`,
    meaning: 'The text or the data of a record is not what was written when it was decided.',
  },
  'certainty-changed': {
    title: 'Certainty changed',
    counted: (number: number) => `${number} changed in certainty`,
    meaning: 'A record comes to the same pick today, but it is more or less certain.',
  },
  unchanged: {
    title: 'Unchanged',
    counted: (number: number) => `${number} unchanged`,
    meaning: 'A record comes to the same today.',
  },
} as const satisfies Record<Outcome, object>;

/** What matters most first. */
export const OUTCOME_ORDER = [
  'pick-changed',
  'not-decidable',
  'edited',
  'certainty-changed',
  'unchanged',
] as const satisfies readonly Outcome[];

/** `SQL (settled, firm)`, `does not apply`. */
export function verdictWords(verdict: RecordedVerdict, names: Names): string {
  const { status, recommended, pinned } = verdict;
  if (status === 'not-applicable' || (status === 'infeasible' && recommended.length === 0)) {
    return statusWord(verdict);
  }
  const picks =
    recommended.length === 0 ? NO_PICK : listed(recommended.map(names.alternative), 'and');
  const certainty = certaintyWords(verdict, names);
  return `${picks} (${pinned ? `pinned; ${certainty}` : certainty})`;
}
