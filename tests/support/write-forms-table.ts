import { readFileSync, writeFileSync } from 'node:fs';
import { withFormsTable } from './forms-table.ts';

const document = new URL('../../docs/writing-knowledge.md', import.meta.url);
writeFileSync(document, withFormsTable(readFileSync(document, 'utf8')));
