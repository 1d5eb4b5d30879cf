import type { AuditFinding } from '../../model/audit.ts';
import type { Question } from '../../model/question.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { columnOf } from '../table/question-columns.ts';
import type { DecisionEntry, Tables } from '../table/tables.ts';
import { nameOf } from './can-win.ts';
import { isMovedBy, isOf, type Lead, leastGain, type Step } from './least-gain.ts';

/**
 * For each quality that a question says it raises: a higher choice never lowers the lead of the alternatives rated best
 * on that quality over those rated lower, all other answers staying (docs/model.md, "The audit").
 */
export function notMonotone(tables: Tables): AuditFinding[] {
  return [...tables.knowledge.questions.values()].flatMap((question) =>
    question.raises.flatMap((quality) =>
      tables.decisions.flatMap((entry) =>
        entry.tables().flatMap((table) => fallsIn(table, { question, quality, entry, tables })),
      ),
    ),
  );
}

interface Raised {
  readonly question: Question;
  readonly quality: string;
  readonly entry: DecisionEntry;
  readonly tables: Tables;
}

function fallsIn(
  table: DecisionTable,
  { question, quality, entry, tables }: Raised,
): AuditFinding[] {
  const leads = leadsOn(quality, table);
  const slot = tables.slots.get(question.id)?.index ?? -1;
  return question.choices.slice(1).flatMap((choice, below) =>
    leads
      .filter((lead) => canFall(lead, table, { slot, below, questions: tables.questions.length }))
      .map(({ a, b }) => ({
        rule: 'not-monotone',
        severity: 'error' as const,
        subject: `${question.id}/${quality}/${entry.decision.id}`,
        message: `Moving \`${question.id}\` up to \`${choice.id}\` can lower the lead of ${nameOf(a, table)} over ${nameOf(b, table)}, although it is rated best on ${quality}`,
        hint: 'look at the conditions that name the question, or take the pair out of `raises`',
        place: choice.place,
      })),
  );
}

/** Of each alternative rated best over each rated lower. */
function leadsOn(quality: string, { qualities }: DecisionTable): Lead[] {
  const { ratings = [] } = qualities.find((row) => row.quality === quality) ?? {};
  const best = Math.max(...ratings);
  const places = [...ratings.keys()];
  return places
    .filter((a) => ratings[a] === best)
    .flatMap((a) => places.filter((b) => (ratings[b] ?? 0) < best).map((b) => ({ a, b })));
}

/** Most leads move by weights and evidence of the question alone; only the others need a closer look. */
function canFall(lead: Lead, table: DecisionTable, step: Step): boolean {
  const own = table.byQuestion.get(step.slot);
  if (own === undefined) return false;
  const isJoined = table.joined.some((each) => isOf(lead, each) && isMovedBy(step, each));
  const isRuling = own.effects.some((each) => each.rulesOut && isOf(lead, each));
  const [before, after] = [step.below, step.below + 1].map(
    (choice) => columnOf(own, 1 << choice, table.base.length).points,
  );
  const gain = (place: number) => (after?.[place] ?? 0) - (before?.[place] ?? 0);
  if (!isJoined && !isRuling && gain(lead.a) >= gain(lead.b)) return false;
  return leastGain(lead, table, step) < 0;
}
