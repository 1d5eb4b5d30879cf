import { UserError } from '../../common/user-error.ts';
import type { Answer } from '../../model/answers.ts';
import type { Place } from '../../model/condition.ts';
import type { FormerId, KnowledgeBase, OldIds, Renamed, RetiredId } from '../../model/knowledge.ts';
import { finerPinMeant } from '../../names/parts.ts';
import { ItemError, readAnswer, readPin } from './answer.ts';
import { presentSubject, underPresentIds } from './present-ids.ts';
import { type Left, withoutRetired } from './retired-ids.ts';
import { membersOf, subjectMeant } from './subjects.ts';
import { readEach, UnknownIds } from './unknown-ids.ts';

/** An answer or a pin as it was written. */
export interface Entry {
  readonly subject: Renamed['subject'];
  readonly id: string;
  readonly raw: unknown;
  /** Where its value stands, or one of a list of them; nothing for a flag. */
  readonly locate?: (index?: number) => Place;
}

/** An answer or a pin, read. */
export type Understood = Readonly<{
  /** The id of today. */
  id: string;
  written: string;
  former: readonly FormerId[];
  retired: readonly RetiredId[];
  place?: Place;
}> &
  (
    | Readonly<{ subject: 'question'; answer: Answer | null }>
    | Readonly<{ subject: 'decision'; pin: readonly string[] }>
    /** All of it is retired: nothing is said. */
    | Readonly<{ subject: 'nothing' }>
  );

/**
 * Reads answers and pins, in their order. Throws a `UserError`: of all unknown ids together, with the remark behind
 * the hint, else of the first thing that is wrong.
 */
export function readEntries(
  knowledge: KnowledgeBase,
  entries: readonly Entry[],
  remark?: string,
): Understood[] {
  const all = entries.flatMap((entry) => [entry, ...finerPin(entry, entries, knowledge)]);
  return readEach(all, (entry) => understand(knowledge, entry), remark);
}

/** A pin to an alternative of a finer decision, such as MongoDB, fixes that one as well unless it has a pin of its own. */
function finerPin(
  { subject, id, raw, ...where }: Entry,
  entries: readonly Entry[],
  knowledge: KnowledgeBase,
): Entry[] {
  const [name, ...others] = Array.isArray(raw) ? raw : [raw];
  if (subject !== 'decision' || typeof name !== 'string' || others.length > 0) return [];
  const decision = knowledge.decisions.get(subjectMeant(knowledge, 'decision', id));
  if (!decision || decision.alternatives.some((each) => each.id === name)) return [];
  const meant = finerPinMeant(decision, name, knowledge);
  const isPinned = entries.some((each) => each.subject === subject && each.id === meant?.decision);
  if (meant === undefined || isPinned) return [];
  return [{ ...where, subject, id: meant.decision, raw: meant.alternative }];
}

function understand(knowledge: KnowledgeBase, entry: Entry): Understood {
  const { subject, locate } = entry;
  const {
    id,
    raw: present,
    former,
  } = underPresentIds(knowledge, subject, asMeant(knowledge, entry));
  const left = withoutRetired(knowledge, { subject, id, raw: present });
  const { raw, isNothing, retired } = left;
  const place = locate?.();
  const at = place && { place };
  const common = {
    id,
    written: entry.id,
    former: former.map((each) => ({ ...each, ...at })),
    retired: retired.map((each) => ({ ...each, ...at })),
    ...at,
  };
  if (isNothing) return { ...common, subject: 'nothing' };
  try {
    return subject === 'question'
      ? { ...common, subject, answer: readAnswer(knowledge, id, raw) }
      : { ...common, subject, pin: readPin(knowledge, id, raw) };
  } catch (error) {
    throw error instanceof UserError ? placed(error, entry, left) : error;
  }
}

/** An old id stays as it was written, as it is worth a remark. */
function asMeant(knowledge: KnowledgeBase, { subject, id: written, raw }: Entry) {
  const id = subjectMeant(knowledge, subject, written);
  const isOld = presentSubject(knowledge, subject, written) !== written;
  return {
    id: isOld ? written : id,
    raw: subject === 'question' ? membersOf(knowledge.questions.get(id), raw) : raw,
  };
}

/** The same error, saying where it is; nothing for a flag. */
function placed(error: UserError, { locate: written }: Entry, left: Left): UserError {
  if (written === undefined) return error;
  const locate = (index?: number) => written(index === undefined ? undefined : left.written(index));
  if (error instanceof UnknownIds) {
    return new UnknownIds(error.ids.map((each) => ({ ...each, place: locate(each.index) })));
  }
  return at(locate(error instanceof ItemError ? error.index : undefined), error);
}

/** The same error, with the place before its sentence. */
export function at(place: Place | undefined, { message, hint }: UserError): UserError {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : '';
  return new UserError(`${where}${message}`, hint);
}

/** The old ids in what was read. */
export function oldIdsIn(all: readonly Understood[]): OldIds {
  return {
    former: all.flatMap(({ former }) => former),
    retired: all.flatMap(({ retired }) => retired),
  };
}

/** What a file says, each id once; throws a `UserError` where an old id and the one of today are at odds. */
export function eachOnce(all: readonly Understood[]): Understood[] {
  const first = new Map<string, Understood>();
  for (const each of all) {
    if (each.subject === 'nothing') continue;
    const key = `${each.subject} ${each.id}`;
    const earlier = first.get(key);
    if (earlier !== undefined && !isSame(earlier, each)) throw atOdds(earlier, each);
    if (earlier === undefined || each.written === each.id) first.set(key, each);
  }
  return [...first.values()];
}

/** A number and the band that it falls into agree. */
function isSame(one: Understood, other: Understood): boolean {
  if (one.subject === 'decision') {
    return other.subject === 'decision' && isSameList(one.pin, other.pin);
  }
  if (one.subject !== 'question' || other.subject !== 'question') return false;
  const [a, b] = [one.answer, other.answer];
  if (a === null || b === null) return a === b;
  const numbers = new Set([a.number ?? b.number, b.number ?? a.number]);
  return numbers.size === 1 && isSameList(a.choices, b.choices);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.join(' ') === other.join(' ');
}

function atOdds(one: Understood, other: Understood): UserError {
  const { id, subject, place } = other;
  const said = subject === 'question' ? 'answered' : 'pinned';
  return at(
    place,
    new UserError(
      `\`${one.written}\` and \`${other.written}\` are the same ${subject} today, but are ${said} differently`,
      `keep one of them, and call it \`${id}\``,
    ),
  );
}
