import { readersTable } from './table.ts';

/** Prints the table of docs/design.md, "Records and their readers". */
process.stdout.write(await readersTable());
