import { prepareKnowledge } from '../knowledge/load.ts';

// The last step of the build: reads the built-in documents, so that commands need not.
await prepareKnowledge(() => new Map());
