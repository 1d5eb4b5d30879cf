import type { FormerId } from '../../model/knowledge.ts';
import { count } from '../../report/count.ts';
import type { Context } from '../context.ts';
import { remarkFormer } from '../remark-former.ts';

/** Gathers the old ids of many lines, to tell them once. */
export function formerCount() {
  const seen = new Map<string, FormerId>();
  let lines = 0;
  return {
    add: (former: readonly FormerId[]): void => {
      lines += 1;
      for (const each of former) {
        const key = [each.kind, each.of, each.from].join(' ');
        if (!seen.has(key)) seen.set(key, each);
      }
    },
    remark: (context: Pick<Context, 'remark'>): void => {
      if (lines === 0) return;
      context.remark(`Old ids in ${count(lines, 'line')}:\n`);
      remarkFormer({ former: [...seen.values()] }, context);
    },
  };
}
