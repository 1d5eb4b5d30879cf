import type { DecisionExplanation, Explanation } from '../../model/explanation.ts';
import { contradictionLines, notCoveredLines } from '../advice/answers-text.ts';
import { conflictLines } from '../advice/conflicts-text.ts';
import { impliedLines } from '../advice/implied-text.ts';
import { jointLabels } from '../advice/joint-text.ts';
import { adviceHeading, decisionHeading } from '../layout/headings.ts';
import { aside, paragraph } from '../layout/layout.ts';
import { foldersLines, references } from '../layout/references.ts';
import type { Style } from '../layout/style.ts';
import { isNarrow } from '../words/certainty.ts';
import { contrastInBrief, contrastsInBrief, contrastText } from './contrast-text.ts';
import type { Citing, ExplanationView } from './explanation-view.ts';
import { exclusionsText, reasonsText } from './reasons-text.ts';
import { startLines } from './start-text.ts';
import { verdictText } from './verdict-text.ts';

/** Why each pick is what it is: the verdict, the sum that led to it, and what follows. */
export function explanationText(explanation: Explanation, view: ExplanationView): string {
  const { style } = view;
  const { decisions } = explanation;
  const blocks = decisions.flatMap((each, index) => [
    ...(index === 0 ? [] : ['']),
    ...decisionLines(each, view),
  ]);
  return [
    ...paragraph(adviceHeading(explanation, style), style.width),
    ...contradictionLines(explanation, view),
    ...notCoveredLines(explanation, view),
    ...impliedLines(explanation, view),
    ...conflictLines(explanation, view),
    '',
    ...blocks,
    ...(view.outlook && decisions.length === 0 ? startLines(view.outlook, view) : []),
    ...(view.detail === 'brief' ? [] : foldersLines(decisions.flatMap(filesIn), style)),
    ...notesOn(explanation, view),
    '',
  ].join('\n');
}

/** What a point is, once, below sums that are printed with how their points come about. */
function notesOn({ decisions }: Explanation, { style, detail }: ExplanationView): string[] {
  const hasPoints = decisions.some(({ contrasts }) =>
    contrasts.some(({ entries }) => entries.length > 0),
  );
  const narrow = decisions.find(isNarrow);
  if (detail !== 'brief') return hasPoints ? aside(pointsText(style), style) : [];
  const [first] = decisions;
  const texts = [
    ...(hasPoints && first
      ? [`arch-advisor explain ${first.id} shows where its points come from.`]
      : []),
    ...(narrow
      ? [
          `Narrow: changing a single answer changes the pick; arch-advisor flip ${narrow.id} shows which.`,
        ]
      : []),
  ];
  return texts.length === 0 ? [] : ['', ...aside(texts.join(' '), style)];
}

function pointsText({ glyphs }: Style): string {
  return `Points: the weight of a quality ${glyphs.times} the difference between the two ratings, each from ${glyphs.minus}2 to 2. Your answers set the weight. Each condition that your answers meet counts 5 points, or 10 if the document marks it as strong. For details, see docs/model.md.`;
}

function decisionLines(decision: DecisionExplanation, view: ExplanationView): string[] {
  const { style } = view;
  const notes = references(style);
  const citing = { view, notes };
  const body = [
    ...jointLabels(decision, view, notes),
    ...paragraph(verdictText(decision, view), style.width, 2),
    ...exclusionsText(decision, citing),
    ...sumLines(decision, citing),
    ...reasonsText(decision, citing),
  ];
  const sources = notes.list();
  return [
    ...decisionHeading(decision, view),
    ...body,
    ...(sources === '' ? [] : paragraph(sources, style.width, 2)),
  ];
}

/** Several sums, line by line, would fill more than a screen. */
function sumLines({ contrasts }: DecisionExplanation, citing: Citing): string[] {
  const { view } = citing;
  if (contrasts.length > 1 && view.detail !== 'full') return contrastsInBrief(contrasts, view);
  return contrasts.flatMap((each) =>
    view.detail === 'brief' ? contrastInBrief(each, view) : contrastText(each, citing),
  );
}

function filesIn({ contrasts, ruledOut, hinges, givesUp, beware }: DecisionExplanation): string[] {
  const entries = contrasts.flatMap((contrast) => contrast.entries);
  const cited = entries.flatMap(({ claims, rivalClaims }) => [...claims, ...rivalClaims]);
  return [...cited, ...ruledOut, ...hinges, ...givesUp, ...beware].map(({ file }) => file);
}
