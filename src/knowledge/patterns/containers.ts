import type { Claim, Evidence, EvidenceKind, Pattern, Prose, Sign } from '../../model/pattern.ts';
import type { Line, Named } from '../markdown/line.ts';
import { parseCondition } from '../read/condition.ts';
import { effectsOf, type Vocabulary } from './effects.ts';
import { words } from './names.ts';

/** What the items of a container are. */
export type ContainerKind =
  | EvidenceKind
  | 'benefits'
  | 'considerations'
  | 'types'
  | 'use-cases'
  | 'mitigations'
  | 'warning-signs'
  | 'requires'
  | 'brings-up'
  | 'examples';

const NAMES: Readonly<Record<string, ContainerKind>> = {
  Benefits: 'benefits',
  Advantages: 'benefits',
  Considerations: 'considerations',
  Disadvantages: 'considerations',
  Types: 'types',
  'Use when': 'use-when',
  'Avoid when': 'avoid-when',
  'Ruled out when': 'ruled-out-when',
  'Common use cases': 'use-cases',
  'Use cases': 'use-cases',
  Mitigations: 'mitigations',
  'Warning signs': 'warning-signs',
  Requires: 'requires',
  'Brings up': 'brings-up',
  Examples: 'examples',
};

const WHEN_SHOULD = /^when should (.+ )?be (used|avoided)[:?]*$/i;

const kinds = new Map(Object.entries(NAMES).map(([name, kind]) => [key(name), kind]));

/** The names that the grammar knows, for a did-you-mean. */
export const containerNames: readonly string[] = Object.keys(NAMES);

/** The kind of container that a bullet or heading names; `When should X be used:` counts as one. */
export function containerOf(name: string): ContainerKind | undefined {
  const known = kinds.get(key(name));
  if (known) return known;
  const question = WHEN_SHOULD.exec(name.trim());
  if (question === null) return undefined;
  return question[2]?.toLowerCase() === 'used' ? 'use-when' : 'avoid-when';
}

function key(name: string): string {
  return words(name).join(' ');
}

/** A pattern while it is read: its lists grow in the order of the document. */
export type Draft = {
  -readonly [Field in keyof Pattern]: Pattern[Field] extends readonly (infer Item)[]
    ? Item[]
    : Pattern[Field];
};

/** The words a document is read with, and what its reader could not read. */
export interface Context extends Vocabulary {
  readonly containers: Named[];
  readonly malformedConditions: Named[];
}

/** Adds one item of a container to the pattern. */
type Reader = (line: Line, pattern: Draft, context: Context) => void;

/** What the items of each container become. */
export const readers: Readonly<Record<ContainerKind, Reader>> = {
  benefits: (line, { claims }, context) => claims.push(claimOf(line, 1, context)),
  considerations: (line, { claims }, context) => claims.push(claimOf(line, -1, context)),
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

/** A claim with the sign of the container it stands in; its strength is part of its effects. */
export function claimOf(line: Line, sign: Sign, { effects }: Context): Claim {
  const { label } = line;
  const strength = strengthOf(line);
  return {
    ...proseOf(line),
    ...(label !== undefined && { label }),
    isLabelTelling: label !== undefined && effects.qualitiesOf(label).length > 0,
    sign,
    strength,
    contested: line.markers.includes('contested'),
    effects: effectsOf(effects, line, sign).map(({ quality, value }) => ({
      quality,
      value: value * strength,
    })),
  };
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

function strengthOf({ markers }: Line): 1 | 2 {
  return markers.includes('strong') ? 2 : 1;
}

function productsIn({ text, label, rest }: Line): { name: string; products: string[] } {
  if (label === undefined || rest === undefined) return { name: text, products: [] };
  const products = rest.split(',').map((product) => product.trim());
  return { name: label, products: products.filter((product) => product !== '') };
}

/** The line as plain prose, with its sources. */
export function proseOf(line: Line): Prose {
  return {
    text: line.text,
    sources: line.sources.map(({ name }) => name),
    judgement: line.markers.includes('judgement'),
    place: line.place,
  };
}
