import { closest } from '../../common/closest.ts';
import { containerNames } from '../patterns/containers.ts';
import type { Rule } from '../rule.ts';

export const unknownContainer: Rule = {
  id: 'unknown-container',
  severity: 'error',
  check: ({ documents }, report) => {
    for (const { name, place } of documents.flatMap(({ remains }) => remains.containers)) {
      const near = closest(name, containerNames);
      const hint = near
        ? `did you mean \`${near}\`?`
        : 'a list below a line needs a container such as `Advantages`, or the name of an alternative';
      report({ message: `Unknown container \`${name}\``, hint, place });
    }
  },
};
