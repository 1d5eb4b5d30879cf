import type { AuditFinding } from '../../model/audit.ts';
import type { Question } from '../../model/question.ts';
import { ratingsOf } from '../../model/rating.ts';
import type { Compiled, CompiledDecision } from '../compiled.ts';
import type { DecisionTable, QuestionTable } from '../decision-table.ts';
import { legalAnswers } from '../legal-answers.ts';
import type { Axis } from './completion.ts';
import { completer, type Digits, standing } from './completion.ts';

/**
 * For each quality that a question says it raises: a higher choice never lowers the lead of the alternatives rated best
 * on that quality, whatever the other answers are (MODEL.md, section 8).
 */
export function notMonotone(compiled: Compiled): AuditFinding[] {
  const { questions } = compiled.knowledge;
  return [...questions.values()].flatMap((question) =>
    question.raises.flatMap((quality) =>
      [...compiled.decisions.values()].flatMap((decision) =>
        fallsIn(decision, { question, quality, compiled }),
      ),
    ),
  );
}

interface Pair {
  readonly question: Question;
  readonly quality: string;
  readonly compiled: Compiled;
}

function fallsIn({ decision, tables }: CompiledDecision, pair: Pair): AuditFinding[] {
  const { question, quality, compiled } = pair;
  if (!decision.driving.includes(quality)) return [];
  return tables.flatMap((table) => {
    const ratings = table.alternatives.map(
      (id) =>
        ratingsOf(compiled.knowledge.patterns.get(id)?.claims ?? []).get(quality)?.rating ?? 0,
    );
    const best = Math.max(...ratings);
    const indexes = [...ratings.keys()];
    const leads = indexes
      .filter((a) => ratings[a] === best)
      .flatMap((a) => indexes.filter((b) => (ratings[b] ?? 0) < best).map((b) => ({ a, b })));
    const gain = gainOf(table, question, compiled);
    const finding = {
      rule: 'not-monotone',
      severity: 'error' as const,
      subject: `${question.id}/${quality}/${decision.id}`,
    };
    if (gain === undefined)
      return [
        {
          ...finding,
          message: `Too many conditions join \`${question.id}\` to other questions in ${decision.title} to prove that it never lowers ${quality}`,
          place: question.place,
        },
      ];
    return question.choices.slice(1).flatMap((choice, index) =>
      leads
        .filter((lead) => gain(index, lead) < 0)
        .map(({ a, b }) => ({
          ...finding,
          message: `Moving \`${question.id}\` up to \`${choice.id}\` can lower the lead of \`${table.alternatives[a]}\` over \`${table.alternatives[b]}\`, although it is rated best on ${quality}`,
          hint: 'look at the conditions that name the question, or take the pair out of `raises`',
          place: choice.place,
        })),
    );
  });
}

/** Of one alternative over another, by their index. */
interface Lead {
  readonly a: number;
  readonly b: number;
}

/** More joint answers than this are not listed. */
const MOST_JOINT_ANSWERS = 100_000;

/**
 * The least that a lead gains from one choice to the next, over all answers to what interactions join to the question;
 * a lead of or over what is ruled out before and after is none.
 */
function gainOf(table: DecisionTable, question: Question, { knowledge }: Compiled) {
  const joined = table.interactions.filter(({ questions }) => questions.includes(question.id));
  const parts = joined.flatMap(({ anyOf }) => anyOf.flat(2));
  const others = [...new Set(parts.map((part) => part.question))].filter(
    (id) => id !== question.id,
  );
  const axes: Axis[] = others.flatMap((id) => {
    const other = knowledge.questions.get(id);
    const own = table.questions.get(id);
    return other && own ? [axisOf(other, own)] : [];
  });
  const levels = question.choices.map(({ id }) => ({
    choices: [id],
    count: 1,
    columns: [table.questions.get(question.id)?.columnOf([id])],
  }));
  const all = [{ question: question.id, classes: levels }, ...axes];
  // Interactions that the question has no part in would see no answers here, and change no lead of it.
  const own = { ...table, interactions: joined };
  const sight = { chain: [], tables: [own], questions: knowledge.questions };
  const complete = completer({ sight, axes: all, answers: new Map() });
  const contexts = allDigits(axes);
  const gainIn = (rest: Digits, level: number, { a, b }: Lead) => {
    const [before, after] = [level, level + 1].map((each) =>
      complete([each, ...rest]).totalOf(own),
    );
    if (before === undefined || after === undefined) return 0;
    const isOut = (index: number) => before.ruledOut[index] && after.ruledOut[index];
    if (isOut(a) || isOut(b)) return 0;
    return standing(after, a) - standing(after, b) - standing(before, a) + standing(before, b);
  };
  return (
    contexts &&
    ((level: number, lead: Lead) => Math.min(...contexts.map((rest) => gainIn(rest, level, lead))))
  );
}

/** The answers that fulfil different conditions; weights move all leads alike whatever the question at hand is answered. */
function axisOf(question: Question, { parts, columnOf }: QuestionTable): Axis {
  const classes = legalAnswers(question, { qualities: [], parts });
  return {
    question: question.id,
    classes: classes.map((each) => ({ ...each, columns: [columnOf(each.choices)] })),
  };
}

/** All joint answers; undefined where they are too many to list. */
function allDigits(axes: readonly Axis[]): number[][] | undefined {
  const size = axes.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_JOINT_ANSWERS) return undefined;
  return axes.reduce<number[][]>(
    (lists, { classes }) => lists.flatMap((list) => classes.map((_, digit) => [...list, digit])),
    [[]],
  );
}
