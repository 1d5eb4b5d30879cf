import { z } from 'zod';
import { jsonEscaped } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import type { VerifiedRecord } from '../model/verification.ts';
import { isFinding } from './failures.ts';

const VERSION = 1;

const finding = z.object({
  file: z.string().min(1),
  outcome: z.enum(['unchanged', 'certainty-changed', 'pick-changed', 'not-decidable', 'edited']),
  after: z.array(z.string()).exactOptional(),
  found: z.string().exactOptional(),
});

const baselineSchema = z.object({ version: z.literal(VERSION), findings: z.array(finding) });

/**
 * A finding that is known, by what it is about and not by its line: another change of the same record is a new one. `after` is
 * today's pick, absent if there is none; `found` is what an edited record says instead.
 */
export type KnownFinding = z.infer<typeof finding>;

/** What a baseline of some records lists. */
export function findingsIn(records: readonly VerifiedRecord[]): KnownFinding[] {
  return records.filter(isFinding).map(findingOf);
}

/** The findings of today as a baseline file. */
export function baselineText(records: readonly VerifiedRecord[]): string {
  const findings = findingsIn(records);
  return `${jsonEscaped(JSON.stringify({ version: VERSION, findings }, null, 2))}\n`;
}

/** The findings in a baseline file; `file` names it in errors. Throws a `UserError`. */
export function readBaseline(text: string, file: string): KnownFinding[] {
  const read = baselineSchema.safeParse(parsed(text));
  if (read.success) return read.data.findings;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `: ${issue.path.join('.')}`;
  throw new UserError(
    `\`${file}\` is not a baseline of arch-advisor${where}`,
    'write it again with `arch-advisor verify FOLDER --write-baseline FILE`',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Marked {
  /** The same records, those marked that are known. */
  readonly records: readonly VerifiedRecord[];
  /** Known findings that no longer occur. */
  readonly gone: readonly KnownFinding[];
}

/** Marks the findings that a baseline lists. */
export function withBaseline(
  records: readonly VerifiedRecord[],
  baseline: readonly KnownFinding[],
): Marked {
  const today = new Set(findingsIn(records).map(keyOf));
  const known = new Set(baseline.map(keyOf));
  const isKnown = (record: VerifiedRecord) =>
    isFinding(record) && known.has(keyOf(findingOf(record)));
  return {
    records: records.map((record) => (isKnown(record) ? { ...record, known: true } : record)),
    gone: baseline.filter((each) => !today.has(keyOf(each))),
  };
}

/** What identifies a finding: stays the same wherever the folder is, and however the record is moved about in its lines. */
export function findingKey(record: VerifiedRecord): string {
  return keyOf(findingOf(record));
}

function findingOf({ file, outcome, after, causes }: VerifiedRecord): KnownFinding {
  const edited = causes.find(({ kind }) => kind === 'text');
  const found = edited?.kind === 'text' ? (edited.found ?? '') : undefined;
  return {
    file: nameOf(file),
    outcome,
    ...(after && { after: after.recommended.toSorted() }),
    ...(found !== undefined && { found }),
  };
}

/** In its folder: the folder may be reached by different paths. */
function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}

function keyOf({ file, outcome, after, found }: KnownFinding): string {
  return JSON.stringify([file, outcome, after?.toSorted() ?? null, found ?? null]);
}
