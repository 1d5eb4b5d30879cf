import { didYouMean } from '../../common/closest.ts';
import { nearQuality } from '../patterns/effects.ts';
import type { Report, Rule, RuleInput } from '../rule.ts';

export const unknownQuality: Rule = {
  id: 'unknown-quality',
  severity: 'error',
  check: (input, report) => {
    checkLabels(input, report);
    checkReferences(input, report);
  },
};

/** A label that is nearly that of a quality was meant to be it. */
function checkLabels(input: RuleInput, report: Report): void {
  const claims = input.patterns.flatMap((pattern) => [...pattern.claims, ...pattern.mitigations]);
  for (const { label, place } of claims) {
    const near = nearQuality(label, input);
    if (near === undefined) continue;
    report({ message: `Unknown quality \`${label}\``, hint: `did you mean \`${near}\`?`, place });
  }
}

function checkReferences({ qualities, questions, decisions }: RuleInput, report: Report): void {
  const choices = [...questions.values()].flatMap((question) => question.choices);
  const references = [
    ...choices.flatMap(({ weights, place }) => [...weights.keys()].map((id) => ({ id, place }))),
    ...[...questions.values()].flatMap(({ raises, place }) => raises.map((id) => ({ id, place }))),
    ...[...decisions.values()].flatMap(({ driving, place }) =>
      driving.map((id) => ({ id, place })),
    ),
  ];
  for (const { id, place } of references) {
    if (qualities.has(id)) continue;
    const hint = didYouMean(id, qualities.keys(), 'add it to qualities.yaml');
    report({ message: `Unknown quality \`${id}\``, hint, place });
  }
}
