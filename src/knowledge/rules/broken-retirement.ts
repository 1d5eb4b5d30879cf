import { didYouMean } from '../../common/closest.ts';
import type { Retired } from '../../model/knowledge.ts';
import type { Layer } from '../layers.ts';
import { isAsked, isSameOldId } from '../old-ids.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** What is retired is not asked today, unless a layer on top brings it back, and is not renamed as well. */
export const brokenRetirement: Rule = {
  id: 'broken-retirement',
  severity: 'error',
  check: (input, report) => {
    for (const [index, layer] of input.layers.entries()) {
      const above = input.layers.slice(index + 1);
      for (const retired of layer.retired) {
        const found =
          wrongOwner(retired, input) ??
          stillAsked(retired, input, above) ??
          alsoSaid(retired, layer);
        if (found) report({ ...found, place: retired.place });
      }
    }
  },
};

interface Found {
  readonly message: string;
  readonly hint: string;
}

/** A choice is retired in something that is not a question today. */
function wrongOwner({ question, choice }: Retired, input: RuleInput): Found | undefined {
  const { questions } = input;
  if (choice === undefined || questions.has(question)) return undefined;
  return {
    message: `\`${choice}\` is retired in the unknown question \`${question}\``,
    hint: ownerToday(question, input),
  };
}

function ownerToday(question: string, { layers, questions }: RuleInput): string {
  const renamed = layers
    .flatMap((layer) => layer.renamed)
    .findLast((each) => each.subject === 'question' && !each.part && each.id === question);
  if (renamed) return `write \`${renamed.to}\`, its current id`;
  const isRetired = layers.some(({ retired }) =>
    retired.some((each) => each.choice === undefined && each.question === question),
  );
  return isRetired
    ? 'remove this line: the whole question is retired'
    : didYouMean(question, questions.keys(), 'name an existing question');
}

function stillAsked(
  retired: Retired,
  { questions }: RuleInput,
  above: readonly Layer[],
): Found | undefined {
  const isBack = above.some((layer) => layer.questions.some(({ id }) => id === retired.question));
  if (isBack || !isAsked(retired, questions)) return undefined;
  const kind = retired.choice === undefined ? 'question' : 'choice';
  return {
    message: `\`${oldIdOf(retired)}\` is retired, but the ${kind} still exists`,
    hint: 'keep one of the two',
  };
}

/** Another line of the same layer is about it. */
function alsoSaid(own: Retired, { retired, renamed }: Layer): Found | undefined {
  const isSame = ({ question, choice }: Retired) =>
    question === own.question && choice === own.choice;
  const hint = 'keep one of the two lines';
  if (retired.find(isSame) !== own) {
    return { message: `\`${oldIdOf(own)}\` is retired twice`, hint };
  }
  const other = renamed.find((each) => isSameOldId(each, own));
  return (
    other && { message: `\`${oldIdOf(own)}\` is both retired and renamed to \`${other.to}\``, hint }
  );
}

function oldIdOf({ question, choice }: Retired): string {
  return choice ?? question;
}
