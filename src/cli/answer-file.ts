import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { stringify } from 'yaml';
import { plainAnswer, plainPin } from '../engine/plain-answer.ts';
import type { AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { UNKNOWN } from '../model/question.ts';
import { UserError } from '../model/user-error.ts';

const USUAL_NAME = 'arch-advisor-answers';

/** Where answers may be saved without losing anything: a file that is not there yet, or the one they come from. */
export async function placeForAnswers(
  { save, answers }: Wish,
  hintFor: (taken: string) => string,
): Promise<string> {
  if (save === undefined) return freeName();
  if (save === answers || !(await exists(save))) return save;
  throw new UserError(`\`${save}\` exists`, hintFor(save));
}

interface Wish {
  readonly save?: string;
  readonly answers?: string;
}

async function freeName(): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${USUAL_NAME}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!(await exists(name))) return name;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Writes answers whole or not at all, as a file that `--answers` reads. */
export async function saveAnswers(
  path: string,
  sheet: AnswerSheet,
  knowledge: KnowledgeBase,
): Promise<void> {
  const { system, scope, answers, pins, notes } = sheet;
  const { version, sha256 } = knowledge;
  const plain = {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version, sha256 },
    answers: Object.fromEntries(
      [...answers].map(([id, answer]) => [
        id,
        answer === null ? UNKNOWN : plainAnswer(knowledge, id, answer),
      ]),
    ),
    ...(pins.size > 0 && {
      pins: Object.fromEntries([...pins].map(([id, pin]) => [id, plainPin(knowledge, id, pin)])),
    }),
    ...(notes.size > 0 && { notes: Object.fromEntries(notes) }),
  };
  const head = `# Answers for arch-advisor; read them with: arch-advisor recommend --answers FILE\n`;
  await writeFileAtomic(resolve(path), `${head}${stringify(plain, { lineWidth: 0 })}`).catch(
    (error: unknown) => {
      throw unwritable(path, error);
    },
  );
}

function unwritable(path: string, error: unknown): unknown {
  const isOurs = !(error instanceof Error) || !('code' in error);
  return isOurs
    ? error
    : new UserError(
        `\`${path}\` cannot be written (${String(error.code)})`,
        'name another file after --save',
      );
}
