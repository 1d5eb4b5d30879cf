import type { Rule } from '../rule.ts';

/** A quality drives a decision once: named again it would count again. */
export const repeatedQuality: Rule = {
  id: 'repeated-quality',
  severity: 'error',
  check: ({ decisions }, report) => {
    for (const { id, driving, place } of decisions.values()) {
      for (const quality of new Set(driving)) {
        const times = driving.filter((each) => each === quality).length;
        if (times === 1) continue;
        const message = `\`${id}\` lists the driving quality \`${quality}\` ${times} times`;
        report({ message, hint: 'list it once; weights say how much it counts', place });
      }
    }
  },
};
