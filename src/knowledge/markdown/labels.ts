import type { Construct, Extension } from 'micromark-util-types';

/** What references can lead to: labels of links in capitals, and those of footnotes behind `[^`. */
export type Labels = ReadonlySet<string>;

/** What one part of a document defines, and by label whether it took others to be defined elsewhere. */
export interface PartLabels {
  readonly defined: Set<string>;
  readonly taken: Map<string, boolean>;
}

const FOOTNOTE = '[^';

/** Guesses what a document defines. Nearly always right; code can hold what only looks like a definition. */
export function guessLabels(text: string): Labels {
  const definitions = text.matchAll(/^[ >\t]*\[(\^?)([^[\]\n]+)\]:/gm);
  return new Set(
    [...definitions].map(([, caret, label = '']) => (caret ? FOOTNOTE : '') + label.toUpperCase()),
  );
}

/** Whether a part took nothing for defined that is not, and the other way round. */
export function isRight({ defined, taken }: PartLabels, truth: Labels): boolean {
  return [...taken].every(([label, answer]) => defined.has(label) || truth.has(label) === answer);
}

/**
 * Lets the parser know, while it reads one part, what the whole document defines, and notes what it defines and asks. It has been
 * through all blocks, where definitions stand, before it comes to the texts, where references stand.
 */
export function labelled(known: Labels, { defined, taken }: PartLabels): Extension {
  let isText = false;
  const ask = (label: string): boolean => {
    const answer = known.has(label);
    taken.set(label, answer);
    return answer;
  };
  const listOf = (prefix: string): string[] =>
    Object.assign([], {
      push: (label: string) => defined.add(prefix + label).size,
      includes: (label: string) => defined.has(prefix + label) || (isText && ask(prefix + label)),
    });
  const [links, footnotes] = [listOf(''), listOf(FOOTNOTE)];
  const hand = (inText: boolean): Construct => ({
    partial: true,
    tokenize(_effects, _ok, nok) {
      isText = inText;
      Object.assign(this.parser, { defined: links, gfmFootnotes: footnotes });
      return nok;
    },
  });
  const [block, text] = [hand(false), hand(true)];
  return { document: { 91: block }, contentInitial: { 91: block }, text: { 33: text, 91: text } };
}
