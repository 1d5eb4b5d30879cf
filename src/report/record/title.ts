import type { PhrasingContent } from 'mdast';
import { link, markdownText, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { NO_PICK } from '../words/standing.ts';
import type { RecordView } from './record-view.ts';

type Titled = Pick<RecordView, 'names'> & {
  readonly decision: Pick<RecordView['decision'], 'id' | 'status' | 'recommended'>;
};

/** `Database: SQL` */
export function recordTitle({ decision, names }: Titled): string {
  const picks = decision.recommended.map(names.alternative);
  const picked = picks.length === 0 ? NO_PICK : listed(picks, wordFor(decision));
  return `${names.decision(decision.id)}: ${picked}`;
}

/** `Chosen option: "SQL"`, as MADR has it. */
export function chosenOption({ decision, names }: Titled): string {
  const quotes = decision.recommended.map((id) => `"${names.alternative(id)}"`);
  const label = quotes.length > 1 ? 'Chosen options' : 'Chosen option';
  return `${label}: ${quotes.length === 0 ? `"${NO_PICK}"` : listed(quotes, wordFor(decision))}`;
}

/** Options that are level are not chosen together. */
function wordFor({ status }: Titled['decision']): 'and' | 'or' {
  return status === 'tied' ? 'or' : 'and';
}

/** As it stands in a list of records: `7. Database: SQL`; without a number if it is 0. */
export function numberedTitle(number: number, title: string): string {
  return number === 0 ? title : `${number}. ${title}`;
}

/** A link to a record in the same folder, as Markdown. */
export function numberedLink(file: string, number: number, title: string): string {
  return markdownText([paragraph([linkToFile(file, numberedTitle(number, title))])]).trim();
}

/** Names of files may hold anything, so the address is escaped. */
export function linkToFile(file: string, title: string): PhrasingContent {
  return link(encodeURIComponent(file), title);
}
