import { closest } from '../../common/closest.ts';
import { visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { Place } from '../../model/condition.ts';
import type { IdKind } from '../../model/knowledge.ts';

/** An id in answers that is neither known nor was ever. */
export interface UnknownId {
  readonly kind: IdKind;
  readonly id: string;
  /** The question of a choice, the decision of an alternative. */
  readonly of?: string;
  /** What was probably meant. */
  readonly near?: string;
  /** What to do if it is the only one. */
  readonly hint: string;
  /** Its index in a list. */
  readonly index?: number | undefined;
  readonly place?: Place;
}

/** Some ids are unknown: all of them at once. */
export class UnknownIds extends UserError {
  readonly ids: readonly UnknownId[];

  constructor(ids: readonly UnknownId[], remark?: string) {
    super(messageOf(ids), [hintOf(ids), remark].filter((each) => each !== undefined).join('; '));
    this.ids = ids;
  }
}

/** The error for one id that is none of those known; what was probably meant goes into the hint. */
export function unknownId(
  id: Omit<UnknownId, 'near' | 'hint'>,
  known: Iterable<string>,
  hintFor: (near: string | undefined) => string,
): UnknownIds {
  const near = closest(id.id, known);
  return new UnknownIds([{ ...id, ...(near !== undefined && { near }), hint: hintFor(near) }]);
}

/** So many are named; of the rest only the number is. */
const MOST_NAMED = 24;

function messageOf(ids: readonly UnknownId[]): string {
  const [first, second] = ids;
  if (first && !second) return `${placeText(first, ': ')}Unknown ${nameOf(first)}`;
  const named = ids
    .slice(0, MOST_NAMED)
    .map((each) => `${nameOf(each)}${inBrackets(placeText(each, ''))}`);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return `${ids.length} unknown ids: ${named.join(', ')}${more}`;
}

function placeText({ place }: UnknownId, end: string): string {
  return place ? `${place.file}:${place.line}:${place.column}${end}` : '';
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

function nameOf({ kind, id, of }: UnknownId): string {
  return `${kind} \`${visible(id)}\`${of === undefined ? '' : ` of \`${of}\``}`;
}

function hintOf(ids: readonly UnknownId[]): string {
  const [first, second] = ids;
  if (first && !second) return first.hint;
  const isOne = ids.every(({ kind, of }) => kind === first?.kind && of === first.of);
  if (first?.of !== undefined && isOne) return first.hint;
  const meant = ids
    .slice(0, MOST_NAMED)
    .flatMap(({ id, near }) => (near === undefined ? [] : [`\`${near}\` for \`${visible(id)}\``]));
  const lists = new Set(ids.map(({ kind }) => LISTS[kind]));
  const all = [...lists].map((list) => `\`arch-advisor list ${list}\``).join(' and ');
  const names = `${all} ${lists.size === 1 ? 'lists' : 'list'} them all`;
  return meant.length === 0 ? names : `did you mean ${meant.join(', ')}? ${names}`;
}

const LISTS: Readonly<Record<IdKind, string>> = {
  question: 'questions',
  choice: 'questions',
  decision: 'decisions',
  alternative: 'decisions',
};

/** Reads one thing after the other. Throws the unknown ids of all of them together, else the first other error. */
export function readEach<T, R>(items: readonly T[], read: (item: T) => R, remark?: string): R[] {
  const unknown: (readonly UnknownId[])[] = [];
  const errors: UserError[] = [];
  const done = items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error instanceof UnknownIds) unknown.push(error.ids);
      else errors.push(error);
      return [];
    }
  });
  if (unknown.length > 0) throw new UnknownIds(unknown.flat(), remark);
  if (errors.length > 0) throw errors[0];
  return done;
}
