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
        text: 'Decide again with all answers, and write a record that supersedes this one:',
        ...recordAgain(record, view),
      };
    case 'edited':
      return decision === undefined
        ? { text: 'Restore the file from version control.' }
        : {
            text: 'Restore the text from version control, or decide again with all answers:',
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
    case 'unchanged':
      return { text: 'See what the pick depends on:', ...explainAgain(record, view) };
    default:
      return outcome satisfies never;
  }
}

const UNREADABLE =
  'Fix the file or restore it from version control; if a newer version of arch-advisor wrote it, update the program.';
const GONE =
  'Mark the record as superseded or deprecated, or name knowledge that has the decision with --knowledge.';

/** A new record is also written if the pick is the same, if the flags say so. */
function recordAgain(
  { decision = '' }: VerifiedRecord,
  view: VerifyView,
  flags: readonly string[] = [],
): Pick<NextStep, 'command'> {
  const folder = view.folder === undefined ? [] : [`--dir ${shellWord(view.folder)}`];
  return {
    command: [
      `arch-advisor adr ${shellWord(decision)}`,
      ...folder,
      ...flags,
      ...answersOfToday(view),
    ],
  };
}

function explainAgain({ decision = '' }: VerifiedRecord, view: VerifyView) {
  return { command: [`arch-advisor explain ${shellWord(decision)}`, ...answersOfToday(view)] };
}

/** The same as now, with a file of answers: by itself, `--set` gives only a few. */
function answersOfToday({ flags }: VerifyView): readonly string[] {
  const isWhole = flags.some((flag) => /^--(answers|profile) /.test(flag));
  return isWhole ? flags : ['--answers FILE', ...flags];
}
