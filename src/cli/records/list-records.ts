import { numberOf } from '../../records/file-names.ts';
import { readRecordText } from '../../records/record-text.ts';
import type { ListedRecord } from '../../report/record/index-page.ts';
import { readRecordFolder } from './record-folder.ts';

/** The records of a folder, of whichever tool: those without a number, such as a date, by name, then by number. Throws a `UserError`. */
export function listRecords(folder: string): ListedRecord[] {
  return readRecordFolder(folder)
    .flatMap((each): ListedRecord[] => {
      const number = numberOf(each.file);
      if (!/^\d/.test(each.file) || !('text' in each) || each.isLink) return [];
      const { title, status, date } = readRecordText(each.text);
      return [
        {
          ...{ file: each.file, title },
          ...(number !== undefined && { number }),
          ...(status !== undefined && { status }),
          ...(date !== undefined && { date }),
        },
      ];
    })
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
}
