import type { Evidence, EvidenceKind, Pattern } from '../../model/pattern.ts';
import type { Line, Named } from '../markdown/line.ts';
import type { Reading, Section } from '../markdown/section.ts';
import { parseCondition } from '../read/condition.ts';
import type { ContainerKind } from '../read/reading.ts';
import { claimOf, proseOf, type Standing, strengthOf } from './claims.ts';
import type { ContainerName } from './parse-container-name.ts';

/** A pattern while it is read: its lists grow in the order of the document. */
export type Draft = {
  -readonly [Field in keyof Pattern]: Pattern[Field] extends readonly (infer Item)[]
    ? Item[]
    : Pattern[Field];
};

/** The words a document is read with, and what its reader could not read. */
export interface Context extends Reading {
  readonly unread: Unread[];
  readonly malformedConditions: Named[];
  /** The containers of the sections that were looked at, as each is looked at several times. */
  readonly containerOfSection: WeakMap<Section, ContainerName | undefined>;
}

/** What may have a sign that cannot be determined. */
export interface Unread extends Named {
  /** A list of which the name says no sign, or an item that has none, or that has two. */
  readonly kind: 'list' | 'item without sign' | 'item with two signs';
  /** How many lines are not read because of it. */
  readonly lines: number;
}

/** The containers whose items are read; what the others hold depends on the items, or is nothing. */
export type ReadKind = Exclude<ContainerKind, 'mixed' | 'options' | 'aside'>;

/** Adds one item of a container to the pattern. */
type Reader = (line: Line, pattern: Draft, context: Context) => void;

/** Where the claims of the containers that hold some stand. */
export const standings: Readonly<Partial<Record<ContainerKind, Standing>>> = {
  benefits: { sign: 1, isStrict: true },
  disadvantages: { sign: -1, isStrict: true },
  considerations: { sign: -1, isStrict: false },
  'trade-offs': { sign: -1, isStrict: true },
};

/** What the items of each container become. */
export const readers: Readonly<Record<ReadKind, Reader>> = {
  benefits: claimReader({ sign: 1, isStrict: true }),
  disadvantages: claimReader({ sign: -1, isStrict: true }),
  considerations: claimReader({ sign: -1, isStrict: false }),
  'trade-offs': claimReader({ sign: -1, isStrict: true }),
  types: (line, { types }) => types.push({ ...proseOf(line), ...productsIn(line) }),
  'use-when': evidenceReader('use-when'),
  'avoid-when': evidenceReader('avoid-when'),
  'ruled-out-when': evidenceReader('ruled-out-when'),
  'use-cases': (line, { useCases }) => useCases.push(proseOf(line)),
  mitigations: (line, { mitigations }, { effects }) =>
    mitigations.push({
      ...proseOf(line),
      ...(line.label !== undefined && { label: line.label }),
      qualities: line.label === undefined ? [] : effects.qualitiesOf(line.label),
    }),
  'warning-signs': (line, { warningSigns }) => warningSigns.push(proseOf(line)),
  requires: (line, { requires }) => requires.push(proseOf(line)),
  'brings-up': (line, { bringsUp }) =>
    bringsUp.push({ ...proseOf(line), ...(line.lead !== undefined && { target: line.lead }) }),
  examples: (line, { examples }) => examples.push(proseOf(line)),
};

function claimReader(standing: Standing): Reader {
  return (line, { claims }, { effects }) => claims.push(claimOf(line, standing, effects));
}

function evidenceReader(kind: EvidenceKind): Reader {
  return (line, { evidence }, context) => evidence.push(evidenceOf(line, kind, context));
}

function evidenceOf(line: Line, kind: EvidenceKind, { malformedConditions }: Context): Evidence {
  const parsed = line.condition && parseCondition(line.condition);
  if (typeof parsed === 'string' && line.condition) {
    malformedConditions.push({ name: parsed, place: line.condition.place });
  }
  return {
    ...proseOf(line),
    kind,
    strength: strengthOf(line),
    contested: line.markers.includes('contested'),
    ...(typeof parsed === 'object' && { condition: parsed }),
  };
}

function productsIn({ text, label, rest }: Line): { name: string; products: string[] } {
  if (label === undefined || rest === undefined) return { name: text, products: [] };
  const products = rest.split(',').map((product) => product.trim());
  return { name: label, products: products.filter((product) => product !== '') };
}
