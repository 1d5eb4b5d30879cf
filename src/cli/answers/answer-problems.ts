import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { pinsAtOdds } from '../../engine/advice/conflicts.ts';
import { contradictionsIn } from '../../engine/advice/contradictions.ts';
import type { ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { contradictionLines } from '../../report/advice/answers-text.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';

/** Throws a `UserError` where one pin makes another pointless under all answers. */
export function refusePinsAtOdds(knowledge: KnowledgeBase, pins: Pins): void {
  const found = pinsAtOdds(knowledge, pins);
  if (found === undefined) return;
  const { decision, by, appliesWhen } = found;
  throw new UserError(
    `The pins \`${pinText(by, pins)}\` and \`${pinText(decision, pins)}\` contradict each other`,
    `\`${decision}\` only applies when ${appliesWhen.map((text) => `\`${text}\``).join(' or ')}: leave out one of the pins, or change it`,
  );
}

/** As it is typed: `database=sql`. */
function pinText(decision: string, pins: Pins): string {
  return `${decision}=${(pins.get(decision) ?? []).join(',')}`;
}

/** Says on standard error which answers cannot hold together, for results that have no place for it. */
export function remarkContradictions(
  knowledge: KnowledgeBase,
  answers: Answers,
  { remark, promptStyle }: Pick<Context, 'remark' | 'promptStyle'>,
): void {
  const contradictions = contradictionsIn(knowledge, answers);
  if (contradictions.length === 0) return;
  const view = { names: namesIn(knowledge), style: promptStyle };
  const [, ...lines] = contradictionLines({ contradictions }, view);
  remark(`${lines.join('\n')}\n\n`);
}

/** Says which ids of some answers have another name today, a line each. */
export function remarkFormer(
  { former }: Pick<ReadAnswerSheet, 'former'>,
  { remark }: Pick<Context, 'remark'>,
): void {
  for (const { from, to, of, place } of former) {
    const where = place ? ` (${place.file}:${place.line}:${place.column})` : '';
    const part = of === undefined ? '' : ` of \`${of}\``;
    remark(`${plain(`\`${from}\`${part} is now called \`${to}\`${where}`)}\n`);
  }
}
