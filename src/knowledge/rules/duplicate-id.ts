import type { Place } from '../../model/condition.ts';
import { type Layer, withVariants } from '../layers.ts';
import type { Report, Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  check: ({ layers }, report) => {
    for (const layer of layers) checkLayer(layer, report);
  },
};

function checkLayer(
  { documents, qualities, products, questions, decisions }: Layer,
  report: Report,
): void {
  const patterns = documents.flatMap((document) => document.patterns.flatMap(withVariants));
  findTwice(patterns, 'Pattern', report);
  for (const { footnotes } of documents) findTwice(footnotes, 'Footnote', report);
  findTwice(qualities, 'Quality', report);
  findTwice(products, 'Product', report);
  findTwice([...questions, ...decisions], 'Question or decision', report);
  for (const { choices } of questions) findTwice(choices, 'Choice', report);
  findTwice(
    decisions.flatMap(({ alternatives }) => alternatives),
    'Alternative',
    report,
  );
}

interface Item {
  readonly id: string;
  readonly place: Place;
}

function findTwice(items: readonly Item[], kind: string, report: Report): void {
  const first = new Map<string, Place>();
  for (const { id, place } of items) {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, place);
      continue;
    }
    const message = `${kind} \`${id}\` is already defined at ${earlier.file}:${earlier.line}`;
    report({ message, hint: 'rename one of them, or merge them', place });
  }
}
