import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import { aboutText, othersText } from '../../report/verify/remarks.ts';
import type { Context } from '../context.ts';
import type { FoundRecord } from './records-found.ts';
import { hasFacts, mayBeAbout } from './verify-records.ts';

/**
 * Says which records are decided with their own answers alone, as the given ones are about something else. Throws a `UserError`
 * if that is so for all of them: the answers name the wrong system, or the folder is that of another one.
 */
export function remarkOthers(
  found: readonly FoundRecord[],
  { folder, facts }: { readonly folder: string; readonly facts: AnswerSheet },
  { remark }: Pick<Context, 'remark'>,
): void {
  const records = found.flatMap((each) => (each.kind === 'usable' ? [each.record] : []));
  const others = records.filter((record) => !mayBeAbout(record, facts));
  if (others.length === 0) return;
  if (others.length === records.length) {
    throw new UserError(
      `The answers are about ${aboutText([facts])}, but the records in \`${plain(folder)}\` are about ${aboutText(others)}`,
      'correct `system` and `scope` in the answers, or remove them to use the answers for all records',
    );
  }
  if (hasFacts(facts)) remark(othersText({ others: others.length, of: records.length }, facts));
}
