import { questionsLeft } from '../../common/answers.ts';
import { isDecided, likeliestOf } from '../../common/decided.ts';
import { smallest } from '../../common/lists.ts';
import { mainDecisions, namedOf } from '../../common/main-decisions.ts';
import { plain, shellWord, visible } from '../../common/text.ts';
import type { Ending, Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Standing } from '../../model/outlook.ts';
import { commandLines, paragraph } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { listedFirst, plainNames } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { shareWords } from '../words/standing.ts';
import { statusCounts, statusOf } from '../words/status.ts';
import { certaintyCounts } from './certainty-counts.ts';

export interface Ended {
  readonly interview: Interview;
  /** Where the answers are saved; undefined if nothing was answered. */
  readonly path?: string;
  readonly knowledge: KnowledgeBase;
  readonly style: Style;
  /** The flags that give the same answers and knowledge, quoted for a shell. */
  readonly flags: readonly string[];
}

/** Why an interview ended, where the answers are, and what can be done with them. */
export function endingText(ended: Ended): string {
  const { interview, path, style } = ended;
  const { at } = interview;
  const why = at.kind === 'end' ? [endingWords(at.ending, ended)] : [];
  return [
    ...why.flatMap((words) => paragraph(words, style.width)),
    path === undefined
      ? 'Nothing was answered, and no file was written.'
      : `Answers saved to ${visible(path)}`,
    'Next:',
    ...commandsAfter(ended)
      .flatMap((words) => commandLines('  ', words.map(plain), style))
      .map(style.palette.strong),
    '',
  ].join('\n');
}

function endingWords(ending: Ending, { interview, knowledge }: Ended): string {
  const after = `after ${count(interview.asked.length, 'question')}`;
  const stays = openWords(interview, knowledge);
  switch (ending) {
    case 'settled':
      return settledWords(interview, knowledge);
    case 'likely':
      if (interview.topic.quick === undefined)
        return `${certaintyCounts(interview.outlook.decisions)} ${after}.`;
      return `Likely but not proven ${after}: ${stays}, but ${likelyWords(interview, knowledge)}`;
    case 'exhausted':
      return `There is nothing left to ask ${after}: ${stays}, because you answered "I don't know" where it matters.`;
    case 'finished':
      return `Finished ${after}: ${stays}; ${leftWords(interview)}.`;
    case 'left':
      return `Stopped ${after}, with all answers kept: ${stays}; ${leftWords(interview)}.`;
    default:
      return ending satisfies never;
  }
}

/** `All 22 decisions are settled after 17 questions; 26 questions were not asked, because they cannot change any of them.` */
function settledWords({ asked, sheet, outlook }: Interview, knowledge: KnowledgeBase): string {
  const { decisions } = outlook;
  const [only, ...others] = decisions;
  const isOne = only !== undefined && others.length === 0;
  const subject = isOne
    ? statusOf(plainNames(knowledge).decision(only.id), only.status)
    : `All ${decisions.length} decisions are settled`;
  const how =
    asked.length === 0 ? 'without further questions' : `after ${count(asked.length, 'question')}`;
  const rest = [...knowledge.questions.keys()].filter((id) => !sheet.answers.has(id)).length;
  const [were, they] = rest === 1 ? ['was', 'it'] : ['were', 'they'];
  const notAsked = `; ${count(rest, 'question')} ${were} not asked, because ${they} cannot change ${isOne ? 'it' : 'any of them'}`;
  return `${subject} ${how}${rest === 0 ? '' : notAsked}.${isOne ? '' : exceptions(decisions)}`;
}

/** A tie that no further answer can break also counts as settled. */
function exceptions(decisions: readonly Standing[]): string {
  const counts = statusCounts(decisions, ['tied', 'infeasible', 'not-applicable']);
  return counts === '' ? '' : ` Among them: ${counts}.`;
}

const MOST_NAMED = 3;

/** `2 of 22 decisions stay open (Database, Caching)`; of a single one `Database stays open`. */
function openWords({ outlook }: Interview, knowledge: KnowledgeBase): string {
  const { decisions } = outlook;
  const open = decisions.filter((each) => !isDecided(each));
  if (open.length === 0) return 'no decision is open';
  const { decision } = plainNames(knowledge);
  const which = listedFirst(
    open.map(({ id }) => decision(id)),
    MOST_NAMED,
  );
  if (decisions.length === 1) return statusOf(which, 'open');
  const stay = open.length === 1 ? 'stays' : 'stay';
  return `${open.length} of ${decisions.length} decisions ${stay} open (${which})`;
}

/** The outcome of the open decisions in most completions. */
function likelyWords({ outlook }: Interview, knowledge: KnowledgeBase): string {
  const open = outlook.decisions
    .filter((each) => !isDecided(each))
    .map(({ id, ...standing }) => ({ id, ...likeliestOf(standing) }));
  const unneeded = open.filter(({ applies }) => !applies).map(({ id }) => id);
  const least = shareWords(smallest(open.map(({ share }) => share)));
  const sample = `in at least ${least} of the ways to answer the remaining questions`;
  const each = open.length === 1 ? 'it' : 'each';
  if (unneeded.length === 0) return `${each} keeps its pick ${sample}.`;
  const which = listedFirst(unneeded.map(plainNames(knowledge).decision), MOST_NAMED);
  return unneeded.length === open.length
    ? `${open.length === 1 ? 'it does not apply' : 'none of them applies'} ${sample}.`
    : `each keeps its pick or does not apply (${which}) ${sample}.`;
}

function leftWords(interview: Interview): string {
  const more = questionsLeft(interview).length;
  return more === 0
    ? 'no remaining question can change anything'
    : `${count(more, 'question')} can still change that`;
}

/** The rest of the interview, or what would change the first pick; why that is what it is; records of it; and the advice again. */
function commandsAfter({ interview, path, flags, knowledge }: Ended): string[][] {
  const { outlook, sheet, topic } = interview;
  const named = namedOf(topic.decisions, knowledge.decisions);
  const free = outlook.decisions.filter(({ id }) => !sheet.pins.has(id));
  const picked = outlook.decisions.find(({ recommended }) => recommended.length > 0);
  const flip = free.find(({ status }) => status === 'open' || status === 'tied') ?? free[0];
  const save = path === undefined ? [] : [`--save ${shellWord(path)}`];
  const isOpen = questionsLeft(interview).length > 0;
  return [
    ...(picked ? [['explain', picked.id, ...flags]] : []),
    ...(isOpen ? [['ask', ...named, ...wider(interview, knowledge), ...flags, ...save]] : []),
    ...(flip && !isOpen ? [['flip', flip.id, ...flags]] : []),
    ...(picked ? [['adr', ...named, ...flags]] : []),
    ['recommend', ...named, ...flags],
  ].map(([command = '', ...words]) => [`arch-advisor ${command}`, ...words]);
}

/** What makes an interview ask all that is left. */
function wider({ at, topic }: Interview, { decisions }: KnowledgeBase): string[] {
  const isLikely = at.kind === 'end' && at.ending === 'likely';
  const hasFiner = topic.decisions.length === 0 && mainDecisions(decisions).length < decisions.size;
  return [...(isLikely ? ['--thorough'] : []), ...(hasFiner ? ['--finer'] : [])];
}
