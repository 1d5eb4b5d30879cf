import type { Random } from '../../support/engine-random-answers.ts';

/** Qualities as `qualities.yaml` has them; their names, and no other word here, speak for or against one. */
export const QUALITIES = [
  ...['Throughput', 'Latency', 'Capacity', 'Elasticity', 'Freshness', 'Integrity'],
  ...['Privacy', 'Secrecy', 'Uptime', 'Recovery', 'Durability', 'Isolation'],
  ...['Simplicity', 'Clarity', 'Testability', 'Portability', 'Autonomy', 'Cohesion'],
  ...['Thrift', 'Haste', 'Operability', 'Visibility', 'Fairness', 'Flexibility'],
].map((name, index) => ({
  id: name.toLowerCase(),
  name,
  definition: `How well the system does in ${name.toLowerCase()}.`,
  scale: { worst: 'It is lacking.', neutral: 'It is as usual.', best: 'It is outstanding.' },
  weight: index % 8 === 4 ? 1 : 0,
  aliases: [`${name.toLowerCase()} at work`],
  phrases: {
    plus: [`helps ${name.toLowerCase()}`, `good for ${name.toLowerCase()}`],
    minus: [`hurts ${name.toLowerCase()}`, `bad for ${name.toLowerCase()}`],
  },
}));

const WORDS = (
  'each write record reader node table stream queue topic field store copy leader clock window page ' +
  'index range shard event command view model owner batch client server router policy ticket order ' +
  'stock price invoice report sensor signal meter device region zone rack link packet frame buffer ' +
  'log entry token key value branch build release step plan stage task job worker pool thread lock ' +
  'waits moves keeps holds sends takes gives finds drops joins splits follows leads answers asks ' +
  'before after while until unless within beyond between behind under over along across without'
).split(' ');

/** So many words, the first with a capital letter, without a full stop. */
export function sentence(length: number, random: Random): string {
  const words = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '');
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A decision weighs so many patterns; all others stand in the catalogue alone. */
export const ALTERNATIVES = 4;

/** What `decisions.yaml` and the heading of a document call the pattern with a number, from 0 on. */
export function patternNamed(number: number) {
  const name = `${TITLES[number % TITLES.length]} ${number + 1}`;
  return { id: name.toLowerCase().replaceAll(' ', '-'), name, aliases: [`AP${number + 1}`] };
}

const TITLES = ['Amber relay', 'Quiet ledger', 'Split harbour', 'Plain lattice', 'Twin mill'];

export function range(length: number): number[] {
  return [...Array(length).keys()];
}
