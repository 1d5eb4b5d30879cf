import type { Random } from '../../support/engine-random-answers.ts';
import { drawn } from '../../support/random-sheets.ts';
import { ALTERNATIVES, patternNamed, QUALITIES, range, sentence } from './generated-words.ts';

/** A question as `questions.yaml` has it, as far as other files name it. */
export interface GeneratedQuestion {
  readonly id: string;
  readonly several: boolean;
  readonly choices: readonly { readonly id: string }[];
}

/** What a decision looks at. */
export interface Reading {
  readonly questions: readonly GeneratedQuestion[];
  /** Most important first. */
  readonly driving: readonly (typeof QUALITIES)[number][];
}

/** A document with the alternatives of a decision. */
export function topicText(decision: number, reading: Reading, random: Random): string {
  const numbers = range(ALTERNATIVES).map((each) => ALTERNATIVES * decision + each);
  return documentText(`Topic ${decision + 1}`, numbers, { reading, random });
}

/** A document with patterns that no decision weighs. */
export function catalogueText(
  numbers: readonly number[],
  reading: Reading,
  random: Random,
): string {
  return documentText('Catalogue', numbers, { reading, random });
}

interface Drawing {
  readonly reading: Reading;
  readonly random: Random;
}

const SOURCES = 3;

function documentText(title: string, numbers: readonly number[], drawing: Drawing): string {
  const notes = range(SOURCES).map(
    (each) => `[^s${each}]: ${sentence(6, drawing.random)}. https://example.com/${each}`,
  );
  return [
    '---',
    `title: ${title}`,
    '---',
    '',
    ...numbers.flatMap((number) => patternLines(number, drawing)),
    ...notes,
    '',
  ].join('\n');
}

function patternLines(number: number, drawing: Drawing): string[] {
  const { random, reading } = drawing;
  const { name, aliases } = patternNamed(number);
  const named = drawn([...reading.driving, ...drawn(QUALITIES, 3, random)], 7, random);
  const judged = [...new Set(named)];
  const middle = Math.ceil(judged.length / 2);
  return [
    `## ${name} (${aliases.join(', ')})`,
    '',
    `${sentence(12, random)}.`,
    '',
    ...container('Advantages', judged.slice(0, middle).map(claimLine(random))),
    ...container('Disadvantages', judged.slice(middle).map(claimLine(random))),
    ...container('Use when', conditionLines(2, drawing)),
    ...container('Avoid when', conditionLines(2, drawing)),
    ...(number % 6 === 3 ? container('Ruled out when', conditionLines(1, drawing)) : []),
    ...container('Mitigations', [`${judged[middle]?.name}: ${sentence(8, random)} [^s0]`]),
    ...container('Warning signs', [`${sentence(8, random)} (judgement)`]),
    ...container('Examples', [`${sentence(7, random)} [^s1]`]),
    '',
  ];
}

function container(name: string, lines: readonly string[]): string[] {
  return [`- ${name}`, ...lines.map((line) => `  - ${line}`)];
}

function claimLine(random: Random): (quality: { readonly name: string }) => string {
  return ({ name }) => {
    const strong = random() < 0.25 ? ' (strong)' : '';
    return `${name}: ${sentence(9, random)}${strong} [^s${Math.floor(random() * SOURCES)}]`;
  };
}

/** Conditions on one question to three. */
function conditionLines(count: number, { reading, random }: Drawing): string[] {
  return range(count).map(() => {
    const terms = drawn(reading.questions, 1 + Math.floor(random() * 3), random)
      .map(({ id, choices }) => {
        const ids = choices.map((choice) => choice.id);
        return `${id}: ${drawn(ids, 1 + Math.floor(random() * 2), random).join(' | ')}`;
      })
      .join(' & ');
    const strong = random() < 0.25 ? ' (strong)' : '';
    return `${sentence(9, random)}${strong} \`${terms}\` [^s${Math.floor(random() * SOURCES)}]`;
  });
}
