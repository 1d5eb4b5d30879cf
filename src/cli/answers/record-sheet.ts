import { UserError } from '../../common/user-error.ts';
import type { ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import { recordedSheet, type UnreadAnswer } from '../../knowledge/answers/recorded-sheet.ts';
import type { TextFile } from '../../knowledge/read/text-file.ts';
import type { Place } from '../../model/condition.ts';
import type { KnowledgeBase, RetiredId } from '../../model/knowledge.ts';
import { dataIn, dataLineOf } from '../../records/record-data.ts';

/**
 * The answers, pins and notes of a decision record, as today's knowledge reads them; what it no longer takes counts as retired.
 * Throws a `UserError` where the data of the record cannot be read.
 */
export function recordSheet({ file, text }: TextFile, knowledge: KnowledgeBase): ReadAnswerSheet {
  const data = dataIn(text);
  if (data === undefined || 'problem' in data) {
    throw new UserError(
      `\`${file}:${dataLineOf(text)}\` cannot be used for answers: ${data?.problem ?? 'it has no data'}`,
      'restore the record from version control, or name another file',
    );
  }
  const { sheet, unread } = recordedSheet(data.record, knowledge);
  const place = { file, line: dataLineOf(text), column: 1 };
  return { ...sheet, former: [], retired: unread.map((each) => retiredId(each, place)) };
}

function retiredId(
  { answer, because = 'the knowledge does not have it' }: UnreadAnswer,
  place: Place,
): RetiredId {
  const [question = '', choice] = answer.split('=');
  return choice === undefined
    ? { id: question, because, place }
    : { id: choice, of: question, because, place };
}
