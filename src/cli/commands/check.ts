import { resolve, sep } from 'node:path';
import type { Skipped } from '../../knowledge/layers.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import type { Audit } from '../../model/audit.ts';
import type { Diagnostic, KnowledgeBase } from '../../model/knowledge.ts';
import { auditSummary, auditText } from '../../report/check/audit-text.ts';
import { diagnosticsLines, diagnosticsText, summary } from '../../report/check/diagnostics-text.ts';
import { json } from '../../report/json.ts';
import type { Context } from '../context.ts';
import type { CommonOptions } from '../options.ts';
import { type Ended, withProgress } from '../terminal/progress.ts';

export interface CheckOptions extends CommonOptions {
  readonly files: readonly string[];
  readonly audit?: boolean;
}

/** Reports what is wrong in documents; 1 where something is an error or the audit finds something. */
export async function run(options: CheckOptions, context: Context): Promise<number> {
  const paths = { knowledge: [...options.knowledge, ...options.files], add: options.addKnowledge };
  const { diagnostics, documents, knowledge, skipped = [] } = await loadKnowledge(paths);
  const ended = options.audit && knowledge ? await audited(knowledge, context) : undefined;
  if (ended && 'exitCode' in ended) {
    context.remark('Interrupted; nothing was changed\n');
    return ended.exitCode;
  }
  const audit = ended && onlyOf(ended.value, [...paths.knowledge, ...paths.add]);
  const found: Diagnostic[] = [...diagnostics, ...(audit?.findings ?? [])];
  if (options.json) printJson({ found, documents, skipped, audit }, context);
  else printText({ found, documents, skipped, audit }, context);
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The audit is loaded only where it is asked for. */
async function audited(knowledge: KnowledgeBase, { stderr }: Context): Promise<Ended<Audit>> {
  const { audit } = await import('../../engine/audit/audit.ts');
  return withProgress(audit(knowledge), stderr);
}

/** Where files are named, only what is found in them: the rest of the knowledge was not written for them alone. */
function onlyOf(whole: Audit, paths: readonly string[]): Audit {
  if (paths.length === 0) return whole;
  const roots = paths.map((path) => resolve(path));
  const isNamed = ({ place }: Diagnostic) => {
    const file = resolve(place.file);
    return roots.some((root) => file === root || file.startsWith(root + sep));
  };
  return {
    ...whole,
    findings: whole.findings.filter(isNamed),
    waived: whole.waived.filter(isNamed),
  };
}

interface Result {
  readonly found: readonly Diagnostic[];
  readonly documents: number;
  /** What lay beside the documents, and is none. */
  readonly skipped: readonly Skipped[];
  readonly audit: Audit | undefined;
}

function printJson({ found, documents, skipped, audit }: Result, { print }: Context): void {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const flat = ({ place, ...rest }: Diagnostic) => ({ ...rest, ...place });
  print(
    json({
      version: 1,
      documents,
      errors,
      warnings: found.length - errors,
      diagnostics: found.map(flat),
      ...(skipped.length > 0 && { skipped }),
      ...(audit && { audit: { ...audit.figures, waived: audit.waived.map(flat) } }),
    }),
  );
}

function printText({ found, documents, skipped, audit }: Result, context: Context): void {
  const { print, remark, style, stdout } = context;
  if (skipped.length > 0) remark(skippedText(skipped));
  if (stdout.isTTY) print(diagnosticsText(found, documents, style));
  else print(diagnosticsLines(found));
  if (audit) print(auditText(audit, style));
  if (audit && stdout.isTTY) print(`${auditSummary(audit)}\n`);
  if (!stdout.isTTY) {
    const more = audit ? `; ${auditSummary(audit)}` : '';
    remark(`${summary(found, documents)}${more}\n`);
  }
}

const MOST_SKIPPED = 5;

function skippedText(skipped: readonly Skipped[]): string {
  const named = skipped.slice(0, MOST_SKIPPED).map(({ file, reason }) => `${file} (${reason})`);
  const more = skipped.length > MOST_SKIPPED ? ` and ${skipped.length - MOST_SKIPPED} more` : '';
  return `Skipped: ${named.join(', ')}${more}\n`;
}
