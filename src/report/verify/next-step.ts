import { shellWord } from '../../common/text.ts';
import type { VerifiedRecord } from '../../model/verification.ts';
import type { VerifyView } from './verify-view.ts';

/** What to do about a finding: a sentence, and a command if one helps. */
export interface NextStep {
  readonly text: string;
  /** Its words, as a shell takes them; the first two stay together. */
  readonly command?: readonly string[];
}

export function nextStep(record: VerifiedRecord, view: VerifyView): NextStep {
  const { outcome, decision, after } = record;
  switch (outcome) {
    case 'pick-changed':
      return {
        text: 'Record the new decision, and mark this record as superseded by it:',
        ...commandFor('adr', record, view),
      };
    case 'edited':
      return decision === undefined
        ? { text: 'Restore the file from version control.' }
        : {
            text: 'Restore the text from version control, or record the decision again:',
            ...commandFor('adr', record, view),
          };
    case 'not-decidable':
      if (after !== undefined) {
        return {
          text: 'Every alternative is ruled out. See which answers do that:',
          ...commandFor('explain', record, view),
        };
      }
      return { text: decision === undefined ? UNREADABLE : GONE };
    case 'certainty-changed':
    case 'unchanged':
      return { text: 'See what the pick depends on:', ...commandFor('explain', record, view) };
    default:
      return outcome satisfies never;
  }
}

const UNREADABLE =
  'Fix the file or restore it from version control; if a newer version of arch-advisor wrote it, update the program.';
const GONE =
  'Mark the record as superseded or deprecated, or name knowledge that has the decision with --knowledge.';

/** A command about the decision of a record, with the answers of today. */
function commandFor(name: string, { decision = '' }: VerifiedRecord, { flags }: VerifyView) {
  const given = flags.some((flag) => /^--(answers|profile|set) /.test(flag));
  const answers = given ? flags : [...flags, '--answers FILE'];
  return { command: [`arch-advisor ${name} ${shellWord(decision)}`, ...answers] };
}
