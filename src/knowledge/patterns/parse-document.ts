import type { Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Line, Named } from '../markdown/line.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { linesOf, outline } from '../markdown/outline.ts';
import type { Context } from './containers.ts';
import type { Vocabulary } from './effects.ts';
import { readPattern } from './read-pattern.ts';

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
  /** Bullets and headings with something below them that are neither container nor pattern. */
  readonly containers: readonly Named[];
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

/** Reads one Markdown document by the grammar of the README. Every text is readable; problems stay in `remains`. */
export function parseDocument(file: string, text: string, vocabulary: Vocabulary): ParsedDocument {
  const source = { file, text };
  const { frontMatter, preamble, sections, footnotes } = outline(parseMarkdown(source), source);
  const context: Context = { ...vocabulary, containers: [], malformedConditions: [] };
  const patterns = sections.map((section) => readPattern(section, context));
  const { containers, malformedConditions } = context;
  const lines = linesOf(sections);
  return {
    file,
    text,
    ...(frontMatter && { frontMatter }),
    patterns,
    footnotes,
    remains: {
      containers,
      malformedConditions,
      misplacedConditions: misplaced(patterns, lines),
      parentheses: lines.flatMap(({ parenthesis, place }) =>
        parenthesis === undefined ? [] : [{ name: parenthesis, place }],
      ),
      footnoteReferences: lines.flatMap(({ sources }) => sources),
      preamble,
    },
  };
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
