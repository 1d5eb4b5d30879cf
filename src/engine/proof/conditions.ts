import { OPEN, type Sheet } from './codes.ts';
import type { Interaction, Literal } from './dense-table.ts';

/** Whether an interaction counts whatever is answered; undefined where that is open. */
export function countsIn({ anyOf, negated }: Interaction, sheet: Sheet): boolean | undefined {
  const holds = anyHolds(anyOf, sheet);
  return holds === undefined ? undefined : holds !== negated;
}

/** Each conjunction by itself: that several cover for each other is not seen here. */
export function anyHolds(
  anyOf: readonly (readonly Literal[])[],
  sheet: Sheet,
): boolean | undefined {
  let holds: boolean | undefined = false;
  for (const literals of anyOf) {
    const each = allHold(literals, sheet);
    if (each === true) return true;
    if (each === undefined) holds = undefined;
  }
  return holds;
}

function allHold(literals: readonly Literal[], sheet: Sheet): boolean | undefined {
  let holds: boolean | undefined = true;
  for (const literal of literals) {
    const each = truthOf(literal, sheet);
    if (each === false) return false;
    if (each === undefined) holds = undefined;
  }
  return holds;
}

export function truthOf(
  { question, isTrue, whileOpen }: Literal,
  sheet: Sheet,
): boolean | undefined {
  const code = sheet[question] ?? OPEN;
  return code === OPEN ? whileOpen : isTrue(code);
}
