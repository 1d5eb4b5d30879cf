import { fileName } from '../../common/text.ts';
import type { Advice, Citation, DecisionAdvice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { DecisionExplanation } from '../../model/explanation.ts';
import type { Flips } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import { withoutLabel } from '../layout/references.ts';
import { type Inline, withLinks } from '../markdown/markdown.ts';
import type { Names } from '../words/names.ts';

/** All that the text of a record is made of. */
export interface RecordView {
  /** Its number in the folder, from 1 on. */
  readonly number: number;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly status: 'proposed' | 'accepted';
  /** A link to the record that it supersedes, `ADR-0004` and `4. Database: SQL`; absent if it supersedes none. */
  readonly supersedes?: Superseded;
  readonly head: Omit<Advice, 'decisions'>;
  readonly decision: DecisionAdvice;
  readonly explanation: DecisionExplanation;
  readonly flips: Flips;
  readonly notes: AnswerSheet['notes'];
  readonly knowledge: KnowledgeBase;
  readonly names: Names;
  /** A command that decides this record again, as a shell takes it. */
  readonly verifyCommand: string;
}

/** Another record in the same folder. */
export interface Superseded {
  /** Under the ids of today. */
  readonly record: RecordedDecision;
  /** `ADR-0004`, or the name of its file without `.md` if it has no number. */
  readonly name: string;
  /** `0004-database-sql.md` */
  readonly file: string;
  /** With its number, as in a list of records: `4. Database: SQL`. */
  readonly title: string;
}

/** Where a sentence stands: the document and the heading in it, `databases.md, "SQL"`. A line would not last. */
export function placeOf(
  file: string,
  alternative: string,
  { names }: Pick<RecordView, 'names'>,
): string {
  return `${fileName(file)}, "${names.alternative(alternative)}"`;
}

/** A sentence of a document without its label, and where it stands. */
export function quoted(
  claim: Citation,
  alternative: string,
  view: Pick<RecordView, 'names'>,
): string {
  const disputed = claim.contested ? '; sources disagree' : '';
  return `${unstopped(withoutLabel(claim))} (${placeOf(claim.file, alternative, view)}${disputed})`;
}

/** Without its full stop, as more follows. */
export function unstopped(text: string): string {
  return text.replace(/[.;]$/, '');
}

/** The footnotes that some sentences of an alternative refer to. */
export function sourcesOf(
  claims: readonly Citation[],
  alternative: string,
  { knowledge }: RecordView,
): Inline[][] {
  const pattern = knowledge.patterns.get(alternative);
  const said = [...(pattern?.claims ?? []), ...(pattern?.evidence ?? [])];
  return claims.flatMap(({ file, line }) =>
    said
      .filter(({ place }) => place.file === file && place.line === line)
      .flatMap(({ sources }) => sources)
      .flatMap((id) => knowledge.sources.get(`${file}#${id}`) ?? [])
      .map(({ text }) => withLinks(text)),
  );
}
