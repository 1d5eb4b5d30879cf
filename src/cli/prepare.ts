import { packProspects } from '../engine/advice/outlook.ts';
import { packTables } from '../engine/table/prepared-tables.ts';
import { tablesFor } from '../engine/table/tables.ts';
import { startInterview } from '../interview/interview.ts';
import { packWhy } from '../interview/why.ts';
import { prepareKnowledge } from '../knowledge/load.ts';

// The last step of the build: reads the built-in documents, so that commands need not.
await prepareKnowledge((knowledge) => {
  const sheet = { answers: new Map(), pins: new Map(), notes: new Map() };
  const interview = startInterview(knowledge, {
    topic: { decisions: [], order: 'adaptive' },
    sheet,
  });
  return new Map([
    ...packTables(tablesFor(knowledge).decisions),
    ...packProspects(knowledge),
    ...packWhy(knowledge, interview),
  ]);
});
