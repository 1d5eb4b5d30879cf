import { loadKnowledge } from '../../knowledge/load.ts';
import { diagnosticsLines, diagnosticsText, summary } from '../../report/diagnostics-text.ts';
import { json } from '../../report/json.ts';
import type { Context } from '../context.ts';
import type { CommonOptions } from '../options.ts';

export interface CheckOptions extends CommonOptions {
  readonly files: readonly string[];
}

/** Reports what is wrong in documents; 1 where something is an error. */
export async function check(options: CheckOptions, context: Context): Promise<number> {
  const paths = { knowledge: [...options.knowledge, ...options.files], add: options.addKnowledge };
  const { diagnostics, documents } = await loadKnowledge(paths);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (options.json) {
    const items = diagnostics.map(({ place, ...rest }) => ({ ...rest, ...place }));
    const warnings = diagnostics.length - errors;
    context.print(json({ version: 1, documents, errors, warnings, diagnostics: items }));
  } else if (context.stdout.isTTY) {
    context.print(diagnosticsText(diagnostics, documents, context.style));
  } else {
    context.print(diagnosticsLines(diagnostics));
    context.remark(`${summary(diagnostics, documents)}\n`);
  }
  return errors > 0 ? 1 : 0;
}
