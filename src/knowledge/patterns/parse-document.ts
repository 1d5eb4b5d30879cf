import type { Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { LeftOut } from '../../model/reading.ts';
import type { Line, Named } from '../markdown/line.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { outline } from '../markdown/outline.ts';
import { linesOf, type Vocabulary } from '../markdown/section.ts';
import type { Context, Unread } from './containers.ts';
import { readDocument } from './read-document.ts';

/** A document with everything it says, and what the rules of `check` look at besides. */
export interface ParsedDocument {
  readonly file: string;
  readonly text: string;
  readonly frontMatter?: Named;
  readonly patterns: readonly Pattern[];
  readonly footnotes: readonly Source[];
  readonly remains: Remains;
}

/** What the patterns alone no longer show. */
export interface Remains {
  /** What may have a sign that cannot be determined. */
  readonly unread: readonly Unread[];
  /** What is not a claim, in no particular order. */
  readonly leftOut: readonly LeftOut[];
  /** Parentheses at the end of a line that are none of the markers. */
  readonly parentheses: readonly Named[];
  readonly footnoteReferences: readonly Named[];
  /** Code spans that should be conditions; `name` says what is wrong. */
  readonly malformedConditions: readonly Named[];
  /** Conditions on lines that take none. */
  readonly misplacedConditions: readonly Named[];
  /** Lines before the first pattern. */
  readonly preamble: readonly Line[];
}

/** Reads one Markdown document by the grammar of docs/writing-knowledge.md. Every text is readable; problems stay in `remains`. */
export function parseDocument(file: string, text: string, vocabulary: Vocabulary): ParsedDocument {
  const source = { file, text };
  const context: Context = {
    ...vocabulary,
    source,
    leftOut: [],
    unread: [],
    malformedConditions: [],
    containerOfSection: new WeakMap(),
  };
  const outlined = outline(parseMarkdown(source), context);
  const { frontMatter, sections, footnotes } = outlined;
  const { patterns, preamble } = readDocument(outlined, titleOf(file, frontMatter), context);
  const lines = linesOf(sections);
  return {
    file,
    text,
    ...(frontMatter && { frontMatter }),
    patterns,
    footnotes,
    remains: {
      unread: context.unread,
      leftOut: context.leftOut,
      malformedConditions: context.malformedConditions,
      misplacedConditions: misplaced(patterns, lines),
      parentheses: lines.flatMap(({ parenthesis, place }) =>
        parenthesis === undefined ? [] : [{ name: parenthesis, place }],
      ),
      footnoteReferences: lines.flatMap(({ sources }) => sources),
      preamble,
    },
  };
}

/** The title in the front matter, else what the file is called. */
function titleOf(file: string, frontMatter: Named | undefined): string {
  const title = /^title:[^\S\n]*(["']?)(.+?)\1[^\S\n]*$/m.exec(frontMatter?.name ?? '')?.[2];
  return (
    title ?? (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '').replace(/[-_]+/g, ' ')
  );
}

/** Conditions that no "use when", "avoid when" or "ruled out when" took. */
function misplaced(patterns: readonly Pattern[], lines: readonly Line[]): Named[] {
  const taken = new Set<number>();
  const visit = ({ evidence, variants }: Pattern) => {
    for (const { place } of evidence) taken.add(place.line);
    variants.forEach(visit);
  };
  patterns.forEach(visit);
  return lines.flatMap(({ condition, place }) =>
    condition === undefined || taken.has(place.line) ? [] : [condition],
  );
}
