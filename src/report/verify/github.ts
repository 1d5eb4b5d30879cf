import { plain } from '../../common/text.ts';
import type { Verification, VerifiedRecord } from '../../model/verification.ts';
import { findingMessage, findingTitle } from './message.ts';
import { type Level, levelOf, type VerifyView } from './verify-view.ts';

const COMMANDS = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
} as const satisfies Record<Level, string>;

/** Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request: one line each. */
export function githubAnnotations({ records }: Verification, view: VerifyView): string {
  return records
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map((record) => `${annotation(record, view)}\n`)
    .join('');
}

function annotation(record: VerifiedRecord, view: VerifyView): string {
  const { file, line } = record;
  const properties = [
    `file=${property(plain(file))}`,
    `line=${line}`,
    `title=${property(findingTitle(record))}`,
  ];
  const message = escaped(findingMessage(record, view));
  return `::${COMMANDS[levelOf(record, view)]} ${properties.join(',')}::${message}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
