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
export function othersText(
  { others, of }: { readonly others: number; readonly of: number },
  facts: AnswerSheet,
): string {
  const rest =
    others === 1
      ? 'the other is decided with its own answers only'
      : `the other ${others} are decided with their own answers only`;
  return `The answers about ${nameIn(facts)} apply to ${of - others} of ${of} records; ${rest}\n`;
}

type About = Pick<AnswerSheet, 'system' | 'scope'>;

/** What some records or answers are about, each name once: `` `Web shop, payments` and 3 more ``. */
export function aboutText(about: readonly About[]): string {
  const names = new Set(about.map((each) => `\`${nameIn(each)}\``));
  return listedFirst([...names], MOST);
}

function nameIn({ system, scope }: About): string {
  return plain([system, scope].filter((part) => part !== undefined).join(', '));
}
