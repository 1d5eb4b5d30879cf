import { answerWords, labelWords, withAnswer, withUnit } from '../explain/answer-words.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed } from '../words/names.ts';
import type { RecordView } from './record-view.ts';

/** A given answer in words, or one that follows from others; a number with its unit: `Response time: 180 ms`. */
export function answerText(id: string, { head, names }: RecordView): string {
  const given = head.answers[id];
  if (typeof given === 'number') {
    return withAnswer(names.questionTitle(id), withUnit(grouped(given), names.unit(id)));
  }
  if (given !== undefined) return answerWords(id, head.answers, names);
  const [choice, ...others] = impliedChoices(id, head);
  if (choice === undefined || others.length > 0) return names.questionTitle(id);
  const words = withAnswer(names.questionTitle(id), labelWords(id, choice, names));
  return `${words} (follows from other answers)`;
}

/** Given, or a single choice that follows from other answers. */
export function isAnswered(id: string, { head }: RecordView): boolean {
  return head.answers[id] !== undefined || impliedChoices(id, head).length === 1;
}

function impliedChoices(id: string, { implied = [] }: RecordView['head']): readonly string[] {
  return implied.find(({ question }) => question === id)?.choices ?? [];
}

/** With commas between thousands. */
function grouped(number: number): string {
  const [whole = '', ...decimals] = String(number).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/** The given answers by which a condition holds; what is not answered is in the words of the condition. */
export function heldText(condition: string, view: RecordView): string {
  const { head, names } = view;
  const terms = termsOf(condition, view).map(({ id, text, held }) => {
    if (typeof head.answers[id] === 'number') return answerText(id, view);
    if (held.length === 0) return conditionWords(text, names);
    const labels = held.map((choice) => labelWords(id, choice, names));
    return withAnswer(names.questionTitle(id), listed(labels, 'and'));
  });
  return listed(terms, 'and');
}

/** What has to turn out to be so for a condition to hold, in its words. */
export function openText(condition: string, view: RecordView): string {
  const open = termsOf(condition, view).filter(({ held }) => held.length === 0);
  return conditionWords(open.map(({ text }) => text).join(' & ') || condition, view.names);
}

interface Term {
  readonly id: string;
  readonly text: string;
  /** The given choices that it names. */
  readonly held: readonly string[];
}

function termsOf(condition: string, { head }: RecordView): Term[] {
  return condition.split('&').map((text) => {
    const [id = '', list = ''] = text.split(':').map((side) => side.trim());
    const choices = list.split('|').map((choice) => choice.trim());
    const given = [head.answers[id] ?? []].flat().map(String);
    return { id, text: text.trim(), held: given.filter((choice) => choices.includes(choice)) };
  });
}
