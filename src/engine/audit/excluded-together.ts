import type { AuditFinding } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Evidence } from '../../model/pattern.ts';
import type { Compiled, CompiledDecision, HardRule } from '../compiled.ts';
import { legalAnswers } from '../legal-answers.ts';
import { fulfils, type Part, partsOf } from '../terms.ts';
import { canHold } from './impossible-conditions.ts';

/** No document that people wrote comes near; of one that is made to explode only so many sets of rules are followed. */
const MOST_SETS = 2_000;

/**
 * Hard rules that can hold together and leave no alternative of a decision standing; but for answers that are told to
 * contradict each other, as these are explained where they are given.
 */
export function excludedTogether(
  { decision, hardRules }: CompiledDecision,
  { knowledge }: Compiled,
): AuditFinding[] {
  if (decision.several) return [];
  const rulesOf = (id: string) => hardRules.filter(({ alternative }) => alternative === id);
  let isCut = false;
  const firstOf = (all: HardRule[][]) => {
    isCut ||= all.length > MOST_SETS;
    return all.slice(0, MOST_SETS);
  };
  const sets = decision.alternatives.reduce<HardRule[][]>(
    (chosen, { id }) =>
      firstOf(
        chosen.flatMap((rules) =>
          rulesOf(id)
            .map((rule) => [...rules, rule])
            .filter((joint) => canHold(merged(joint), knowledge)),
        ),
      ),
    [[]],
  );
  const [first, ...others] = sets.filter((rules) => !isContradictory(merged(rules), knowledge));
  const finding = {
    rule: 'everything-excluded',
    severity: 'error' as const,
    subject: decision.id,
    place: decision.place,
  };
  if (first === undefined) {
    if (!isCut) return [];
    const message = `Too many rules of ${decision.title} can hold together to prove that some alternative remains`;
    return [{ ...finding, message, hint: 'join rules that say the same' }];
  }
  const more =
    others.length > 0 ? `, and ${others.length}${isCut ? ' or' : ''} more such sets` : '';
  return [
    {
      ...finding,
      message: `Rules can hold together that rule out every alternative of ${decision.title}: ${first.map(told).join(', ')}${more}`,
      hint: 'one alternative has to remain, or the decision should not apply',
    },
  ];
}

/** Whatever fulfils the parts is told to be a contradiction. */
function isContradictory(
  parts: readonly Part[],
  { contradictions, questions }: KnowledgeBase,
): boolean {
  const implies = (wanted: Part) => {
    const question = questions.get(wanted.question);
    const given = parts.find((part) => part.question === wanted.question);
    if (question === undefined || given === undefined) return false;
    const answers = legalAnswers(question, { qualities: [], parts: [given, wanted] });
    return answers.every(({ choices }) => !fulfils(choices, given) || fulfils(choices, wanted));
  };
  return contradictions.some(({ condition }) => partsOf(condition).every(implies));
}

function told({ alternative, evidence }: HardRule): string {
  return `\`${evidence.condition?.text}\` (${alternative}, ${at(evidence)})`;
}

function at({ place: { file, line } }: Evidence): string {
  return `${file.split(/[/\\]/).at(-1)}:${line}`;
}

/** What several rules ask of each question together. */
function merged(rules: readonly HardRule[]): Part[] {
  const parts = rules.flatMap((rule) => rule.parts);
  const questions = [...new Set(parts.map(({ question }) => question))];
  return questions.map((question) => ({
    question,
    lists: parts.filter((part) => part.question === question).flatMap(({ lists }) => lists),
  }));
}
