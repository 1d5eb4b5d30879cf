import type { Interview, QuestionScreen } from '../model/interview.ts';
import { changedBetween } from './why.ts';

/** What an answer changed in an interview about the same decisions, for the screen of the question after it. */
export function lastChange(
  before: Pick<Interview, 'outlook'>,
  after: Pick<Interview, 'outlook'>,
): Required<Pick<QuestionScreen, 'changed'>> {
  return { changed: changedBetween(before.outlook.decisions, after.outlook.decisions) };
}
