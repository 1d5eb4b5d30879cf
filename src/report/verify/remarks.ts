import { plain, visible } from '../../common/text.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import { listedFirst } from '../words/names.ts';
import { count } from '../words/numbers.ts';

const MOST = 5;

/** Which entries of a baseline can go. */
export function goneText(gone: readonly { readonly file: string }[], baseline: string): string {
  const files = [...new Set(gone.map(({ file }) => plain(file)))];
  const [entries, them] =
    gone.length === 1 ? ['1 finding', 'it'] : [`${gone.length} findings`, 'them'];
  const verb = gone.length === 1 ? 'is' : 'are';
  return `${entries} in ${visible(baseline)} ${verb} no longer found (${listedFirst(files, MOST)}): remove ${them}, or write the baseline again\n`;
}

/** How many findings a new baseline lists. */
export function writtenText(findings: number, baseline: string): string {
  return `Wrote ${count(findings, 'finding')} to ${visible(baseline)}\n`;
}

/** To how many records the given answers do not apply. */
export function othersText(records: number, { system, scope }: AnswerSheet): string {
  const about = [system, scope].filter((part) => part !== undefined).join(', ');
  const verb = records === 1 ? 'is' : 'are';
  const whose = records === 1 ? 'its' : 'their';
  return `The answers are about ${plain(about)}; ${count(records, 'record')} about something else ${verb} decided with ${whose} own answers\n`;
}
