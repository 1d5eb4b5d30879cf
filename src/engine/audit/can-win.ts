import type { AuditFinding } from '../../model/audit.ts';
import type { Alternative } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { type CompiledDecision, withParents } from '../compiled.ts';
import { WITHOUT } from '../decision-table.ts';
import { boardFor } from '../proof/board-for.ts';
import { denseOf } from '../proof/dense.ts';
import { has } from '../proof/dense-table.ts';
import { everyOutcome } from '../proof/every-outcome.ts';
import { lowestLead } from '../proof/leads.ts';
import { readBoard } from '../proof/reading.ts';
import { standingIn } from '../proof/stands.ts';
import { type Digits, picksIn } from './completion.ts';
import { missing, waysToApply, wishFor } from './goals.ts';
import { climb } from './search.ts';
import type { Stage } from './stage.ts';

/** Answers under which each alternative is picked, and what is found about the others. */
export interface CanWin {
  readonly witnesses: ReadonlyMap<string, readonly number[]>;
  readonly findings: readonly AuditFinding[];
}

const ATTEMPTS = 60;

/** Looks for answers under which each alternative of a decision wins; else for the proof that there are none. */
export function canWin(compiled: CompiledDecision, stage: Stage): CanWin {
  const witnesses = new Map<string, readonly number[]>();
  const findings: AuditFinding[] = [];
  for (const alternative of compiled.decision.alternatives) {
    const witness = witnessOf(alternative.id, compiled, stage);
    if (witness) witnesses.set(alternative.id, witness);
    else findings.push(...withoutWitness(alternative, compiled, stage));
  }
  return { witnesses, findings };
}

function witnessOf(
  alternative: string,
  compiled: CompiledDecision,
  stage: Stage,
): readonly number[] | undefined {
  const { id } = compiled.decision;
  const { decisions } = stage.compiled;
  const chain = withParents(id, decisions);
  const scenes = stage.scenes.filter(({ decision }) => decision === compiled);
  const axes = [...new Set(scenes.flatMap((scene) => scene.axes))];
  for (const way of waysToApply(compiled, decisions)) {
    const wishes = [...way, ...wishFor(alternative, compiled)];
    const goal = (digits: Digits) => missing(wishes, stage.complete(digits));
    const found = climb(stage, { goal, axes, attempts: ATTEMPTS });
    const picks = found && picksIn(chain, new Map(), stage.complete(found));
    if (picks?.get(id)?.includes(alternative)) return found;
  }
  return undefined;
}

/** Where there are few enough answers all of them are looked at; else only a proof against it or an open end is left. */
function withoutWitness(
  alternative: Alternative,
  compiled: CompiledDecision,
  { compiled: { knowledge } }: Stage,
): AuditFinding[] {
  const { id, several } = compiled.decision;
  const outcomes = everyOutcome(knowledge, id);
  if (outcomes === undefined)
    return [neverWins(alternative, compiled, proofAgainst(alternative.id, id, knowledge))];
  const isPicked = (picks: readonly string[]) =>
    several ? picks.includes(alternative.id) : picks.length === 1 && picks[0] === alternative.id;
  if (outcomes.some(isPicked)) return [];
  const proof = proofAgainst(alternative.id, id, knowledge);
  return [neverWins(alternative, compiled, proof ?? 'no answers at all bring it about')];
}

function neverWins(
  { id, name, place }: Alternative,
  { decision }: CompiledDecision,
  proof: string | undefined,
): AuditFinding {
  const finding = {
    rule: 'never-wins',
    severity: 'error',
    subject: `${decision.id}/${id}`,
    place,
  } as const;
  if (proof === undefined) {
    return {
      ...finding,
      message: `No answers were found under which ${name} is picked; that there are none is not proved`,
      hint: 'look at its conditions, and at what its rivals get',
    };
  }
  return { ...finding, message: `${name} is never picked alone: ${proof}`, hint: HINT };
}

const HINT = 'give it a benefit or a condition that its rivals have not, or take it out';

/** Why nothing that can be answered makes an alternative the only winner. */
function proofAgainst(
  alternative: string,
  decision: string,
  knowledge: KnowledgeBase,
): string | undefined {
  const { contests = [] } =
    denseOf(knowledge).decisions.find(({ compiled }) => compiled.decision.id === decision) ?? {};
  const contest = contests.find(({ table }) => table.alternatives.includes(alternative));
  if (contest === undefined) return undefined;
  const { table } = contest;
  const nothing = denseOf(knowledge).codes.encode(new Map());
  const [reading] = readBoard(boardFor(contest), nothing);
  if (reading === undefined) return undefined;
  const own = table.alternatives.indexOf(alternative);
  if (!has(standingIn(reading, nothing), own)) return 'every answer rules it out';
  const dominator = table.alternatives.findIndex(
    (_, other) =>
      other !== own && !has(reading.mayBeOut, other) && lowestLead(reading, other, own) >= 0,
  );
  if (dominator < 0) return undefined;
  const by = table.alternatives[dominator];
  return by === WITHOUT ? 'not having it is always as good' : `\`${by}\` is always as good`;
}
