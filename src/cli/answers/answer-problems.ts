import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { pinsAtOdds } from '../../engine/advice/conflicts.ts';
import { contradictionsIn } from '../../engine/advice/contradictions.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { Place } from '../../model/condition.ts';
import type { FormerId, KnowledgeBase, OldIds, RetiredId } from '../../model/knowledge.ts';
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
    `\`${decision}\` only applies when ${appliesWhen.map((text) => `\`${text}\``).join(' or ')}: remove or change one of the pins`,
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

/** Says which ids of some answers have another name today, and which are retired, each once in a line. */
export function remarkOldIds(
  { former, retired }: OldIds,
  { remark }: Pick<Context, 'remark'>,
): void {
  const lines = new Set([...former.map(formerText), ...retired.map(retiredText)].map(plain));
  for (const line of lines) remark(`${line}\n`);
}

function formerText({ from, to, of, place }: FormerId): string {
  return `${named(from, of)} is now called \`${to}\`${where(place)}`;
}

function retiredText({ id, of, because, place }: RetiredId): string {
  const what = of === undefined ? 'asked and its answer' : 'a choice and';
  return `${named(id, of)} is no longer ${what} is ignored: ${because}${where(place)}`;
}

function named(id: string, of: string | undefined): string {
  return of === undefined ? `\`${id}\`` : `\`${id}\` of \`${of}\``;
}

function where(place: Place | undefined): string {
  return place ? ` (${place.file}:${place.line}:${place.column})` : '';
}
