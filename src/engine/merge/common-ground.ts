import { shortNames } from '../../common/text.ts';
import type { Answer, AnswerSheet, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** One of those whose answers are combined. */
export interface Person {
  /** The answer file, as it was named; no two alike. */
  readonly file: string;
  readonly sheet: AnswerSheet;
}

export interface MergeRequest {
  readonly people: readonly Person[];
  /** Counts where no file says anything. */
  readonly under: AnswerSheet;
  /** Counts against all files, and settles what is disputed. */
  readonly over: AnswerSheet;
}

/** What several people say of one question or decision. */
export interface Topic<T> {
  readonly id: string;
  /** In the order of the files; those that do not know are absent. */
  readonly said: readonly { readonly file: string; readonly value: T }[];
}

/** What everyone agrees on, and what they do not; each in the order of the knowledge base. */
export interface CommonGround {
  /** `unknown` stands as null. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  readonly pins: Pins;
  readonly disputes: readonly Topic<Answer>[];
  readonly pinDisputes: readonly Topic<readonly string[]>[];
  /** Answered differently, and settled by the stronger source. */
  readonly settled: readonly Topic<Answer>[];
  /** In the common ground, and not said by everybody. */
  readonly bySome: readonly Topic<Answer>[];
  readonly pinnedBySome: readonly Topic<readonly string[]>[];
  /** Every question that at least one person answers. */
  readonly answered: readonly Topic<Answer>[];
}

/** Combines the answers. Numbers that fall into one band are one answer. */
export function commonGround(knowledge: KnowledgeBase, request: MergeRequest): CommonGround {
  const { people, under, over } = request;
  const [questions, decisions] = [[...knowledge.questions.keys()], [...knowledge.decisions.keys()]];
  const answered = topicsIn(questions, people, ({ answers }, id) => answers.get(id) ?? undefined);
  const pinned = topicsIn(decisions, people, ({ pins }, id) => pins.get(id));
  const differing = answered.filter((topic) => !isAgreed(topic, answerKey));
  const pinDisputes = pinned.filter((each) => !isAgreed(each, pinKey) && !over.pins.has(each.id));
  const isOver = ({ id }: Topic<Answer>) => over.answers.has(id);
  const disputes = differing.filter((topic) => !isOver(topic));
  const isPartial = ({ said }: Topic<unknown>) => said.length < people.length;
  return {
    answers: undisputed(
      questions,
      [under.answers, unknownIn(people), agreed(answered, agreedAnswer), over.answers],
      disputes,
    ),
    pins: undisputed(
      decisions,
      [under.pins, agreed(pinned, ({ said }) => said[0]?.value ?? []), over.pins],
      pinDisputes,
    ),
    disputes,
    pinDisputes,
    settled: differing.filter(isOver),
    bySome: answered.filter(
      (topic) => isPartial(topic) && !differing.includes(topic) && !isOver(topic),
    ),
    pinnedBySome: pinned.filter(
      (topic) => isPartial(topic) && isAgreed(topic, pinKey) && !over.pins.has(topic.id),
    ),
    answered,
  };
}

function topicsIn<T>(
  ids: readonly string[],
  people: readonly Person[],
  find: (sheet: AnswerSheet, id: string) => T | undefined,
): Topic<T>[] {
  return ids
    .map((id) => ({
      id,
      said: people.flatMap(({ file, sheet }) => {
        const value = find(sheet, id);
        return value === undefined ? [] : [{ file, value }];
      }),
    }))
    .filter(({ said }) => said.length > 0);
}

function isAgreed<T>({ said }: Topic<T>, keyOf: (value: T) => string): boolean {
  return new Set(said.map(({ value }) => keyOf(value))).size === 1;
}

/** Answers with the same key are the same to every decision. */
export function answerKey({ choices }: Answer): string {
  return choices.join(' ');
}

export function pinKey(pin: readonly string[]): string {
  return pin.join(' ');
}

function unknownIn(people: readonly Person[]): (readonly [string, Answer | null])[] {
  return people.flatMap(({ sheet }) => [...sheet.answers].filter(([, answer]) => answer === null));
}

function agreed<T>(
  topics: readonly Topic<T>[],
  of: (topic: Topic<T>) => T,
): (readonly [string, T])[] {
  return topics.map((topic) => [topic.id, of(topic)]);
}

/** With the number, where only one was given. */
function agreedAnswer({ said }: Topic<Answer>): Answer {
  const numbers = new Set(said.flatMap(({ value }) => value.number ?? []));
  const [number] = numbers;
  const choices = said[0]?.value.choices ?? [];
  return { choices, ...(number !== undefined && numbers.size === 1 && { number }) };
}

/** What the strongest layer says of each id, the last one first, unless it is disputed; in the order of the ids. */
function undisputed<T>(
  ids: Iterable<string>,
  layers: readonly Iterable<readonly [string, T]>[],
  disputes: readonly Topic<unknown>[],
): Map<string, T> {
  const said = new Map(layers.flatMap((layer) => [...layer]));
  for (const { id } of disputes) said.delete(id);
  return new Map(
    [...ids].flatMap((id) => {
      const value = said.get(id);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}

/** What one person says on some topics. */
export function ownIn<T>(
  topics: readonly { readonly id: string }[],
  said: ReadonlyMap<string, T | null>,
): Map<string, T> {
  return new Map(
    topics.flatMap(({ id }) => {
      const own = said.get(id);
      return own === undefined || own === null ? [] : [[id, own] as const];
    }),
  );
}

/** Everybody's notes, each after the names of those who wrote it. */
export function notesIn({ people, under, over }: MergeRequest): Map<string, string> {
  const names = shortNames(people.map(({ file }) => file));
  const notes = new Map<string, Map<string, string[]>>();
  for (const { file, sheet } of people) {
    for (const [question, note] of sheet.notes) {
      const texts = notes.get(question) ?? new Map<string, string[]>();
      texts.set(note, [...(texts.get(note) ?? []), names.get(file) ?? file]);
      notes.set(question, texts);
    }
  }
  const signed = [...notes].map(([question, texts]) => [question, signedText(texts)] as const);
  return new Map([...under.notes, ...signed, ...over.notes]);
}

function signedText(texts: ReadonlyMap<string, readonly string[]>): string {
  return [...texts].map(([note, names]) => `${names.join(', ')}: ${note}`).join('\n');
}
