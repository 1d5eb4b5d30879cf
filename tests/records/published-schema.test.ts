import { expect, test } from 'vitest';
import { z } from 'zod';
import { publishedSchema } from '../../src/records/record-schema.ts';

/** `npx vitest run tests/records/published-schema.test.ts -u` writes it anew. */
test('docs/record.schema.json describes the data of a record', async () => {
  const schema = z.toJSONSchema(publishedSchema, { io: 'input' });
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/record.schema.json');
});
