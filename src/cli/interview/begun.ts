import { questionsLeft } from '../../common/answers.ts';
import { shellWord } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { KnowledgePaths } from '../../knowledge/load.ts';
import type { Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { count } from '../../report/count.ts';
import type { Wish } from '../answer-file.ts';
import type { TopicOptions } from '../options.ts';
import type { AdviceOptions } from '../print-advice.ts';
import type { KeptInterview } from './store.ts';

export interface AskOptions extends AdviceOptions, TopicOptions {
  readonly save?: string;
  /** The file of an interview that was left; true for the last one. */
  readonly resume?: string | true;
  readonly review?: boolean;
  readonly accessible?: boolean;
}

/** An interview that was begun, or gone on with. */
export interface Begun {
  readonly knowledge: KnowledgeBase;
  readonly interview: Interview;
  readonly wish: Wish;
  readonly paths: KnowledgePaths;
  /** Undefined where there is nothing to ask, and nothing was kept before. */
  readonly kept?: KeptInterview;
  /** It was kept before, by another run of the program. */
  readonly isResumed: boolean;
}

/** What to do where answers are to go to a file that is there already. */
export function anotherPlace(taken: string): string {
  return `name another file after --save, or go on from it with --answers ${shellWord(taken)}`;
}

const MOST_NAMED = 5;

/** Without a terminal nothing is ever asked. */
export function nobodyToAsk(interview: Interview): UserError {
  const questions = questionsLeft(interview);
  const flags = questions.slice(0, MOST_NAMED).map((id) => `--set ${id}=CHOICE`);
  const more = questions.length - flags.length;
  const all = more > 0 ? `${flags.join(' ')} and ${more} more` : flags.join(' ');
  return new UserError(
    `No terminal to ask in, and ${count(questions.length, 'question is', 'questions are')} unanswered`,
    `answer them with ${all}, with --answers FILE or --profile NAME (\`arch-advisor next\` tells one after the other with its choices), or let them stay unknown: arch-advisor recommend`,
    3,
  );
}
