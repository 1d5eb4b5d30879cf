import { plain } from '../../common/text.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Claim, Evidence, EvidenceKind, Pattern } from '../../model/pattern.ts';
import { GLUE, type Style, signs } from '../layout/style.ts';
import { painted } from '../words/numbers.ts';

/** A line of a document that counts, as it was understood. */
interface Statement {
  readonly line: number;
  /** Signs of a claim, or of what kind a condition is. */
  readonly mark: string;
  /** What it says and, after an arrow, what it does. */
  readonly text: string;
}

/** The claims and the evidence of a pattern, in the order of its document. */
export function statementsOf(
  { claims, evidence }: Pick<Pattern, 'claims' | 'evidence'>,
  { qualities }: Pick<KnowledgeBase, 'qualities'>,
  style: Style,
): Statement[] {
  const nameOf = (id: string) => plain(qualities.get(id)?.name ?? id);
  return [
    ...claims.map((claim) => ({ claim, ...claim.place })),
    ...evidence.map((each) => ({ evidence: each, ...each.place })),
  ]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map((each) =>
      'claim' in each
        ? claimStatement(each.claim, nameOf, style)
        : evidenceStatement(each.evidence, style),
    );
}

function claimStatement(
  claim: Claim,
  nameOf: (quality: string) => string,
  style: Style,
): Statement {
  const { effects, sign, strength, place } = claim;
  const named = effects.map(
    ({ quality, value }) => `${nameOf(quality)}${GLUE}${painted(value, style)}`,
  );
  const does = named.length === 0 ? style.palette.caution('no quality') : named.join(', ');
  return { line: place.line, mark: signs(sign * strength, style), text: said(claim, does, style) };
}

const MARKS = {
  'use-when': 'use when',
  'avoid-when': 'avoid when',
  'ruled-out-when': 'ruled out',
} as const satisfies Record<EvidenceKind, string>;

function evidenceStatement(evidence: Evidence, style: Style): Statement {
  const { kind, condition, strength, place } = evidence;
  const strong = strength === 2 ? ' (strong)' : '';
  const does =
    condition === undefined
      ? style.palette.caution('no condition')
      : `${plain(condition.text)}${strong}`;
  return { line: place.line, mark: MARKS[kind], text: said(evidence, does, style) };
}

function said(
  { text, contested }: Pick<Claim, 'text' | 'contested'>,
  does: string,
  { glyphs }: Style,
): string {
  return `${plain(text)}${contested ? ' (contested)' : ''} ${glyphs.arrow}${GLUE}${does}`;
}
