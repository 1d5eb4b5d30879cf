import { resolve, sep } from 'node:path';
import { type Layer, withVariants } from '../knowledge/layers.ts';
import type { ParsedDocument } from '../knowledge/patterns/parse-document.ts';
import type { KnowledgePaths, Loaded } from '../knowledge/read-knowledge.ts';
import type { Place } from '../model/condition.ts';
import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { DocumentReading, PatternReading } from '../model/reading.ts';
import { readingText } from '../report/check/reading-text.ts';
import { json } from '../report/json.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';

interface Read {
  readonly readings: readonly DocumentReading[];
  readonly knowledge: KnowledgeBase;
}

/** Prints what was understood, as text or as JSON. A pipe gets each statement in one line. */
export function printReadings(
  { readings, knowledge }: Read,
  { json: asJson, width }: CommonOptions,
  { print, stdout, style }: Context,
): void {
  if (asJson) {
    print(json({ version: 1, documents: readings.map(flat) }));
    return;
  }
  const isWrapped = stdout.isTTY || width !== undefined;
  const endless = { ...style, width: Number.POSITIVE_INFINITY };
  print(readingText(readings, { knowledge, style: isWrapped ? style : endless }));
}

function flat({ leftOut, ...reading }: DocumentReading) {
  return {
    ...reading,
    leftOut: leftOut.map(({ text, why, place: { line, column } }) => ({ line, column, text, why })),
  };
}

/** What was understood of the documents that paths name; of all of them where they name none. */
export function readingsOf(
  { layers = [] }: Pick<Loaded, 'layers'>,
  knowledge: KnowledgeBase,
  paths: KnowledgePaths,
): DocumentReading[] {
  const documents = layers.flatMap((layer) => layer.documents);
  const named = documents.filter(isNamedBy([...paths.knowledge, ...paths.add]));
  const reading = readerFor(knowledge, layers);
  return (named.length > 0 ? named : documents).map(({ file, patterns, remains: { leftOut } }) => ({
    file,
    patterns: patterns.map(reading),
    leftOut,
  }));
}

/** What was understood of one pattern: of its document, what stands from its first line to the next other pattern. */
export function readingOf(
  pattern: Pattern,
  { layers = [] }: Pick<Loaded, 'layers'>,
  knowledge: KnowledgeBase,
): DocumentReading {
  const documents = layers.flatMap((layer) => layer.documents);
  const document = documents.find(({ patterns }) =>
    patterns.flatMap(withVariants).includes(pattern),
  );
  return {
    file: pattern.place.file,
    patterns: [readerFor(knowledge, layers)(pattern)],
    leftOut: document ? leftOutBelow(pattern, document) : [],
  };
}

/** What was left out belongs to the last pattern that began before it. */
function leftOutBelow(pattern: Pattern, { patterns, remains }: ParsedDocument) {
  const starts = patterns.flatMap(withVariants);
  const own = new Set(withVariants(pattern));
  return remains.leftOut.filter(({ place }) => {
    const opened = starts.findLast((each) => each.place.line <= place.line);
    return opened !== undefined && own.has(opened);
  });
}

/** Adds to a pattern the decision that weighs it, or else one that names it. */
function readerFor({ decisions }: KnowledgeBase, layers: readonly Layer[]) {
  const weighing = byAlternative([...decisions.values()]);
  const naming = byAlternative(layers.flatMap((layer) => layer.decisions));
  const reading = ({ variants, ...pattern }: Pattern): PatternReading => {
    const decision = weighing.get(pattern.id);
    const aloneIn = decision === undefined ? naming.get(pattern.id) : undefined;
    return {
      ...pattern,
      ...(decision !== undefined && { decision }),
      ...(aloneIn !== undefined && { aloneIn }),
      variants: variants.map(reading),
    };
  };
  return reading;
}

/** The ids of decisions by those of their alternatives. */
function byAlternative(decisions: readonly Decision[]): Map<string, string> {
  return new Map(
    decisions.flatMap(({ id, alternatives }) =>
      alternatives.map((alternative) => [alternative.id, id]),
    ),
  );
}

/** Whether a place is in one of some files or below one of some folders. */
export function isNamedBy(paths: readonly string[]): (place: Pick<Place, 'file'>) => boolean {
  const roots = paths.map((path) => resolve(path));
  return ({ file }) => {
    const whole = resolve(file);
    return roots.some((root) => whole === root || whole.startsWith(root + sep));
  };
}
