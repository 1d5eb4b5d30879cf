import { link, markdownText, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { ended } from '../words/sentences.ts';
import { NO_PICK } from '../words/standing.ts';
import type { RecordView } from './record-view.ts';

type Titled = Pick<RecordView, 'decision' | 'names'>;

/** `Database: SQL` */
export function recordTitle({ decision, names }: Titled): string {
  return `${names.decision(decision.id)}: ${picked(decision.recommended, names)}`;
}

/** The picks in a sentence. */
export function picked(recommended: readonly string[], names: Titled['names']): string {
  if (recommended.length === 0) return NO_PICK;
  return listed(recommended.map(names.alternative), 'and');
}

/** `Chosen option: "SQL"`, as MADR has it. */
export function chosenOption({ decision: { recommended }, names }: Titled): string {
  const quotes = recommended.map((id) => `"${names.alternative(id)}"`);
  const label = quotes.length > 1 ? 'Chosen options' : 'Chosen option';
  return `${label}: ${quotes.length === 0 ? `"${NO_PICK}"` : listed(quotes, 'and')}`;
}

/** What is decided, as a question, and for what: `Should … for Online shop (checkout)?` */
export function askedFor({ decision, head }: RecordView): string {
  const { system, scope } = head;
  const about = [system, scope].filter((part) => part !== undefined);
  return about.length === 0
    ? decision.ask
    : `${ended(decision.ask)} This is about ${about.join(', ')}.`;
}

/** As it stands in a list of records: `7. Database: SQL`. */
export function numberedTitle(number: number, title: string): string {
  return `${number}. ${title}`;
}

/** A link to a record in the same folder, as Markdown. */
export function numberedLink(file: string, number: number, title: string): string {
  return markdownText([paragraph([link(file, numberedTitle(number, title))])]).trim();
}
