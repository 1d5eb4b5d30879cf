import type { RankedAlternative } from '../model/advice.ts';
import type { Alternative } from '../model/decision.ts';
import type { Evidence } from '../model/pattern.ts';
import { type Case, questionsIn } from './case.ts';
import type { CompiledDecision } from './compiled.ts';
import { namesIn } from './proof/judge-all.ts';
import type { Judged, JudgedContest } from './proof/judged.ts';
import { noQuestions } from './proof/questions.ts';
import { partsOf } from './terms.ts';
import { truthOfPart } from './truth.ts';
import { weigh } from './weigh.ts';

/** All alternatives, highest score first; where several may be picked each with its own verdict. */
export function rankAll(
  compiled: CompiledDecision,
  judged: Judged,
  given: Case,
): RankedAlternative[] {
  const { alternatives, several } = compiled.decision;
  const ranked = alternatives.map((alternative) => weighed(alternative, compiled, given));
  const marked = several ? ranked.map((each) => mark(each, compiled, { judged, given })) : ranked;
  return marked.sort((a, b) => b.score - a.score);
}

/** Where several may be picked the baseline has no points, as nothing is weighed against it. */
function weighed(
  { id, name }: Alternative,
  compiled: CompiledDecision,
  { answers, dense: { knowledge } }: Case,
): RankedAlternative {
  const table = compiled.tables.find((each) => each.alternatives.includes(id));
  if (table === undefined) {
    return { alternative: id, name, score: 0, excludedBy: [], contributions: [] };
  }
  return weigh(id, { compiled, table, answers, knowledge });
}

interface Verdicts {
  readonly judged: Judged;
  readonly given: Case;
}

/** A technique with its own verdict; the baseline has that of the decision, as it is picked where none of them is. */
function mark(
  ranked: RankedAlternative,
  { decision, tables }: CompiledDecision,
  { judged, given }: Verdicts,
): RankedAlternative {
  const id = ranked.alternative;
  const picked = namesIn(
    judged.picks,
    decision.alternatives.map((each) => each.id),
  ).includes(id);
  const own = given.pins.has(decision.id)
    ? verdictOnPin(picked, judged)
    : (judged.contests[tables.findIndex(({ alternatives }) => alternatives.includes(id))] ??
      judged);
  return {
    ...ranked,
    picked,
    ...((own.status === 'settled' || own.status === 'open') && {
      status: own.status,
      dependsOn: questionsIn(own.dependsOn, given.dense),
    }),
    ...(isUnreasoned(id, given) && !given.pins.has(decision.id) && { unreasoned: true as const }),
  };
}

/** What is not pinned is settled: it is not picked. */
function verdictOnPin(
  picked: boolean,
  judged: Judged,
): Pick<JudgedContest, 'status' | 'dependsOn'> {
  const isOpen = picked && judged.status === 'open';
  return isOpen ? judged : { status: 'settled', dependsOn: noQuestions(judged.dependsOn.length) };
}

/** It names conditions under which to use it, and none of them can hold. */
function isUnreasoned(id: string, { dense: { knowledge }, answers }: Case): boolean {
  const reasons = (knowledge.patterns.get(id)?.evidence ?? []).filter(
    ({ kind, condition }) => kind === 'use-when' && condition !== undefined,
  );
  const isPossible = ({ condition }: Evidence) =>
    partsOf(condition).every(
      (part) => truthOfPart(part, knowledge.questions.get(part.question), answers) !== 'never',
    );
  return reasons.length > 0 && !reasons.some(isPossible);
}
