import { z } from 'zod';
import { NONE, UNKNOWN } from '../../common/answers.ts';
import { MOST_CHOICES } from '../../common/limits.ts';
import type { Diagnostic, Renamed, Retired } from '../../model/knowledge.ts';
import type {
  Choice,
  Contradiction,
  CoverageLimit,
  Implication,
  Question,
  QuestionGroup,
} from '../../model/question.ts';
import { readConditions } from './condition.ts';
import { exclusionsOf, exclusiveFault, exclusiveSchema } from './exclusive.ts';
import { frequenciesOf, frequenciesSchema, frequencyFaults, kindsOf } from './frequencies.ts';
import { MOST_WEIGHT } from './qualities.ts';
import { renamedOf, renamedSchema } from './renamed.ts';
import { retiredOf, retiredSchema } from './retired.ts';
import {
  idSchema,
  type Locate,
  readYaml,
  textSchema,
  type YamlResult,
  type YamlText,
} from './yaml.ts';

const choiceSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  aliases: z.array(textSchema).exactOptional(),
  from: z.number().min(0).optional(),
  to: z.number().optional(),
  weights: z.record(z.string(), z.int().min(0).max(MOST_WEIGHT)).default({}),
});

const questionSchema = z.strictObject({
  id: idSchema,
  group: z.string(),
  title: textSchema.exactOptional(),
  aliases: z.array(textSchema).exactOptional(),
  ask: textSchema,
  help: z.string(),
  effort: z.int().min(1).max(5).default(1),
  several: z.boolean().default(false),
  limit: z.int().min(1).exactOptional(),
  exclusive: exclusiveSchema,
  unit: z.string().exactOptional(),
  most: z.number().positive().exactOptional(),
  raises: z.array(z.string()).default([]),
  opening: z.int().min(1).exactOptional(),
  'asked-when': z.array(textSchema).default([]),
  choices: z.array(choiceSchema).min(2),
});

const contradictionSchema = z.strictObject({
  when: textSchema,
  because: textSchema,
  instead: textSchema,
});

const implicationSchema = z.strictObject({
  when: textSchema,
  leaves: textSchema,
  because: textSchema,
  instead: textSchema.optional(),
});
const limitSchema = z.strictObject({ when: textSchema, what: textSchema, instead: textSchema });

const groupSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  changes: z.enum(['freely', 'with-effort']).optional(),
});

const schema = z
  .strictObject({
    groups: z.array(groupSchema),
    questions: z.array(questionSchema),
    frequencies: frequenciesSchema,
    contradictions: z.array(contradictionSchema).default([]),
    implications: z.array(implicationSchema).default([]),
    'not-covered': z.array(limitSchema).default([]),
    renamed: renamedSchema,
    retired: retiredSchema,
  })
  .superRefine(({ questions, frequencies }, context) => {
    for (const { path, message } of frequencyFaults(frequencies, questions)) {
      context.addIssue({ code: 'custom', message, path: ['frequencies', ...path] });
    }
    for (const [index, question] of questions.entries()) {
      for (const { at, message } of faultsOf(question)) {
        context.addIssue({ code: 'custom', message, path: ['questions', index, at] });
      }
    }
  });

interface Fault {
  readonly at: 'choices' | 'exclusive' | 'raises';
  readonly message: string;
}

function faultsOf(question: z.infer<typeof questionSchema>): Fault[] {
  const { exclusive, choices, several, raises } = question;
  const has = (id: string) => choices.some((choice) => choice.id === id);
  const size = choices.length + Number(several && !has(NONE));
  const opposed = exclusiveFault(exclusive, has);
  const faults: (Fault | false)[] = [
    several &&
      raises.length > 0 && {
        at: 'raises',
        message: 'only single-choice questions can have an order',
      },
    has(UNKNOWN) && { at: 'choices', message: `\`${UNKNOWN}\` is an answer to every question` },
    size > MOST_CHOICES && {
      at: 'choices',
      message: `has ${size} choices, but at most ${MOST_CHOICES} are allowed: merge some of them`,
    },
    legalSets(question) > MOST_SETS && {
      at: 'choices',
      message: 'allows too many combinations: set a lower `limit`',
    },
    opposed !== undefined && { at: 'exclusive', message: opposed },
  ];
  return faults.filter((fault) => fault !== false);
}

/** More legal sets than this cannot be looked through. */
const MOST_SETS = 65_536;

/** How many answers a question with several choices has, by binomial coefficients. */
function legalSets({ several, limit, choices }: z.infer<typeof questionSchema>): number {
  if (!several) return choices.length;
  let [sum, sets] = [1, 1];
  for (let size = 1; size <= Math.min(limit ?? choices.length, choices.length); size += 1) {
    sets = (sets * (choices.length - size + 1)) / size;
    sum += sets;
  }
  return sum;
}

