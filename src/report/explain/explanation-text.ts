import type { DecisionExplanation, Explanation } from '../../model/explanation.ts';
import { contradictionLines, notCoveredLines } from '../advice/answers-text.ts';
import { conflictLines } from '../advice/conflicts-text.ts';
import { impliedLines } from '../advice/implied-text.ts';
import { jointLabels } from '../advice/joint-text.ts';
import { adviceHeading, decisionHeading } from '../layout/headings.ts';
import { aside, paragraph } from '../layout/layout.ts';
import { foldersLines, references } from '../layout/references.ts';
import { contrastsInBrief, contrastText } from './contrast-text.ts';
import type { Citing, ExplanationView } from './explanation-view.ts';
import { exclusionsText, reasonsText } from './reasons-text.ts';
import { verdictText } from './verdict-text.ts';

/** Why each pick is what it is: the verdict, the sum that led to it, and what follows. */
export function explanationText(explanation: Explanation, view: ExplanationView): string {
  const { style } = view;
  const blocks = explanation.decisions.flatMap((each, index) => [
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
    ...foldersLines(explanation.decisions.flatMap(filesIn), style),
    ...(blocks.length === 0
      ? aside('Nothing to explain: no answer moves anything yet', style)
      : []),
    '',
  ].join('\n');
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
  return contrasts.length > 1 && citing.view.detail !== 'full'
    ? contrastsInBrief(contrasts, citing)
    : contrasts.flatMap((each) => contrastText(each, citing));
}

function filesIn({ contrasts, ruledOut, hinges, givesUp, beware }: DecisionExplanation): string[] {
  const entries = contrasts.flatMap((contrast) => contrast.entries);
  const cited = entries.flatMap(({ claims, rivalClaims }) => [...claims, ...rivalClaims]);
  return [...cited, ...ruledOut, ...hinges, ...givesUp, ...beware].map(({ file }) => file);
}
