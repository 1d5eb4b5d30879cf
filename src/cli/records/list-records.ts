import { numberOf } from '../../records/file-names.ts';
import { readRecordText } from '../../records/record-text.ts';
import type { ListedRecord } from '../../report/record/index-page.ts';
import { readRecordFolder } from './record-folder.ts';

/** The numbered records of a folder, of whichever tool, in the order of their numbers. Throws a `UserError`. */
export function listRecords(folder: string): ListedRecord[] {
  return readRecordFolder(folder)
    .flatMap((each): ListedRecord[] => {
      const number = numberOf(each.file);
      if (number === undefined || !('text' in each) || each.isLink) return [];
      const { title, status, date } = readRecordText(each.text);
      return [
        {
          ...{ file: each.file, number, title },
          ...(status !== undefined && { status }),
          ...(date !== undefined && { date }),
        },
      ];
    })
    .sort((one, other) => one.number - other.number);
}
