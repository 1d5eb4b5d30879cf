import type { RootContent } from 'mdast';
import type { Citation } from '../../model/advice.ts';
import { bullets, type Inline, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { possibleOptions } from './options.ts';
import { fileName, type RecordView, sourcesOf } from './record-view.ts';

/** Characters of the hash that identify the knowledge. */
const SHORT = 12;

/** Which knowledge the quotes come from, and the sources that it gives for them. */
export function sourceBlocks(view: RecordView): RootContent[] {
  const { version, sha256 } = view.head.knowledge;
  const cited = possibleOptions(view).map(({ alternative, contributions }) => ({
    alternative,
    claims: contributions.flatMap(({ claims }) => claims),
  }));
  const files = cited.flatMap(({ claims }) => claims.map(({ file }: Citation) => fileName(file)));
  const sources = cited.flatMap(({ alternative, claims }) => sourcesOf(claims, alternative, view));
  const documents = [...new Set(files)];
  const quotes = documents.length === 0 ? '' : `Quotes are from ${listed(documents, 'and')} in `;
  return [
    paragraph(
      `${quotes}${quotes === '' ? 'Decided with ' : ''}version ${version} of the knowledge (SHA-256 ${sha256.slice(0, SHORT)}…). It cites:`,
    ),
    ...bullets(unique(sources)),
  ];
}

function unique(lines: readonly Inline[][]): Inline[][] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
