import { readByAdrLog } from './adr-log.ts';
import { readByAdrTools } from './adr-tools.ts';
import { readByBackstage } from './backstage.ts';
import { readByLog4brains } from './log4brains.ts';
import type { ShownRecord } from './shown.ts';

/** A program that reads decision records: their order is the one in which it lists them. */
export interface RecordReader {
  readonly name: string;
  readonly read: (project: string) => Promise<ShownRecord[]>;
}

export const RECORD_READERS: readonly RecordReader[] = [
  { name: 'adr-tools', read: readByAdrTools },
  { name: 'log4brains', read: readByLog4brains },
  { name: 'adr-log', read: readByAdrLog },
  { name: 'Backstage', read: readByBackstage },
];
