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
        text: 'If the facts are right, write a record that supersedes this one:',
        ...recordAgain(record, view),
      };
    case 'edited':
      return decision === undefined
        ? { text: 'Restore the file from version control.' }
        : {
            text: 'Restore the text from version control, or write a new record:',
            ...recordAgain(record, view, ['--renew']),
          };
    case 'not-decidable':
      if (after !== undefined) {
        return {
          text: 'Every alternative is ruled out. See which answers do that:',
          ...explainAgain(record, view),
        };
      }
      return { text: decision === undefined ? UNREADABLE : GONE };
    case 'certainty-changed':
      return {
        text: 'If that is still right, record it anew:',
        ...recordAgain(record, view, ['--renew']),
      };
    case 'unchanged':
      if (record.rejectedSuccessor !== undefined) return { text: STILL_HOLDS };
      return { text: 'See what the pick depends on:', ...explainAgain(record, view) };
    default:
      return outcome satisfies never;
  }
}

const STILL_HOLDS = 'This record still holds: set its status back to accepted.';
const UNREADABLE =
  'Fix the file or restore it from version control; if a newer version of arch-advisor wrote it, update the program.';
const GONE =
  'Mark the record as superseded or deprecated, or name knowledge that has the decision with --knowledge.';

/** A new record is also written if the pick is the same, if the flags say so. */
function recordAgain(
  record: VerifiedRecord,
  { folder, flagsFor }: VerifyView,
  flags: readonly string[] = [],
): Pick<NextStep, 'command'> {
  const { decision = '' } = record;
  const place = folder === undefined ? [] : [`--dir ${shellWord(folder)}`];
  const command = `arch-advisor adr ${shellWord(decision)}`;
  return { command: [command, ...place, ...flags, ...flagsFor(record)] };
}

function explainAgain(record: VerifiedRecord, { flagsFor }: VerifyView) {
  const { decision = '' } = record;
  return { command: [`arch-advisor explain ${shellWord(decision)}`, ...flagsFor(record)] };
}
