import { prepareDocuments } from '../knowledge/load.ts';

// The last step of the build: reads the built-in documents, so that advice need not.
await prepareDocuments();
