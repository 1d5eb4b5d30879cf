import type { Outlook } from '../../model/outlook.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import { count } from '../words/numbers.ts';
import type { ExplanationView } from './explanation-view.ts';

const FEW = 5;

/** Where no answer moves anything yet: what the decisions start from, and which questions matter most. */
export function startLines(
  { decisions, questions }: Outlook,
  { names, style }: ExplanationView,
): string[] {
  const { width, palette } = style;
  const column = Math.min(26, Math.floor(width / 3));
  const picks = decisions.map(({ id, recommended }): Cell[] => [
    { text: '', width: 2 },
    { text: names.decision(id), width: column },
    { text: recommended.length === 0 ? 'none' : names.alternatives(recommended) },
  ]);
  const asked = questions.slice(0, FEW).map(({ question, decisions: moved }): Cell[] => [
    { text: '', width: 2 },
    {
      text: `${names.question(question)} ${palette.faint(`(${count(moved.length, 'decision')})`)}`,
    },
  ]);
  const start =
    'No answer affects a decision yet, so each one starts from its simplest alternative, which leads until something counts against it:';
  return [
    ...paragraph(start, width),
    ...rows(picks, width),
    ...(asked.length === 0
      ? []
      : ['', ...paragraph('The questions that matter most:', width), ...rows(asked, width)]),
    '',
    ...aside('To answer them, use arch-advisor ask, --set, --answers or --profile', style),
  ];
}
