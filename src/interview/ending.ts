import { isDecided, likeliestOf } from '../common/decided.ts';
import type { Topic } from '../model/interview.ts';
import type { Outlook } from '../model/outlook.ts';

/** Whether nothing more has to be asked; undefined where something has. */
export function endingOf(
  { decisions }: Outlook,
  { quick }: Topic,
): 'settled' | 'likely' | undefined {
  const open = decisions.filter((each) => !isDecided(each));
  if (open.length === 0) return 'settled';
  if (quick === undefined) return undefined;
  return open.every((each) => likeliestOf(each).share >= quick) ? 'likely' : undefined;
}
