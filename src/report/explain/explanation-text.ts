import type { DecisionExplanation, Explanation } from '../../model/explanation.ts';
import { plain } from '../../model/plain.ts';
import { paragraph, rows } from '../layout.ts';
import { foldersOf, references } from '../references.ts';
import { statusText } from '../status.ts';
import { contrastsInBrief, contrastText } from './contrast-text.ts';
import type { ExplanationView, Telling } from './explanation-view.ts';
import { exclusionsText, reasonsText } from './reasons-text.ts';
import { verdictText } from './verdict-text.ts';

/** Why each pick is what it is: the verdict, the sum that led to it, and what follows. */
export function explanationText(explanation: Explanation, view: ExplanationView): string {
  const { style } = view;
  const blocks = explanation.decisions.flatMap((each, index) => [
    ...(index === 0 ? [] : ['']),
    ...decisionLines(each, view),
  ]);
  const folders = foldersOf(explanation.decisions.flatMap(filesIn));
  return [
    ...paragraph(heading(explanation, style), style.width),
    '',
    ...contradictionLines(explanation, view),
    ...blocks,
    ...(folders.length === 0
      ? []
      : ['', ...faint(`Lines are those of the documents in ${folders.join(', ')}`, style)]),
    ...(blocks.length === 0
      ? faint('Nothing to explain: no answer moves anything yet', style)
      : []),
    '',
  ].join('\n');
}

function heading(
  { system, scope, answers, unanswered, knowledge }: Explanation,
  { palette, glyphs }: ExplanationView['style'],
): string {
  const given = Object.keys(answers).length;
  const name = [system ?? 'Your system', ...(scope === undefined ? [] : [scope])].join(', ');
  const rest = [
    `${given} of ${given + unanswered.length} answers`,
    `knowledge ${knowledge.version}`,
  ];
  const faintly = rest.map((part) => ` ${glyphs.separator} ${part}`).join('');
  return `${palette.strong(name)}${palette.faint(faintly)}`;
}

function faint(text: string, { palette, width }: ExplanationView['style']): string[] {
  return paragraph(palette.faint(text), width);
}

/** Reasons are worth little where the answers cannot hold together. */
function contradictionLines({ contradictions }: Explanation, { style }: ExplanationView): string[] {
  return contradictions.flatMap(({ condition, because, instead }) => [
    ...paragraph(
      style.palette.caution(`These answers contradict each other: ${plain(condition)}`),
      style.width,
    ),
    ...paragraph(`${plain(because)}. ${plain(instead)}.`, style.width, 2),
    '',
  ]);
}

function decisionLines(decision: DecisionExplanation, view: ExplanationView): string[] {
  const { names, style } = view;
  const notes = references(style);
  const telling = { view, notes };
  const picks = decision.recommended.map(names.alternative).join(', ');
  const title = `${decision.title}${picks === '' ? '' : `: ${picks}`}${decision.pinned ? ' (pinned)' : ''}`;
  const body = [
    ...paragraph(verdictText(decision, view), style.width, 2),
    ...exclusionsText(decision, telling),
    ...sumLines(decision, telling),
    ...reasonsText(decision, telling),
  ];
  const sources = notes.list();
  const heading = [
    { text: style.palette.strong(title), width: style.width - 16 },
    { text: statusText(decision, style) },
  ];
  return [
    ...rows([heading], style.width),
    ...body,
    ...(sources === '' ? [] : paragraph(sources, style.width, 2)),
  ];
}

/** Several sums, line by line, would fill more than a screen. */
function sumLines({ contrasts }: DecisionExplanation, telling: Telling): string[] {
  return contrasts.length > 1 && telling.view.depth !== 'full'
    ? contrastsInBrief(contrasts, telling)
    : contrasts.flatMap((each) => contrastText(each, telling));
}

function filesIn({ contrasts, ruledOut, hinges, givesUp, beware }: DecisionExplanation): string[] {
  const entries = contrasts.flatMap((contrast) => contrast.entries);
  const cited = entries.flatMap(({ claims, rivalClaims }) => [...claims, ...rivalClaims]);
  return [...cited, ...ruledOut, ...hinges, ...givesUp, ...beware].map(({ file }) => file);
}
