import type { AnswerDifference, Difference } from '../../model/difference.ts';
import { labelled } from '../labelled.ts';
import type { DifferenceView } from './difference-view.ts';

const COLUMN = 18;

/** Every changed answer and pin, before and after. */
export function changedAnswerRows({ answers, pins }: Difference, view: DifferenceView): string[] {
  const { width, glyphs } = view.style;
  const { arrow } = glyphs;
  const row = (id: string, text: string) => labelled(id, [text], { width, column: COLUMN });
  const said = answers.flatMap((each) => {
    const unit = unitOf(each.question, view);
    const before = saidText(each.before, typeof each.after === 'number' ? '' : unit);
    const after = saidText(each.after, unit);
    return row(
      each.question,
      `${before} ${arrow} ${after}${each.sameChoice ? ', in the same band' : ''}`,
    );
  });
  const pinned = pins.flatMap(({ decision, before, after }) =>
    row(decision, `${pinText(before)} ${arrow} ${pinText(after)} (pin)`),
  );
  return [...said, ...pinned];
}

function unitOf(question: string, { before, after }: DifferenceView): string {
  const known = after.questions.get(question) ?? before.questions.get(question);
  return known?.unit ?? '';
}

/** As one types it; a number with its unit. */
function saidText(said: AnswerDifference['after'], unit: string): string {
  if (said === undefined) return 'unknown';
  return typeof said === 'number' ? `${said} ${unit}`.trim() : [said].flat().join(', ');
}

function pinText(pin: readonly string[] | undefined): string {
  return pin?.join(', ') ?? 'not pinned';
}

/** A changed answer or pin as it is now, the way one types it. */
export function typedChange(id: string, { answers, pins }: Difference): string {
  const answer = answers.find(({ question }) => question === id);
  const pin = pins.find(({ decision }) => decision === id);
  const said = answer ? answer.after : pin?.after;
  if (said !== undefined) return `${id}=${[said].flat().join()}`;
  return answer ? `${id}=unknown` : `${id} no longer pinned`;
}
