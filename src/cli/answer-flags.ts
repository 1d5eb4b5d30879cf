import { shellWord } from '../common/text.ts';
import type { AnswerOptions } from './options.ts';

/** The flags that give the same knowledge, answers and pins again. */
export function answerFlags(options: Omit<AnswerOptions, 'system'>): string[] {
  const { set, answers, profile, pin, knowledge, addKnowledge } = options;
  const flag = (name: string) => (value: string) => `${name} ${shellWord(value)}`;
  return [
    ...knowledge.map(flag('--knowledge')),
    ...addKnowledge.map(flag('--add-knowledge')),
    ...(profile === undefined ? [] : [profile]).map(flag('--profile')),
    ...(answers === undefined ? [] : [answers]).map(flag('--answers')),
    ...pin.map(flag('--pin')),
    ...set.map(flag('--set')),
  ];
}
