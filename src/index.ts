export { type AdviceRequest, advise } from './engine/advise.ts';
export { compare } from './engine/compare.ts';
export { parseAnswerSheet } from './knowledge/answer-sheet.ts';
export { loadKnowledge } from './knowledge/load.ts';
export type { Advice, DecisionAdvice } from './model/advice.ts';
export type { AnswerSheet, Answers, Pins } from './model/answers.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type { KnowledgeBase } from './model/knowledge-base.ts';
export { UserError } from './model/user-error.ts';
