import type { RootContent } from 'mdast';
import { fileName } from '../../common/text.ts';
import type { Citation } from '../../model/advice.ts';
import { bullets, type Inline, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { type RecordView, sourcesOf } from './record-view.ts';

/** Characters of the hash that identify the knowledge. */
const SHORT = 12;

/** Which knowledge the quotes come from, and the sources that it gives for them. */
export function sourceBlocks(view: RecordView): RootContent[] {
  const { version, sha256 } = view.head.knowledge;
  const cited = view.decision.ranking.map(({ alternative, contributions, excludedBy }) => ({
    alternative,
    claims: [...excludedBy, ...contributions.flatMap(({ claims }) => claims)],
  }));
  const files = cited.flatMap(({ claims }) => claims.map(({ file }: Citation) => fileName(file)));
  const sources = unique(
    cited.flatMap(({ alternative, claims }) => sourcesOf(claims, alternative, view)),
  );
  const documents = listed([...new Set(files)], 'and');
  const start = documents === '' ? 'Decided with' : `Quotes are from ${documents} in`;
  const knowledge = `version ${version} of the knowledge (SHA-256 ${sha256.slice(0, SHORT)}…)`;
  return [
    paragraph(`${start} ${knowledge}${sources.length === 0 ? '.' : ', which cites:'}`),
    ...bullets(sources),
  ];
}

function unique(lines: readonly Inline[][]): Inline[][] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
