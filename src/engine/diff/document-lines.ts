import type { DocumentLine, LineChange, LineKind } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Place } from '../../model/place.ts';
import { pointsOf } from '../effects.ts';

/** A line of a document that counts in a decision. */
interface Counting {
  readonly kind: LineKind;
  /** What makes it the same line on another side; not where it stands. */
  readonly key: string;
  readonly line: DocumentLine;
}

/** The lines about one alternative of a decision that count otherwise in one knowledge base than in another. */
export function changedLines(
  decision: string,
  alternative: string,
  sides: readonly [KnowledgeBase, KnowledgeBase],
): LineChange[] {
  const [before, after] = sides.map((knowledge) => linesAbout(decision, alternative, knowledge));
  return compareLines(before ?? [], after ?? []);
}

/** The same about a decision as a whole. */
export function changedDecisionLines(
  decision: string,
  sides: readonly [KnowledgeBase, KnowledgeBase],
): LineChange[] {
  const [before, after] = sides.map((knowledge) => linesAboutDecision(decision, knowledge));
  return compareLines(before ?? [], after ?? []);
}

function linesAbout(id: string, alternative: string, knowledge: KnowledgeBase): Counting[] {
  const driving = knowledge.decisions.get(id)?.driving ?? [];
  const pattern = knowledge.patterns.get(alternative);
  if (pattern === undefined) return [];
  return [
    ...driving.flatMap((quality) => claimLines(pattern, quality)),
    ...driving.flatMap((quality) => weightLines(quality, knowledge)),
    ...evidenceLines(pattern),
    ...drivingLines(id, knowledge),
  ];
}

function claimLines({ claims }: Pattern, quality: string): Counting[] {
  return claims.flatMap(({ text, place, effects }) =>
    effects
      .filter((effect) => effect.quality === quality)
      .map(({ value }) => ({
        kind: 'claim',
        key: `${quality} ${text}`,
        line: { ...at(place), text, value, quality },
      })),
  );
}

/** What everybody cares about, and what each answer adds. */
function weightLines(quality: string, { qualities, questions }: KnowledgeBase): Counting[] {
  const base = qualities.get(quality);
  const own: Counting[] =
    base === undefined || base.weight === 0
      ? []
      : [
          {
            kind: 'weight',
            key: quality,
            line: { ...at(base.place), text: base.name, value: base.weight, quality },
          },
        ];
  const added = [...questions.values()].flatMap(({ id, choices }) =>
    choices.flatMap(({ id: choice, label, weights, place }): Counting[] => {
      const value = weights.get(quality) ?? 0;
      const condition = `${id}=${choice}`;
      const line = { ...at(place), text: label, value, quality, condition };
      return value === 0 ? [] : [{ kind: 'weight', key: `${quality} ${condition}`, line }];
    }),
  );
  return [...own, ...added];
}

function evidenceLines({ evidence }: Pattern): Counting[] {
  return evidence.flatMap((each): Counting[] => {
    const { kind, condition, text, place } = each;
    if (condition === undefined) return [];
    const line = { ...at(place), text, condition: condition.text };
    const key = `${kind} ${text}`;
    return [
      kind === 'ruled-out-when'
        ? { kind: 'hard-rule', key, line }
        : { kind: 'evidence', key, line: { ...line, value: pointsOf(each) } },
    ];
  });
}

function drivingLines(id: string, { decisions, qualities }: KnowledgeBase): Counting[] {
  const decision = decisions.get(id);
  return (decision?.driving ?? []).flatMap((quality) =>
    decision && qualities.has(quality)
      ? [
          {
            kind: 'driving',
            key: quality,
            line: { ...at(decision.place), text: quality, quality },
          },
        ]
      : [],
  );
}

function linesAboutDecision(id: string, { decisions }: KnowledgeBase): Counting[] {
  const decision = decisions.get(id);
  if (decision === undefined) return [];
  const order = decision.alternatives.map((alternative) => alternative.id).join(', ');
  return [
    ...decision.appliesWhen.map(
      ({ text, place }): Counting => ({
        kind: 'applies-when',
        key: text,
        line: { ...at(place), text },
      }),
    ),
    { kind: 'order', key: order, line: { ...at(decision.place), text: order } },
  ];
}

function at({ file, line }: Place): Pick<Place, 'file' | 'line'> {
  return { file, line };
}

/** Lines that one side lacks, or that count differently; the same line written twice is two. */
function compareLines(before: readonly Counting[], after: readonly Counting[]): LineChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    const kind = one?.kind ?? other?.kind;
    if (kind === undefined || isSame(one, other)) return [];
    return [{ kind, ...(one && { before: one.line }), ...(other && { after: other.line }) }];
  });
}

function byKey(lines: readonly Counting[]): Map<string, Counting> {
  const found = new Map<string, Counting>();
  for (const line of lines) {
    let key = `${line.kind} ${line.key}`;
    while (found.has(key)) key = `${key} `;
    found.set(key, line);
  }
  return found;
}

function isSame(one: Counting | undefined, other: Counting | undefined): boolean {
  const { value, condition } = one?.line ?? {};
  return one !== undefined && other?.line.value === value && other?.line.condition === condition;
}
