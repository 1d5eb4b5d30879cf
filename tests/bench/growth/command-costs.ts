import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parse } from '../../../src/knowledge/assemble-with.ts';
import type { LayerFiles } from '../../../src/knowledge/layers.ts';
import { built, COMMAND, KNOWLEDGE } from '../built.ts';
import { cpuOf } from '../whole-program.ts';
import { generatedKnowledge, type Size } from './generated-knowledge.ts';
import { writeGenerated } from './write-generated.ts';

export const COMMANDS = ['check', 'recommend', 'next'] as const;

export type CommandName = (typeof COMMANDS)[number];

/** By command what it costs once, in nanoseconds of CPU time. */
export type CommandCosts = Readonly<Record<CommandName, () => Promise<number> | number>>;

const SEED = 1;

/** The commands as they are run, from start to end; their files stand below a folder that somebody else removes. */
export function wholeCommands(size: Size, folder: string): CommandCosts {
  const own = mkdtempSync(join(folder, 'size-'));
  const { knowledge, answers } = writeGenerated(own, size, SEED);
  const given = ['--knowledge', knowledge];
  return {
    check: () => cpuOf([COMMAND, 'check', ...given]),
    recommend: () => cpuOf([COMMAND, 'recommend', ...given, '--answers', answers]),
    next: () => cpuOf([COMMAND, 'next', ...given, '--answers', answers]),
  };
}

/**
 * What the commands do once the Markdown is parsed: read YAML, apply the rules and link, as all of them do; work out the
 * advice; find the next question and why it is asked.
 */
export function withoutMarkdown(size: Size): CommandCosts {
  const { assembleWith } = built('knowledge/assemble-with');
  const { parseAnswerSheet } = built('knowledge/answers/answer-sheet');
  const { files, answers } = generatedKnowledge(size, SEED);
  const layers = [layerOf(files)];
  const parse = parsedOnce();
  const assembled = () => {
    const { knowledge } = assembleWith(parse, layers, '0');
    if (knowledge === undefined) throw new Error('The knowledge cannot be read');
    return knowledge;
  };
  const knowledge = assembled();
  const sheet = parseAnswerSheet({ file: 'answers.yaml', text: answers }, knowledge);
  const known = new Map([...sheet.answers].flatMap(([id, each]) => (each ? [[id, each]] : [])));
  const topic = { decisions: [], order: 'adaptive' } as const;
  // Nothing is remembered of a copy.
  return {
    check: costing(assembled),
    recommend: costing(() =>
      built('engine/advice/advise').advise(
        { ...knowledge },
        { answers: known, pins: sheet.pins, decisions: [] },
      ),
    ),
    next: costing(() => {
      const copy = { ...knowledge };
      const interview = built('interview/interview').startInterview(copy, { topic, sheet });
      return built('interview/why').whyAsked(copy, interview);
    }),
  };
}

/** The words by which lists are recognised come with the program. */
const READING = readFileSync(join(KNOWLEDGE, 'reading.yaml'), 'utf8');

function layerOf(files: ReadonlyMap<string, string>): LayerFiles {
  const file = (name: string) => ({ file: name, text: files.get(name) ?? '' });
  return {
    documents: [...files.keys()].filter((name) => name.endsWith('.md')).map(file),
    profiles: [],
    reading: [{ file: 'reading.yaml', text: READING }],
    complete: true,
    qualities: file('qualities.yaml'),
    questions: file('questions.yaml'),
    decisions: file('decisions.yaml'),
  };
}

function parsedOnce(): Parse {
  const { parseDocument } = built('knowledge/patterns/parse-document');
  const known = new Map<string, ReturnType<Parse>>();
  return (file, text, vocabulary) => {
    const document = known.get(file) ?? parseDocument(file, text, vocabulary);
    known.set(file, document);
    return document;
  };
}

function costing(work: () => unknown): () => number {
  return () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return 1_000 * (user + system);
  };
}