/** What `questions.yaml` says. */
export interface Questionnaire {
  readonly groups: readonly QuestionGroup[];
  readonly questions: readonly Question[];
  readonly contradictions: readonly Contradiction[];
  readonly implications: readonly Implication[];
  readonly notCovered: readonly CoverageLimit[];
  readonly renamed: readonly Renamed[];
  readonly retired: readonly Retired[];
}

/** Reads `questions.yaml`; where several choices may be picked, `none` is added unless it is there. */
export function parseQuestions(source: YamlText): YamlResult<Questionnaire> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { data, at } = result;
  const diagnostics: Diagnostic[] = [];
  const kinds = kindsOf(data.frequencies, (path) => at(['frequencies', ...path]), diagnostics);
  const questions = data.questions.map((raw, index) => ({
    ...questionOf(raw, (path) => at(['questions', index, ...path]), diagnostics),
    ...frequenciesOf(raw.id, data.frequencies, kinds),
  }));
  const conditional = <K extends 'contradictions' | 'not-covered'>(key: K) =>
    withConditions<(typeof data)[K][number]>(data[key], (path) => at([key, ...path]), diagnostics);
  const contradictions = conditional('contradictions');
  const notCovered = conditional('not-covered');
  const implications = data.implications.flatMap((raw, index) =>
    implicationOf(raw, (path) => at(['implications', index, ...path]), diagnostics),
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const old = {
    renamed: renamedOf(data.renamed, (path) => at(['renamed', ...path])),
    retired: retiredOf(data.retired, (path) => at(['retired', ...path])),
  };
  const groups = data.groups.map(
    ({ changes, ...group }): QuestionGroup => ({ ...group, ...(changes && { changes }) }),
  );
  const stated = { contradictions, implications, notCovered };
  return { ok: true, data: { groups, questions, ...stated, ...old }, at };
}

/** Items with their condition read; one that cannot be read is left out, and a diagnostic says so. */
function withConditions<T extends { readonly when: string }>(
  items: readonly T[],
  at: Locate,
  diagnostics: Diagnostic[],
) {
  return items.flatMap(({ when, ...rest }, index) => {
    const written = { text: when, place: at([index, 'when']) };
    return readConditions([written], diagnostics).map((condition) => ({
      condition,
      ...rest,
      place: at([index]),
    }));
  });
}

/** What is left of the other question is one term: `requests: over-20000`. */
function implicationOf(
  { when, leaves, because, instead }: z.infer<typeof implicationSchema>,
  at: Locate,
  diagnostics: Diagnostic[],
): Implication[] {
  const [condition] = readConditions([{ text: when, place: at(['when']) }], diagnostics);
  const place = at(['leaves']);
  const [left] = readConditions([{ text: leaves, place }], diagnostics);
  const [term, ...more] = left?.terms ?? [];
  if (more.length > 0) {
    const message = 'An implication leaves choices of one question';
    diagnostics.push({ rule: 'broken-implication', severity: 'error', message, place });
  }
  if (condition === undefined || term === undefined || more.length > 0) return [];
  const { subject: question, choices } = term;
  return [{ condition, question, choices, because, ...(instead && { instead }), place }];
}

function questionOf(
  raw: z.infer<typeof questionSchema>,
  at: Locate,
  diagnostics: Diagnostic[],
): Question {
  const { exclusive, 'asked-when': when, choices: written, ...rest } = raw;
  const conditions = when.map((text, index) => ({ text, place: at(['asked-when', index]) }));
  const choices = written.map((choice, index) =>
    choiceOf(choice, exclusive, at(['choices', index])),
  );
  return {
    ...rest,
    ...(when.length > 0 && { askedWhen: readConditions(conditions, diagnostics) }),
    choices: raw.several ? withNoneLast(choices, at([])) : choices,
    place: at([]),
  };
}

function choiceOf(
  { from, to, weights, ...choice }: z.infer<typeof choiceSchema>,
  exclusive: z.infer<typeof exclusiveSchema>,
  place: Choice['place'],
): Choice {
  return {
    ...choice,
    ...(from !== undefined && { band: { from, ...(to !== undefined && { to }) } }),
    ...exclusionsOf(choice.id, exclusive),
    weights: new Map(Object.entries(weights)),
    place,
  };
}

function withNoneLast(choices: readonly Choice[], place: Choice['place']): Choice[] {
  const none = choices.find(({ id }) => id === NONE) ?? {
    id: NONE,
    label: 'None of these',
    exclusive: true,
    weights: new Map(),
    place,
  };
  return [...choices.filter(({ id }) => id !== NONE), none];
}
