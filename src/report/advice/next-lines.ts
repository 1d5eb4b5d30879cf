import { plain } from '../../common/text.ts';
import type { DecisionAdvice } from '../../model/advice.ts';
import { commandLines, paragraph } from '../layout/layout.ts';
import { isNarrow } from '../words/certainty.ts';
import { count } from '../words/numbers.ts';
import type { AdviceView } from './advice-view.ts';

/** The most informative open question, as it is asked. */
export function worthAnswering({ prospects, names, style }: AdviceView): string[] {
  const [first] = prospects;
  if (first === undefined) return [];
  const lead = style.palette.strong('Worth answering next:');
  const picks = count(first.decisions.length, 'pick');
  const text = `${lead} ${plain(names.question(first.question))} (could change ${picks})`;
  return ['', ...paragraph(text, style.width)];
}

/** Columns for the purpose of a command. */
const PURPOSE = 17;

/** Commands to continue with, given the most important decision first; nothing if more is printed below. */
export function nextLines(decisions: readonly DecisionAdvice[], view: AdviceView): string[] {
  const { style, flags, isLast } = view;
  const commands = commandsFor(decisions, view);
  if (!isLast || commands.length === 0) return [];
  const whole = commands.map((command) => lineOf(command, flags));
  const isFitting =
    whole.every(({ length }) => length <= style.width) && !flags.includes(STANDARD_INPUT);
  const isWhole = isFitting || flags.length === 0;
  const title = isWhole ? 'Next' : titleWith(flags, style.width);
  const lines = isFitting ? whole : commands.flatMap((command) => bareLines(command, view));
  return ['', style.palette.strong(title), ...lines];
}

/** The flags once for all commands, if there is room and the input can be read again. */
function titleWith(flags: readonly string[], width: number): string {
  const title = `Next, each with ${flags.join(' ')}`;
  const isSaid = title.length <= width && !flags.includes(STANDARD_INPUT);
  return isSaid ? title : 'Next, with the same flags';
}

function lineOf([purpose, command]: NextCommand, flags: readonly string[]): string {
  return `  ${purpose.padEnd(PURPOSE)}${[NAME, command, ...flags].join(' ')}`;
}

/** Without flags, on the line below its purpose if there is no room next to it. */
function bareLines([purpose, command]: NextCommand, { style }: AdviceView): string[] {
  const line = lineOf([purpose, command], []);
  if (line.length <= style.width) return [line];
  return [`  ${purpose}`, ...commandLines(`    ${NAME} `, command.split(' '), style)];
}

const NAME = 'arch-advisor';
const STANDARD_INPUT = '--answers -';

/** What it is for, and the command with its arguments. */
type NextCommand = readonly [purpose: string, command: string];

function commandsFor(decisions: readonly DecisionAdvice[], view: AdviceView): NextCommand[] {
  const [first] = decisions;
  const flip = toFlip(decisions);
  const { isSelection, prospects } = view;
  const named = isSelection ? ` ${decisions.map(({ id }) => id).join(' ')}` : '';
  return [
    ...pairIf(first, ({ id }) => ['Reasons', `explain ${id}`]),
    ...pairIf(flip, ({ id }) => ['What changes it', `flip ${id}`]),
    ...pairIf(!isSelection || undefined, () => ['Full report', 'recommend --full']),
    ...pairIf(prospects[0], () => ['Open questions', `ask${named}`]),
    ...pairIf(decisions.find(isRecordable(view)), () => ['Record it', `adr${named}`]),
  ];
}

/** A tie is not recorded, and without answers there is nothing to record. */
function isRecordable({ flags }: AdviceView): (decision: DecisionAdvice) => boolean {
  const isAnswered = flags.some((flag) => /^--(answers|profile|pin|set) /.test(flag));
  return ({ status }) => isAnswered && (status === 'settled' || status === 'open');
}

function pairIf<T>(given: T | undefined, pair: (given: T) => NextCommand): NextCommand[] {
  return given === undefined ? [] : [pair(given)];
}

/** The first that is narrow, else the first that is not certain, else the first. */
function toFlip(decisions: readonly DecisionAdvice[]): DecisionAdvice | undefined {
  const free = decisions.filter(({ pinned }) => !pinned);
  const isUnsure = ({ status }: DecisionAdvice) => status === 'tied' || status === 'open';
  return free.find(isNarrow) ?? free.find(isUnsure) ?? free[0];
}
