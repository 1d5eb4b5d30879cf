import type { Skipped } from '../../knowledge/layers.ts';
import { loadKnowledge, loadWithLayers } from '../../knowledge/load.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { Audit } from '../../model/audit.ts';
import type { Diagnostic, KnowledgeBase } from '../../model/knowledge.ts';
import { auditSummary, auditText } from '../../report/check/audit-text.ts';
import { diagnosticsLines } from '../../report/check/diagnostics-lines.ts';
import { diagnosticsText, summary } from '../../report/check/diagnostics-text.ts';
import { json } from '../../report/json.ts';
import type { Context } from '../context.ts';
import { usable } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';
import { isNamedBy, printReadings, readingsOf } from '../readings.ts';
import { type Ended, withProgress } from '../terminal/progress.ts';

export interface CheckOptions extends CommonOptions {
  readonly files: readonly string[];
  readonly audit?: boolean;
  /** Every diagnostic on a terminal, too. */
  readonly all?: boolean;
  /** Print what was understood instead of what is wrong. */
  readonly explain?: boolean;
}

/** Reports what is wrong in documents; 1 where something is an error or the audit finds something. */
export async function run(options: CheckOptions, context: Context): Promise<number> {
  const paths = { knowledge: [...options.knowledge, ...options.files], add: options.addKnowledge };
  if (options.explain) return explained(paths, options, context);
  const { diagnostics, documents, knowledge, skipped = [] } = await loadKnowledge(paths);
  const ended = options.audit && knowledge ? await audited(knowledge, context) : undefined;
  if (ended && 'exitCode' in ended) {
    context.remark('Interrupted\n');
    return ended.exitCode;
  }
  const audit = ended && onlyOf(ended.value, [...paths.knowledge, ...paths.add]);
  const found: Diagnostic[] = [...diagnostics, ...(audit?.findings ?? [])];
  const result = { found, documents, skipped, audit, showsAll: options.all === true };
  if (options.json) printJson(result, context);
  else printText(result, context);
  return exitCode(found);
}

function exitCode(found: readonly Diagnostic[]): number {
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What is wrong is only counted then. */
async function explained(
  paths: KnowledgePaths,
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const loaded = await loadWithLayers(paths);
  const knowledge = usable(loaded, paths, context);
  const readings = readingsOf(loaded, knowledge, paths);
  printReadings({ readings, knowledge }, options, context);
  return exitCode(loaded.diagnostics);
}

/** The audit is loaded only if it is asked for. */
async function audited(knowledge: KnowledgeBase, { stderr }: Context): Promise<Ended<Audit>> {
  const { audit } = await import('../../engine/audit/audit.ts');
  return withProgress(audit(knowledge), stderr);
}

/** If files are named, only the findings in them: the rest of the knowledge is not their concern. */
function onlyOf(whole: Audit, paths: readonly string[]): Audit {
  if (paths.length === 0) return whole;
  const isInNamed = isNamedBy(paths);
  const isNamed = ({ place }: Diagnostic) => isInNamed(place);
  return {
    ...whole,
    findings: whole.findings.filter(isNamed),
    waived: whole.waived.filter(isNamed),
  };
}

interface Result {
  readonly found: readonly Diagnostic[];
  readonly documents: number;
  /** Files next to the documents that are not documents. */
  readonly skipped: readonly Skipped[];
  readonly audit: Audit | undefined;
  readonly showsAll: boolean;
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

function printText({ found, documents, skipped, audit, showsAll }: Result, context: Context): void {
  const { print, remark, style, stdout } = context;
  if (skipped.length > 0) remark(skippedText(skipped));
  if (stdout.isTTY) print(diagnosticsText(found, documents, { style, showsAll }));
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
