import { citationOf } from '../../common/ratings.ts';
import type { Hinge, Turn } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Claim, Evidence, Pattern } from '../../model/pattern.ts';
import { truthIn } from '../advice/situation.ts';
import { pickOfTables } from '../advice/verdicts.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import { type JudgedTable, judgeTable, PICKS } from '../decide/judge-table.ts';
import { tablesOf } from '../table/build-table.ts';
import { namesOf } from '../table/masks.ts';

/** The contested sentences of a decision that were tried, and those that its pick depends on. */
export interface Tried {
  readonly contested: number;
  readonly hinges: readonly Hinge[];
}

/**
 * Every contested sentence about an alternative that can count is tried without effect and with the opposite one; where
 * the pick changes, it depends on the sentence (docs/model.md, "Contested claims"). Nothing is tried where the decision
 * never applies or is pinned.
 */
export function hingesOf(judged: Judged, situation: Situation): Tried {
  const { decision } = judged.entry;
  if (judged.status === 'not-applicable' || judged.isPinned) return { contested: 0, hinges: [] };
  const { patterns } = situation.tables.knowledge;
  const weighed = judged.tables.flatMap(({ table }) =>
    table.alternatives.flatMap((id) => patterns.get(id) ?? []),
  );
  const tried = weighed
    .flatMap((pattern) => [
      ...claimTrials(pattern, decision.driving),
      ...evidenceTrials(pattern, situation),
    ])
    .map((trial) => tryOut(trial, judged, situation));
  const hinges = tried.filter(({ atZero, atOpposite }) => atZero.changes || atOpposite?.changes);
  return { contested: tried.length, hinges };
}

/** A sentence with the pattern as it would be without it, and with its opposite. */
interface Trial {
  readonly said: Omit<Hinge, 'atZero' | 'atOpposite'>;
  readonly atZero: Pattern;
  readonly atOpposite?: Pattern;
}

function claimTrials(pattern: Pattern, driving: readonly string[]): Trial[] {
  const counts = ({ contested, effects }: Claim) =>
    contested && effects.some(({ quality }) => driving.includes(quality));
  return pattern.claims.filter(counts).map((claim) => {
    const times = (factor: number): Pattern => ({
      ...pattern,
      claims: pattern.claims.map((each) => (each === claim ? scaled(claim, factor) : each)),
    });
    const said = { ...citationOf(claim), alternative: pattern.id, kind: 'claim' as const };
    return { said, atZero: times(0), atOpposite: times(-1) };
  });
}

function scaled(claim: Claim, factor: number): Claim {
  const effects = claim.effects.map(({ quality, value }) => ({ quality, value: value * factor }));
  return { ...claim, effects };
}

const OPPOSITE = { 'use-when': 'avoid-when', 'avoid-when': 'use-when' } as const;

function evidenceTrials(pattern: Pattern, situation: Situation): Trial[] {
  const counts = ({ contested, condition }: Evidence) =>
    contested && (truthIn(condition, situation) ?? 'never') !== 'never';
  return pattern.evidence.filter(counts).map((evidence) => {
    const { kind, condition } = evidence;
    const others = pattern.evidence.filter((each) => each !== evidence);
    const turned = (into: Evidence['kind']): Pattern => ({
      ...pattern,
      evidence: pattern.evidence.map((each) =>
        each === evidence ? { ...evidence, kind: into } : each,
      ),
    });
    const said = { ...citationOf(evidence), alternative: pattern.id, kind };
    return {
      said: { ...said, ...(condition && { because: condition.text }) },
      atZero: { ...pattern, evidence: others },
      ...(kind !== 'ruled-out-when' && { atOpposite: turned(OPPOSITE[kind]) }),
    };
  });
}

function tryOut({ said, atZero, atOpposite }: Trial, judged: Judged, situation: Situation): Hinge {
  return {
    ...said,
    atZero: turnWith(atZero, judged, situation),
    ...(atOpposite && { atOpposite: turnWith(atOpposite, judged, situation) }),
  };
}

/** Only the table that weighs the pattern is built anew, and of it only the questions that the sentence concerns. */
function turnWith(pattern: Pattern, judged: Judged, { tables, answers }: Situation): Turn {
  const { entry } = judged;
  const knowledge: KnowledgeBase = {
    ...tables.knowledge,
    patterns: new Map(tables.knowledge.patterns).set(pattern.id, pattern),
  };
  const own = judged.tables.map((each): JudgedTable => {
    const like = each.table;
    if (!like.alternatives.includes(pattern.id)) return each;
    const ingredients = { ...tables, knowledge, like };
    const [anew] = tablesOf(entry.decision, ingredients, pattern.id);
    if (anew === undefined) return each;
    return judgeTable(anew, answers, { questions: tables.questions, depth: PICKS });
  });
  const { status, recommended } = pickOfTables(entry, own, false);
  const before = namesOf(judged.picks, entry.alternatives);
  return { status, recommended, changes: recommended.join() !== before.join() };
}
