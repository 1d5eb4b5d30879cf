import type { RankedAlternative, Status } from '../model/advice.ts';
import type { Evidence } from '../model/pattern.ts';
import type { CompiledDecision } from './compiled.ts';
import { type DecisionTable, WITHOUT } from './decision-table.ts';
import type { Case, Finding, RankedFinding } from './finding.ts';
import { inOrder, judge } from './judge.ts';
import { partsOf } from './terms.ts';
import { allHold, anyHolds, type Truth, truthOfPart } from './truth.ts';
import { rank, unweighed, weigh } from './weigh.ts';

/**
 * Each technique for itself; an open one leads only where a reason to use it already holds, as nothing is assumed of what
 * is not answered. The baseline is picked where none of them is (MODEL.md, section 3).
 */
export function decideSeveral(compiled: CompiledDecision, given: Case): RankedFinding {
  const techniques = compiled.tables.map((table) => judgeTechnique(compiled, table, given));
  const together = joinFindings(techniques, given);
  const baseline = compiled.decision.baseline;
  const ranking = rank(techniques.map(({ ranked }) => ranked));
  if (baseline === undefined) return { ...together, ranking };
  const picked = together.status !== 'not-applicable' && together.recommended.length === 0;
  const isCertain = together.status === 'settled' && picked;
  const named = compiled.decision.alternatives.find(({ id }) => id === baseline);
  const none: RankedAlternative = {
    ...unweighed({ id: baseline, name: named?.name ?? baseline }),
    picked,
    ...(together.status === 'open' && { status: 'open', dependsOn: together.dependsOn }),
    ...(together.status === 'settled' && { status: 'settled', dependsOn: [] }),
  };
  return {
    ...together,
    recommended: picked ? [baseline] : together.recommended,
    must: isCertain ? [baseline] : together.must,
    may: together.must.length === 0 ? [...together.may, baseline] : together.may,
    standing: [...together.standing, baseline],
    ranking: rank([none, ...ranking]),
  };
}

interface Technique {
  readonly id: string;
  readonly finding: Finding;
  readonly ranked: RankedAlternative & { readonly picked: boolean };
}

function judgeTechnique(compiled: CompiledDecision, table: DecisionTable, given: Case): Technique {
  const id = table.alternatives.find((alternative) => alternative !== WITHOUT) ?? WITHOUT;
  const finding = judge(compiled, table, given);
  const weighed = weigh(id, { compiled, table, given });
  const reason = reasonFor(id, given);
  const leads = weighed.score > 0 && reason === 'always' && finding.standing.includes(id);
  const isProved = finding.status === 'settled' || finding.recommended.length > 0;
  const { status, dependsOn } = finding;
  const ranked = {
    ...weighed,
    picked: status !== 'not-applicable' && (isProved ? finding.recommended.includes(id) : leads),
    ...((status === 'settled' || status === 'open') && { status, dependsOn }),
    ...(reason === 'never' && { unreasoned: true as const }),
  };
  return { id, finding, ranked };
}

/** Whether one of the conditions under which to use it holds; one without conditions needs none. */
function reasonFor(id: string, { compiled, answers }: Case): Truth {
  const { patterns, questions } = compiled.knowledge;
  const reasons = (patterns.get(id)?.evidence ?? []).filter(
    ({ kind, condition }) => kind === 'use-when' && condition !== undefined,
  );
  if (reasons.length === 0) return 'always';
  const truthOf = ({ condition }: Evidence) =>
    allHold(
      partsOf(condition).map((part) => truthOfPart(part, questions.get(part.question), answers)),
    );
  return anyHolds(reasons.map(truthOf));
}

/** What the techniques come to together, before the baseline; never tied or infeasible. */
function joinFindings(techniques: readonly Technique[], given: Case): Finding {
  const findings = techniques.map(({ finding }) => finding);
  const all = (which: 'must' | 'may' | 'standing') =>
    findings.flatMap((finding) => finding[which]).filter((id) => id !== WITHOUT);
  const status = jointStatus(findings.map((finding) => finding.status));
  return {
    status,
    recommended: techniques.filter(({ ranked }) => ranked.picked).map(({ id }) => id),
    must: all('must'),
    may: all('may'),
    standing: all('standing'),
    dependsOn: inOrder(
      findings.flatMap(({ dependsOn }) => dependsOn),
      given,
    ),
    isBounded: findings.some(({ isBounded }) => isBounded),
  };
}

function jointStatus(statuses: readonly Status[]): Status {
  if (statuses.includes('open')) return 'open';
  return statuses.every((status) => status === 'not-applicable') ? 'not-applicable' : 'settled';
}
