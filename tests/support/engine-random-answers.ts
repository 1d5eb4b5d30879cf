import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { legalUnder } from './engine-implied.ts';
import { legalSets } from './engine-legal-sets.ts';

/** A number from 0 on and below 1; the same ones in the same order for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Said = ReadonlyMap<string, readonly string[]>;

/**
 * Draws answers to all questions, each uniformly from its legal answers under what is given, with what that implies; what is
 * given stays.
 */
export function answerer(knowledge: KnowledgeBase, random: Random): (given?: Said) => Said {
  const questions = [...knowledge.questions.values()];
  const legal = questions.map((question) => ({ question, all: legalSets(question) }));
  const implied = new Set(knowledge.implications.map(({ question }) => question));
  return (given = new Map()) => {
    const answers = new Map([...given].map(([id, choices]) => [id, { choices }]));
    return new Map(
      legal.map(({ question, all }) => {
        const { id } = question;
        const sets = implied.has(id) ? legalUnder(knowledge, question, answers) : all;
        const drawn = sets[Math.floor(random() * sets.length)];
        return [id, given.get(id) ?? drawn ?? []];
      }),
    );
  };
}

/** Forgets answers, so that each stays with the given probability. */
export function forget(said: Said, share: number, random: Random): Said {
  return new Map([...said].filter(() => random() < share));
}
