import { printedBy, programNamed } from './installed.ts';
import { linkedEntries } from './linked-list.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

const START = '<!-- adrlog -->';

/** adr-log of MADR: the log that `adr-log -d` prints after its messages, `* [ADR-0001](0001-….md) - Database: SQL`. */
export async function readByAdrLog(project: string): Promise<ShownRecord[]> {
  const printed = await printedBy(programNamed('adr-log'), ['-d', RECORDS], project);
  const log = printed.slice(printed.lastIndexOf(START));
  return linkedEntries(log).map(({ target, rest }) => ({
    file: target,
    title: rest.replace(/^ - /, ''),
  }));
}
