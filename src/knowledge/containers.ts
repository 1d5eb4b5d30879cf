import { words } from './names.ts';

/** What the items of a container are. */
export type ContainerKind =
  | 'benefits'
  | 'considerations'
  | 'types'
  | 'use-when'
  | 'avoid-when'
  | 'ruled-out-when'
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
