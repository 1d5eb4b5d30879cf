import type { RootContent } from 'mdast';
import { isMain } from '../../common/main-decisions.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import { answeredText } from '../advice/summary-text.ts';
import {
  bullets,
  heading,
  type Line,
  markdownText,
  paragraph,
  table,
} from '../markdown/markdown.ts';
import { certaintyNotes } from '../words/certainty.ts';
import type { Names } from '../words/names.ts';
import { answerBlocks } from './answer-sections.ts';
import { decisionBlocks } from './decision-section.ts';
import { certaintyOf, isInForce, pickOf, pickWords } from './picks.ts';
import { problemBlocks } from './problem-sections.ts';
import { section } from './section.ts';

/**
 * Advice as a document: the picks in a table, what speaks against them, every decision with its reasons, and the answers.
 * Headings and lists alone make sense as well, as programs for mind maps draw nothing else.
 */
export function markdown(advice: Advice, names: Names): string {
  return markdownText([
    heading(1, titleOf(advice)),
    ...introduction(advice),
    ...summary(advice, names),
    ...problemBlocks(advice, names),
    ...decisionSections(advice, names),
    ...answerBlocks(advice, names),
  ]);
}

function titleOf({ system }: Advice): string {
  return `Architecture advice${system === undefined ? '' : ` for ${system}`}`;
}

/** Characters of the hash that identify the knowledge. */
const SHORT = 12;

function introduction(advice: Advice): RootContent[] {
  const { scope, knowledge } = advice;
  const { version, sha256 } = knowledge;
  return [
    ...(scope === undefined ? [] : [paragraph(`Scope: ${scope}`)]),
    paragraph(
      `${answeredText(advice)}. The advice is that of arch-advisor with version ${version} of its knowledge (SHA-256 ${sha256.slice(0, SHORT)}…).`,
    ),
  ];
}

/** The main decisions in a table; all where only finer ones were asked for. */
function summary({ decisions }: Advice, names: Names): RootContent[] {
  const main = decisions.filter(isMain);
  const shown = main.length > 0 ? main : decisions;
  const notes = certaintyNotes(shown);
  return [
    heading(2, 'Picks'),
    table([
      ['Decision', 'Pick', 'Certainty'],
      ...shown.map((decision) => summaryRow(decision, names)),
    ]),
    ...(notes === '' ? [] : [paragraph(notes)]),
  ];
}

function summaryRow(decision: DecisionAdvice, names: Names): Line[] {
  const certainty = certaintyOf(decision, names);
  const isSaid = certainty === pickWords(decision, names);
  return [decision.title, [pickOf(decision, names)], isSaid ? '–' : certainty];
}

/** The main decisions, the finer ones, and last those that do not arise so far; each of these only if there is one. */
function decisionSections({ decisions }: Advice, names: Names): RootContent[] {
  const inForce = decisions.filter(isInForce);
  const others = decisions.filter((decision) => !isInForce(decision));
  const sections: readonly (readonly [string, readonly DecisionAdvice[]])[] = [
    ['Main decisions', inForce.filter(isMain)],
    ['Finer decisions', inForce.filter((decision) => !isMain(decision))],
    ['Decisions that do not apply so far', others.filter(({ applies }) => applies !== 'no')],
  ];
  const idle = others.filter(({ applies }) => applies === 'no').map(({ title }) => title);
  return [
    ...sections.flatMap(([title, some]) =>
      section(
        title,
        some.flatMap((decision) => decisionBlocks(decision, names)),
      ),
    ),
    ...section('Decisions that do not apply', bullets(idle)),
  ];
}
