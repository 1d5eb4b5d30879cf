import { packProspects } from '../engine/next/outlook.ts';
import { packTables } from '../engine/table/prepared-tables.ts';
import { tablesFor } from '../engine/table/tables.ts';
import { prepareKnowledge } from '../knowledge/load.ts';

// The last step of the build: reads the built-in documents, so that commands need not.
await prepareKnowledge(
  (knowledge) =>
    new Map([...packTables(tablesFor(knowledge).decisions), ...packProspects(knowledge)]),
);
