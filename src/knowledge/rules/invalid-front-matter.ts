import { z } from 'zod';
import { readYaml } from '../read/yaml.ts';
import type { Rule } from '../rule.ts';

const schema = z
  .looseObject({ title: z.string().optional(), markmap: z.looseObject({}).nullish() })
  .nullable();

/** Nothing is taken from front matter, so that nothing is lost with it. */
export const invalidFrontMatter: Rule = {
  id: 'invalid-front-matter',
  severity: 'warning',
  check: ({ documents }, report) => {
    for (const { file, frontMatter } of documents) {
      if (frontMatter === undefined) continue;
      const firstLine = frontMatter.place.line + 1;
      const result = readYaml({ file, text: frontMatter.name, firstLine }, schema);
      for (const { message, place } of result.ok ? [] : result.diagnostics) {
        const hint = 'front matter is YAML such as `title: text`, between two lines of `---`';
        report({ message: `Invalid front matter: ${message}`, hint, place });
      }
    }
  },
};
