import type { Source } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import { blockOf, blockOfBullet, linesOf } from './block.ts';
import type { EffectFinder } from './effects.ts';
import type { Line, Named } from './line.ts';
import { parseMarkdown } from './markdown.ts';
import type { NameIndex } from './names.ts';
import { outline } from './outline.ts';
import { readPattern } from './read-pattern.ts';

/** The words that give a document its meaning: names of alternatives, labels and phrases of qualities. */
export interface Vocabulary {
  readonly names: NameIndex;
  readonly effects: EffectFinder;
}

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
  const { frontMatter, preamble, sections, footnotes } = outline(parseMarkdown(text), {
    file,
    text,
  });
  const containers: Named[] = [];
  const malformedConditions: Named[] = [];
  const context = {
    ...vocabulary,
    strayContainer: (name: Named) => containers.push(name),
    malformedCondition: (name: Named) => malformedConditions.push(name),
  };
  const blocks = sections.map(blockOf);
  const patterns = blocks.map((block) => readPattern(block, context));
  const lines = linesOf(blocks);
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
      preamble: [...preamble.paragraphs, ...linesOf(preamble.bullets.map(blockOfBullet))],
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
