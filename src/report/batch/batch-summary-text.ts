import { plain } from '../../common/text.ts';
import type { BatchSummary, DecisionSummary, LineError } from '../../model/batch.ts';
import { heading } from '../layout/headings.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { STATUSES, statusText } from '../words/status.ts';

export interface BatchSummaryView {
  readonly names: Names;
  readonly style: Style;
}

/** The results for many systems: an overview of the picks, then what they depend on, then failures. */
export function batchSummaryText(summary: BatchSummary, view: BatchSummaryView): string {
  const { style } = view;
  const { lines, failed, decisions } = summary;
  const hasPicks = lines > failed;
  return [
    ...paragraph(headline(summary, style), style.width),
    ...(hasPicks ? ['', ...rows(decisions.flatMap(decisionRows(view)), style.width)] : []),
    ...dependence(summary, style),
    ...limits(summary, style),
    ...failures(summary, style),
    '',
  ].join('\n');
}

function headline({ lines, failed, knowledge }: BatchSummary, style: Style): string {
  const parts = [
    ...(failed > 0 ? [`${count(failed, 'line')} of ${lines} failed`] : []),
    `knowledge ${knowledge.version}`,
  ];
  return heading(count(lines - failed, 'system'), parts, style);
}

/** A line of picks, and below it their certainty. */
function decisionRows({ names, style }: BatchSummaryView) {
  const title = Math.min(27, Math.floor(style.width / 3));
  return ({ id, statuses, recommended }: DecisionSummary): Cell[][] => {
    const picks = recommended.map(
      ({ alternative, systems }) => `${names.alternative(alternative)} ${systems}`,
    );
    const text = picks.length === 0 ? style.glyphs.dash : picks.join(', ');
    return [
      [
        { text: '', width: 2 },
        { text: names.decision(id), width: title },
        { text: style.palette.strong(text) },
      ],
      [{ text: '', width: 2 + title }, { text: statusCounts(statuses, style) }],
    ];
  };
}

function statusCounts(statuses: DecisionSummary['statuses'], style: Style): string {
  return STATUSES.flatMap((status) => {
    const number = statuses[status];
    return number === undefined
      ? []
      : [`${statusText({ status, pinned: false }, style)} ${number}`];
  }).join('   ');
}

const MOST_QUESTIONS = 10;

/** Part of the width for a sentence that says what is not covered. */
const LIMIT_SHARE = 0.75;

function dependence({ dependsOn }: BatchSummary, style: Style): string[] {
  if (dependsOn.length === 0) return [];
  const shown = dependsOn.slice(0, MOST_QUESTIONS);
  const more =
    shown.length < dependsOn.length
      ? `${shown.length} of ${dependsOn.length} questions shown; --json lists all`
      : undefined;
  return [
    '',
    style.palette.strong('Open questions that can still change a decision, by number of systems'),
    ...rows(
      shown.map(({ question, systems }) => [
        { text: '', width: 2 },
        { text: question, width: Math.floor(style.width / 2) },
        { text: String(systems) },
      ]),
      style.width,
    ),
    ...(more === undefined ? [] : aside(more, style, 2)),
  ];
}

function limits({ notCovered = [] }: BatchSummary, style: Style): string[] {
  if (notCovered.length === 0) return [];
  const cells = notCovered.map(({ what, systems }): Cell[] => [
    { text: '', width: 2 },
    { text: plain(what), width: Math.floor(style.width * LIMIT_SHARE) },
    { text: String(systems) },
  ]);
  const title = 'Not covered, by number of systems';
  return ['', style.palette.strong(title), ...rows(cells, style.width)];
}

function failures({ errors = [], failed }: BatchSummary, style: Style): string[] {
  if (errors.length === 0) return [];
  const title =
    errors.length < failed ? `First ${errors.length} of ${failed} failures` : 'Failures';
  return [
    '',
    style.palette.strong(title),
    ...rows(
      errors.map((error) => [{ text: '', width: 2 }, { text: failure(error, style) }]),
      style.width,
    ),
  ];
}

function failure({ file, line, message, hint }: LineError, { palette }: Style): string {
  const place = file === undefined ? `line ${line}` : `${file}:${line}`;
  const more = hint === undefined ? '' : palette.faint(` (${hint})`);
  return `${place}: ${message}${more}`;
}
