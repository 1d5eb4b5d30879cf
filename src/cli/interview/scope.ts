import { grouped } from '../../common/lists.ts';
import { isMain, mainDecisions, scopeIn, withFiner } from '../../common/main-decisions.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { count } from '../../report/words/numbers.ts';
import type { Context } from '../context.ts';
import type { Offer } from '../prompts/prompter.ts';
import { type PromptOptions, prompterFor } from '../prompts/prompter-for.ts';
import type { Ended } from '../terminal/progress.ts';

export interface ScopeOptions extends PromptOptions {
  readonly decisions: readonly string[];
  /** The finer decisions below those asked for as well. */
  readonly finer?: boolean;
  readonly review?: boolean;
}

/** What an interview may be about, and what is known already. */
interface Subject {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
}

/** The decisions that an interview is about: those that are named, else those that the user picks from the main ones. */
export async function scopeOf(
  options: ScopeOptions,
  subject: Subject,
  context: Context,
): Promise<Ended<readonly string[]>> {
  const { decisions } = subject.knowledge;
  const all = (ids: readonly string[]) => scopeIn(ids, decisions);
  const { decisions: named, finer, review } = options;
  const about = named.length > 0 ? named : mainDecisions(decisions);
  if (finer) return { value: all(withFiner(about, decisions)) };
  const isAsked = context.canAsk && named.length === 0 && !review && isOpen(subject);
  if (!isAsked || decisions.size < 2) return { value: all(about) };
  const prompter = await prompterFor(options, context);
  const picked = await prompter.several(QUESTION, offersIn(subject.knowledge));
  return 'value' in picked ? { value: all(pickedIn(picked.value, decisions)) } : picked;
}

const QUESTION = 'What do you want to decide?';
/** No decision has such an id. */
const FINER = '+';

/** Whether any question is unanswered. */
function isOpen({ knowledge, sheet }: Subject): boolean {
  return [...knowledge.questions.keys()].some((id) => !sheet.answers.has(id));
}

function pickedIn(
  values: readonly string[],
  decisions: ReadonlyMap<string, Decision>,
): readonly string[] {
  const ids = values.filter((value) => value !== FINER);
  const about = ids.length > 0 ? ids : mainDecisions(decisions);
  return values.includes(FINER) ? withFiner(about, decisions) : about;
}

/** The main decisions, all picked, by their groups; the finer ones, if there are any, in one line at the end. */
function offersIn({ decisions }: KnowledgeBase): Offer[] {
  const main = [...decisions.values()].filter(isMain);
  const offers = [...grouped(main, ({ group = OTHER }) => group)].flatMap(([group, members]) =>
    members.map(({ id, title }): Offer => ({ value: id, label: title, isPicked: true, group })),
  );
  const finer = decisions.size - main.length;
  if (finer === 0) return offers;
  const label = `Also ${count(finer, 'finer decision')} below these`;
  return [...offers, { value: FINER, label, group: 'In detail' }];
}

const OTHER = 'Other decisions';
