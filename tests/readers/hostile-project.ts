import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plain } from '../../src/common/text.ts';
import { HOSTILE } from './hostile.ts';
import { advisor, type RecordFormat } from './records.ts';
import { RECORDS } from './shown.ts';

/** The small knowledge of such a project, answers to all of its questions with notes and names, and the opposite answers. */
export const KNOWLEDGE = 'knowledge';
export const ANSWERS = 'system.yaml';
export const OPPOSITE = 'opposite.yaml';

const ALL = HOSTILE.join(' ');

/** A hostile text as a line shows it. */
export function asShown(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** A project whose knowledge and answers hold the hostile texts: one decision and one question for each. */
export async function hostileProject(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'arch-advisor-readers-'));
  await mkdir(join(project, KNOWLEDGE, 'patterns'), { recursive: true });
  const files = {
    [`${KNOWLEDGE}/qualities.yaml`]: QUALITIES,
    [`${KNOWLEDGE}/decisions.yaml`]: JSON.stringify({ version: '1.0.0', decisions: decisions() }),
    [`${KNOWLEDGE}/questions.yaml`]: JSON.stringify({
      groups: [{ id: 'group', name: 'Group' }],
      questions: questions(),
    }),
    [`${KNOWLEDGE}/patterns/patterns.md`]: patterns(),
    [ANSWERS]: JSON.stringify({ system: ALL, scope: ALL, answers: answers('yes'), notes: notes() }),
    [OPPOSITE]: JSON.stringify({ answers: answers('no') }),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(project, file), text);
  return project;
}

/**
 * Records of all decisions, as many that supersede them, and a last one with all answers and notes: readers take long for
 * many long records.
 */
export async function recordHostile(project: string, format: RecordFormat): Promise<void> {
  const where = ['--knowledge', KNOWLEDGE, '--dir', RECORDS, '--format', format];
  const record = (...args: readonly string[]) => advisor(project, 'adr', ...args, ...where);
  const pins = HOSTILE.flatMap((_, index) => ['--pin', `decision-${index}=other-${index}`]);
  await record(...DECISIONS, '--set', 'question-0=yes');
  await record(...DECISIONS, '--set', 'question-0=yes', ...pins);
  await record('decision-0', '--answers', ANSWERS);
}

export const DECISIONS = HOSTILE.map((_, index) => `decision-${index}`);

const QUALITIES = `qualities:
  - { id: simplicity, name: Simplicity, definition: How little there is., scale: { worst: a lot, neutral: some, best: little } }
`;

function decisions() {
  return HOSTILE.map((text, index) => ({
    id: `decision-${index}`,
    title: text,
    ask: text,
    driving: ['simplicity'],
    alternatives: [`plain-${index}`, `other-${index}`].map((id) => ({ id, name: id })),
  }));
}

function questions() {
  return HOSTILE.map((text, index) => ({
    id: `question-${index}`,
    group: 'group',
    ask: text,
    help: text,
    choices: [
      { id: 'yes', label: text, weights: { simplicity: 2 } },
      { id: 'no', label: `not ${text}` },
    ],
  }));
}

/** Documents are Markdown, so that some of the texts say something else in them. */
function patterns(): string {
  return HOSTILE.map((text, index) => {
    const line = text.replace(/\s+/g, ' ');
    return `## plain-${index}\n\n- Simplicity: ${line}\n\n## other-${index}\n\n- Use when\n  - it is ${line} \`question-${index}: no\`\n`;
  }).join('\n');
}

function answers(choice: string) {
  return Object.fromEntries(HOSTILE.map((_, index) => [`question-${index}`, choice]));
}

function notes() {
  return Object.fromEntries(HOSTILE.map((text, index) => [`question-${index}`, text]));
}
