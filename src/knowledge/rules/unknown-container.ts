import type { Unread } from '../patterns/containers.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** A list whose sign cannot be determined is not read, because it could be read as its opposite. */
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
      return `Unread: the list below \`${shown}\` (${lines === 1 ? '1 line' : `${lines} lines`}), which may contain arguments for or against`;
    case 'item without sign':
      return `Unread: \`${shown}\` has no mark, but other items in its list do`;
    case 'item with two signs':
      return `Unread: the mark of \`${shown}\` contradicts the list it is in`;
    default:
      return kind satisfies never;
  }
}

function hintFor({ kind, name }: Unread, { containers }: RuleInput): string {
  if (kind === 'item without sign')
    return 'start it with ✅ or ❌, or move it below `Advantages` or `Disadvantages`';
  if (kind === 'item with two signs') return 'remove the mark, or move the item to the other list';
  const near = containers.near(name);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return 'rename it to `Advantages`, `Disadvantages`, `Use when` or a similar heading, or add the name to reading.yaml';
}
