import type { Unread } from '../patterns/containers.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** What may carry a sign that nobody knows is not read, as it could be read as its opposite. */
export const unknownContainer: Rule = {
  id: 'unknown-container',
  severity: 'error',
  check: (input, report) => {
    for (const unread of input.documents.flatMap(({ remains }) => remains.unread)) {
      report({ message: messageOf(unread), hint: hintFor(unread, input), place: unread.place });
    }
  },
};

function messageOf({ kind, name, lines }: Unread): string {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  switch (kind) {
    case 'list':
      return `Unread: the list below \`${shown}\` (${lines === 1 ? '1 line' : `${lines} lines`}), which may speak for or against`;
    case 'item without sign':
      return `Unread: \`${shown}\` has no sign, and other items beside it have one`;
    case 'item with two signs':
      return `Unread: the mark of \`${shown}\` says the opposite of the list it stands in`;
    default:
      return kind satisfies never;
  }
}

function hintFor({ kind, name }: Unread, { containers }: RuleInput): string {
  if (kind === 'item without sign')
    return 'start it with ✅ or ❌, or move it below `Advantages` or `Disadvantages`';
  if (kind === 'item with two signs') return 'take the mark away, or move it to the other list';
  const near = containers.near(name);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return 'rename it to `Advantages`, `Disadvantages`, `Use when` or the like, or add the name to reading.yaml';
}
