import { z } from 'zod';
import { readYaml, type YamlResult, type YamlText } from './yaml.ts';

/** What the items of a container are. `considerations` may hold both signs in one sentence; `disadvantages` may not. */
export const CONTAINER_KINDS = [
  'benefits',
  'disadvantages',
  'considerations',
  'trade-offs',
  'mixed',
  'use-when',
  'avoid-when',
  'ruled-out-when',
  'types',
  'use-cases',
  'mitigations',
  'warning-signs',
  'requires',
  'brings-up',
  'examples',
  'options',
  'aside',
] as const;

export type ContainerKind = (typeof CONTAINER_KINDS)[number];

const names = z.array(z.string().min(1)).default([]);

const negationSchema = z.strictObject({
  words: names,
  close: names,
  eases: names,
  hampers: names,
  be: names,
  after: names,
  unclear: names,
  kept: names,
  trades: names,
  ends: names,
  wary: names,
  names,
});

const schema = z.strictObject({
  containers: z
    .partialRecord(z.enum(CONTAINER_KINDS), z.record(z.string(), z.array(z.string().min(1))))
    .default({}),
  openings: z
    .strictObject({ benefits: names, disadvantages: names, neutral: names })
    .default({ benefits: [], disadvantages: [], neutral: [] }),
  telling: names,
  metadata: names,
  answers: names,
  around: names,
  of: names,
  than: names,
  has: names,
  negation: negationSchema.default({
    words: [],
    close: [],
    eases: [],
    hampers: [],
    be: [],
    after: [],
    unclear: [],
    kept: [],
    trades: [],
    ends: [],
    wary: [],
    names: [],
  }),
});

type Negation = z.infer<typeof negationSchema>;

/** The words by which the reader of Markdown recognises what a list or a sentence says: `reading.yaml`. */
export interface ReadingWords {
  readonly containers: readonly KnownName[];
  readonly openings: Readonly<Record<'benefits' | 'disadvantages' | 'neutral', readonly string[]>>;
  /** Words that say for certain that a name is about something with a sign. */
  readonly telling: readonly string[];
  /** Headings above what answers the question before them. */
  readonly answers: readonly string[];
  /** Labels that say something about the document. */
  readonly metadata: readonly string[];
  /** Words that may stand around the name of a container. */
  readonly around: readonly string[];
  /** Words that join the name of a container and that of a pattern: advantages *of* sagas. */
  readonly of: readonly string[];
  /** Words that join it with what the pattern is compared to: advantages *over* sagas. */
  readonly than: readonly string[];
  /** Verbs that do: a saga *has* these drawbacks. */
  readonly has: readonly string[];
  readonly negation: Readonly<Record<keyof Negation, readonly string[]>>;
}

/** A name of a container; `…` in it stands for the name of a pattern. */
export interface KnownName {
  readonly name: string;
  readonly kind: ContainerKind;
}

/** What was read last: in a process it is nearly always the same file, and it is the longest of the knowledge. */
let recent: { readonly source: YamlText; readonly result: YamlResult<ReadingWords> } | undefined;

/** Reads `reading.yaml`. */
export function parseReading(source: YamlText): YamlResult<ReadingWords> {
  if (recent?.source.text !== source.text || recent.source.file !== source.file) {
    recent = { source, result: readWords(source) };
  }
  return recent.result;
}

function readWords(source: YamlText): YamlResult<ReadingWords> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { containers, ...rest } = result.data;
  const known = CONTAINER_KINDS.flatMap((kind) =>
    Object.values(containers[kind] ?? {})
      .flat()
      .map((name) => ({ name, kind })),
  );
  return { ok: true, data: { ...rest, containers: known }, at: result.at };
}

/** The words of several files together. */
export function joinReading(all: readonly ReadingWords[]): ReadingWords {
  const join = <T>(pick: (words: ReadingWords) => readonly T[]) => all.flatMap(pick);
  return {
    containers: join(({ containers }) => containers),
    openings: {
      benefits: join(({ openings }) => openings.benefits),
      disadvantages: join(({ openings }) => openings.disadvantages),
      neutral: join(({ openings }) => openings.neutral),
    },
    telling: join(({ telling }) => telling),
    metadata: join(({ metadata }) => metadata),
    answers: join(({ answers }) => answers),
    around: join(({ around }) => around),
    of: join(({ of }) => of),
    than: join(({ than }) => than),
    has: join(({ has }) => has),
    negation: {
      words: join(({ negation }) => negation.words),
      close: join(({ negation }) => negation.close),
      eases: join(({ negation }) => negation.eases),
      hampers: join(({ negation }) => negation.hampers),
      be: join(({ negation }) => negation.be),
      after: join(({ negation }) => negation.after),
      unclear: join(({ negation }) => negation.unclear),
      kept: join(({ negation }) => negation.kept),
      trades: join(({ negation }) => negation.trades),
      ends: join(({ negation }) => negation.ends),
      wary: join(({ negation }) => negation.wary),
      names: join(({ negation }) => negation.names),
    },
  };
}
