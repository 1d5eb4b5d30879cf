import type { Claim, Evidence, EvidenceKind, Prose, Sign } from '../model/pattern.ts';
import { parseCondition } from './condition.ts';
import type { ContainerKind } from './containers.ts';
import type { Contents, Context } from './contents.ts';
import { effectsOf } from './effects.ts';
import type { Line } from './line.ts';

/** Reads one item of a container. */
export type Reader = (line: Line, context: Context) => Partial<Contents>;

/** What the items of each container become. */
export const readers: Readonly<Record<ContainerKind, Reader>> = {
  benefits: (line, context) => ({ claims: [claimOf(line, 1, context)] }),
  considerations: (line, context) => ({ claims: [claimOf(line, -1, context)] }),
  types: (line) => ({ types: [{ ...proseOf(line), ...productsIn(line) }] }),
  'use-when': evidenceReader('use-when'),
  'avoid-when': evidenceReader('avoid-when'),
  'ruled-out-when': evidenceReader('ruled-out-when'),
  'use-cases': (line) => ({ useCases: [proseOf(line)] }),
  mitigations: (line, context) => ({
    mitigations: [
      {
        ...proseOf(line),
        ...(line.label !== undefined && { label: line.label }),
        qualities: line.label === undefined ? [] : context.effects.qualitiesOf(line.label),
      },
    ],
  }),
  'warning-signs': (line) => ({ warningSigns: [proseOf(line)] }),
  requires: (line) => ({ requires: [proseOf(line)] }),
  'brings-up': (line) => ({
    bringsUp: [{ ...proseOf(line), ...(line.lead !== undefined && { target: line.lead }) }],
  }),
  examples: (line) => ({ examples: [proseOf(line)] }),
};

/** A claim with the sign of the container it stands in; its strength is part of its effects. */
export function claimOf(line: LabelledLine, sign: Sign, { effects }: Context): Claim {
  const strength = strengthOf(line);
  return {
    ...proseOf(line),
    ...(line.label !== undefined && { label: line.label }),
    isLabelTelling: line.label !== undefined && effects.qualitiesOf(line.label).length > 0,
    sign,
    strength,
    contested: line.markers.includes('contested'),
    effects: effectsOf(effects, line, sign).map(({ quality, value }) => ({
      quality,
      value: value * strength,
    })),
  };
}

type LabelledLine = Omit<Line, 'label'> & { readonly label?: string | undefined };

function evidenceReader(kind: EvidenceKind): Reader {
  return (line, context) => ({ evidence: [evidenceOf(line, kind, context)] });
}

function evidenceOf(line: Line, kind: EvidenceKind, context: Context): Evidence {
  const parsed = line.condition && parseCondition(line.condition);
  if (typeof parsed === 'string' && line.condition) {
    context.malformedCondition({ name: parsed, place: line.condition.place });
  }
  return {
    ...proseOf(line),
    kind,
    strength: strengthOf(line),
    contested: line.markers.includes('contested'),
    ...(typeof parsed === 'object' && { condition: parsed }),
  };
}

function strengthOf({ markers }: Pick<Line, 'markers'>): 1 | 2 {
  return markers.includes('strong') ? 2 : 1;
}

function productsIn({ text, label, rest }: Line): { name: string; products: string[] } {
  if (label === undefined || rest === undefined) return { name: text, products: [] };
  const products = rest.split(',').map((product) => product.trim());
  return { name: label, products: products.filter((product) => product !== '') };
}

/** The line as plain prose, with its sources. */
export function proseOf(line: Pick<Line, 'text' | 'sources' | 'markers' | 'place'>): Prose {
  return {
    text: line.text,
    sources: line.sources.map(({ name }) => name),
    judgement: line.markers.includes('judgement'),
    place: line.place,
  };
}
