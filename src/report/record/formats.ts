import { log4brains } from './log4brains.ts';
import { madr } from './madr.ts';
import { nygard } from './nygard.ts';
import type { RecordView } from './record-view.ts';

/** The forms of a record, by the name that `--format` takes: each is a text without the data. */
export const recordFormats = { madr, nygard, log4brains } as const satisfies Record<
  string,
  (view: RecordView) => string
>;
