import { scopeIn, withFiner } from '../../common/main-decisions.ts';
import { withTopic } from '../../interview/interview.ts';
import type { Interview, Topic } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { certaintyCounts } from '../../report/interview/certainty-counts.ts';
import { count } from '../../report/words/numbers.ts';
import type { Context } from '../context.ts';
import type { Offer } from '../prompts/prompter.ts';
import { type PromptOptions, prompterFor } from '../prompts/prompter-for.ts';
import type { Ended } from '../terminal/progress.ts';

/** Whether the user may want to continue: the picks are likely enough, but more than that was asked for. */
export function mayGoOn({ at, topic }: Interview, { canAsk }: Context): boolean {
  return canAsk && at.kind === 'end' && at.ending === 'likely' && topic.quick === undefined;
}

/** Asks how to continue once picks are likely enough; returns the next interview, or this one if the user is done. */
export async function afterLikely(
  interview: Interview,
  { knowledge, options }: { readonly knowledge: KnowledgeBase; readonly options: PromptOptions },
  context: Context,
): Promise<Ended<Interview>> {
  const ways = waysOn(interview, knowledge);
  if (ways.length === 0) return { value: interview };
  const prompter = await prompterFor(options, context);
  const offers = ways.map(({ label }, place): Offer => ({ value: String(place + 1), label }));
  const message = `${certaintyCounts(interview.outlook.decisions)}.`;
  const picked = await prompter.one(message, [{ value: '0', label: 'Done' }, ...offers]);
  if ('exitCode' in picked) return picked;
  return { value: ways[Number(picked.value) - 1]?.interview ?? interview };
}

interface Way {
  readonly label: string;
  readonly interview: Interview;
}

/** Only those that ask anything. */
function waysOn(interview: Interview, knowledge: KnowledgeBase): Way[] {
  const { topic } = interview;
  const { enough: _, ...untilSettled } = topic;
  const ways: readonly (readonly [string, Topic])[] = [
    ['Settle the rest as well', untilSettled],
    ['Continue with the finer decisions', withFinerOnes(topic, knowledge)],
  ];
  return ways.flatMap(([words, next]): Way[] => {
    const later = withTopic(knowledge, interview, next);
    if (later.at.kind === 'end') return [];
    return [
      { label: `${words} (about ${count(later.expected, 'more question')})`, interview: later },
    ];
  });
}

function withFinerOnes(topic: Topic, { decisions }: KnowledgeBase): Topic {
  return { ...topic, decisions: scopeIn(withFiner(topic.decisions, decisions), decisions) };
}
