import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { stringify } from 'yaml';
import { parseAnswerSheet } from '../knowledge/answer-sheet.ts';
import { readText } from '../knowledge/load.ts';
import type { Answer, AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { UNKNOWN } from '../model/question.ts';
import { UserError } from '../model/user-error.ts';

const USUAL_NAME = 'arch-advisor-answers';

/** Where answers may be saved without losing anything: the file asked for if it holds answers, else a free name. */
export async function placeForAnswers(
  wanted: string | undefined,
  knowledge: KnowledgeBase,
): Promise<string> {
  if (wanted === undefined) return freeName();
  if (!(await exists(wanted))) return wanted;
  try {
    parseAnswerSheet(await readText(wanted), knowledge);
    return wanted;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `\`${wanted}\` exists and is no answer file`,
      'name another file after --save',
    );
  }
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
  const { version, sha256, questions, decisions } = knowledge;
  const plain = {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version, sha256 },
    answers: Object.fromEntries(
      [...answers].map(([id, answer]) => [
        id,
        plainAnswer(answer, questions.get(id)?.several === true),
      ]),
    ),
    ...(pins.size > 0 && {
      pins: Object.fromEntries(
        [...pins].map(([id, pin]) => [id, decisions.get(id)?.several ? pin : pin[0]]),
      ),
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

function plainAnswer(answer: Answer | null, several: boolean): string | number | readonly string[] {
  if (answer === null) return UNKNOWN;
  return answer.number ?? (several ? answer.choices : (answer.choices[0] ?? UNKNOWN));
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
