import { NONE, UNKNOWN } from '../../common/answers.ts';
import { oppositesAmong } from '../../common/exclusive-choices.ts';
import { visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { Answer } from '../../model/answers.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Band, Choice, Question } from '../../model/question.ts';
import { alternativesMeant, choiceSuggested, choicesMeant } from '../../names/parts.ts';
import { quantityIn, rangeIn } from '../../names/quantity.ts';
import { presentSubject } from './present-ids.ts';
import { readEach, unknownId } from './unknown-ids.ts';

/** One of a list is wrong. */
export class ItemError extends UserError {
  readonly index: number | undefined;

  constructor(message: string, hint: string, index: number | undefined) {
    super(message, hint);
    this.index = index;
  }
}

/** Reads the answer to a question, as a file or a flag gives it; null for `unknown`. Throws a `UserError`. */
export function readAnswer({ questions }: KnowledgeBase, id: string, raw: unknown): Answer | null {
  const question = questions.get(id);
  if (question === undefined) {
    const all = '`arch-advisor list questions` lists them all';
    throw unknownId({ kind: 'question', id }, questions.keys(), (near) =>
      near ? `did you mean \`${near}\`? ${all}` : all,
    );
  }
  if (isUnknown(raw) || (Array.isArray(raw) && raw.length === 1 && isUnknown(raw[0]))) return null;
  const number = numberFor(question, raw);
  if (number !== undefined) return fromNumber(question, number);
  const ranged = fromRange(question, raw);
  if (ranged !== undefined) return ranged;
  return question.several ? severalOf(question, raw) : { choices: [choiceOf(question, raw).id] };
}

/** A key without a value says nothing, and neither does the word for it. */
function isUnknown(raw: unknown): boolean {
  return raw === null || (typeof raw === 'string' && /^(unknown)?$/i.test(raw.trim()));
}

/** The number that an answer gives, to be looked up in the bands of the question; with its own unit, where it has one. */
export function numberFor({ choices, unit }: Question, raw: unknown): number | undefined {
  if (choices.every(({ band }) => band === undefined)) return undefined;
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' ? quantityIn(raw, unit) : undefined;
}

function fromNumber({ id, choices, unit, most = Infinity }: Question, number: number): Answer {
  const isIn = ({ from, to = Infinity }: Band) => number >= from && number < to;
  const choice = choices.find(({ band }) => band !== undefined && isIn(band));
  if (choice && Number.isFinite(number) && number <= most) return { choices: [choice.id], number };
  const range = most === Infinity ? '0 or more' : `0 to ${most}`;
  throw new UserError(
    `\`${number}\` is not an answer to \`${id}\``,
    `give a number from ${range}${unit === undefined ? '' : ` (${unit})`}`,
  );
}

/** A range that lies in one band, unless the text is a choice. */
function fromRange(question: Question, raw: unknown): Answer | undefined {
  const { choices, several, unit } = question;
  if (several || typeof raw !== 'string' || choices.every(({ band }) => !band)) return undefined;
  if (choicesMeant(question, raw).length > 0) return undefined;
  const range = rangeIn(raw, unit);
  if (range === undefined) return undefined;
  const found = new Set(range.flatMap((number) => fromNumber(question, number).choices));
  if (found.size === 1) return { choices: [...found] };
  throw new UserError(
    `\`${raw}\` spans several choices of \`${question.id}\`: ${[...found].join(', ')}`,
    `give one number, or one choice; \`arch-advisor show ${question.id}\` explains them`,
  );
}

function severalOf(question: Question, raw: unknown): Answer {
  const given = Array.isArray(raw) ? raw : [raw];
  if (given.length === 0) return { choices: [NONE] };
  if (given.some(isUnknown)) {
    throw new UserError(
      `\`${UNKNOWN}\` cannot be combined with other choices of \`${question.id}\``,
      'remove it, or the other choices',
    );
  }
  const picked = new Set(
    readEach([...given.entries()], ([index, each]) => choiceOf(question, each, index)),
  );
  refuseOpposites(question, [...picked]);
  if (question.limit !== undefined && picked.size > question.limit) {
    throw new UserError(
      `\`${question.id}\` takes at most ${question.limit} choices, not ${picked.size}`,
      'keep the ones that matter most',
    );
  }
  return { choices: question.choices.filter((choice) => picked.has(choice)).map(({ id }) => id) };
}

function refuseOpposites({ id }: Question, picked: readonly Choice[]): void {
  const [one, other] = oppositesAmong(picked) ?? [];
  if (one === undefined || other === undefined) return;
  throw new UserError(
    one.exclusive
      ? `\`${one.id}\` cannot be combined with other choices of \`${id}\``
      : `\`${one.id}\` and \`${other.id}\` exclude each other in \`${id}\``,
    `remove \`${one.id}\` or \`${other.id}\``,
  );
}

function choiceOf({ id, choices, several, unit }: Question, raw: unknown, index?: number): Choice {
  if (!several && isList(raw, choices)) {
    throw new UserError(
      `\`${id}\` takes one choice, not a list`,
      `choose one of ${idsOf(choices)}`,
    );
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    throw new ItemError(
      `The answer to \`${id}\` is neither a choice nor a number`,
      `choose one of ${idsOf(choices)}, or \`unknown\``,
      index,
    );
  }
  const choice = choices.find((each) => each.id === String(raw));
  if (choice) return choice;
  const [meant, ...others] = choicesMeant({ choices }, String(raw));
  if (meant && others.length === 0) return meant;
  const ids = (meant ? [meant, ...others] : choices).map((each) => each.id);
  const suggested = choiceSuggested({ choices }, String(raw))?.id;
  throw unknownId({ kind: 'choice', id: String(raw), of: id, index }, ids, (close) => {
    const near = close ?? suggested;
    const start = near ? `did you mean \`${near}\`? Choose` : 'choose';
    const isMeasured = choices.some(({ band }) => band !== undefined);
    const forms = [...ids, ...(isMeasured ? [numberOf(unit)] : [])];
    return `${start} one of ${forms.join(', ')}, or \`unknown\`; \`arch-advisor show ${id}\` explains them`;
  });
}

function numberOf(unit: string | undefined): string {
  if (unit === '%') return 'a percentage';
  return unit === undefined ? 'a number' : `a number of ${unit}`;
}

/** A list, or the ids of one with commas between them. */
function isList(raw: unknown, choices: readonly Choice[]): boolean {
  const parts = typeof raw === 'string' ? raw.split(',').map((part) => part.trim()) : [];
  const isChoice = (part: string) => choices.some(({ id }) => id === part);
  return Array.isArray(raw) || (parts.length > 1 && parts.every(isChoice));
}

function idsOf(choices: readonly Choice[]): string {
  return choices.map(({ id }) => id).join(', ');
}

/** Reads what a decision is pinned to: one alternative, or a list where several may be picked. Throws a `UserError`. */
export function readPin(knowledge: KnowledgeBase, id: string, raw: unknown): readonly string[] {
  const decision = findDecision(knowledge, id);
  const given = Array.isArray(raw) ? raw : [raw];
  if (given.length !== 1 && !decision.several) {
    throw new UserError(
      `\`${id}\` is pinned to ${given.length} alternatives`,
      'pin it to one of them',
    );
  }
  const named = new Set(
    readEach([...given.entries()], ([index, each]) =>
      alternativeOf(decision, each, { index, knowledge }),
    ),
  );
  if (decision.several && named.size > 1 && named.has(decision.baseline ?? '')) {
    throw new UserError(
      `\`${decision.baseline}\` cannot be combined with other alternatives of \`${id}\``,
      'remove it, or the others',
    );
  }
  return decision.alternatives
    .filter((alternative) => named.has(alternative.id))
    .map((each) => each.id);
}

function alternativeOf(
  decision: Decision,
  raw: unknown,
  { index, knowledge }: { readonly index: number; readonly knowledge: KnowledgeBase },
): string {
  const { id, alternatives } = decision;
  const ids = alternatives.map((alternative) => alternative.id);
  const found = ids.find((each) => each === raw);
  if (found !== undefined) return found;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    const hint = `choose one of ${ids.join(', ')}`;
    throw new ItemError(`The pin of \`${id}\` is not an alternative`, hint, index);
  }
  const [meant, ...others] = alternativesMeant(decision, String(raw), knowledge);
  if (meant !== undefined && others.length === 0) return meant;
  if (meant !== undefined) {
    throw new ItemError(
      `\`${visible(String(raw))}\` can mean several alternatives of \`${id}\``,
      `name one of them: ${[meant, ...others].join(', ')}`,
      index,
    );
  }
  throw unknownId({ kind: 'alternative', id: String(raw), of: id, index }, ids, (near) =>
    near ? `did you mean \`${near}\`?` : `choose one of ${ids.join(', ')}`,
  );
}

/** The decision with this id. Throws a `UserError` with the nearest one. */
export function findDecision(knowledge: KnowledgeBase, id: string): Decision {
  const { decisions } = knowledge;
  const decision = decisions.get(id);
  if (decision) return decision;
  throw unknownId({ kind: 'decision', id }, decisions.keys(), (near) => {
    const today = presentSubject(knowledge, 'decision', id);
    if (today !== id) return `it is now called \`${today}\``;
    if (id.includes(',')) return `separate decisions by blanks: ${id.replaceAll(',', ' ')}`;
    return near ? `did you mean \`${near}\`?` : '`arch-advisor list decisions` lists them all';
  });
}
