import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Drawing, drawn, lineOf } from '../support/random-sheets.ts';
import { COMMAND } from './built.ts';
import { countRow, type Row } from './rows.ts';

const BLOCK = 500;

/** The most memory that the command took while it worked through lines, no two of them alike, part by part. */
export async function memoryRows(
  knowledge: KnowledgeBase,
  drawing: Drawing,
  marks: readonly number[],
): Promise<Row[]> {
  const child = spawn(process.execPath, [COMMAND, 'batch'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const draw = mixedLines(knowledge, drawing);
  const rows: Row[] = [];
  let sent = 0;
  for (const mark of marks) {
    const from = sent;
    let most = 0;
    for (; sent < mark; sent += BLOCK) {
      await send(
        child,
        Array.from({ length: BLOCK }, (_, index) => draw(sent + index)),
      );
      most = Math.max(most, memoryOf(child));
    }
    const on = `lines ${(from + 1).toLocaleString('en')} to ${mark.toLocaleString('en')}`;
    rows.push(countRow({ what: '`batch`: most memory of the whole command', on }, most, 'MiB'));
  }
  child.stdin?.end();
  await once(child, 'close');
  return rows;
}

/** Ids, numbers and pins as well: whatever a line brings must be forgotten after it. */
function mixedLines(knowledge: KnowledgeBase, drawing: Drawing): (number: number) => string {
  const { random, partial } = drawing;
  const decisions = [...knowledge.decisions.values()].filter(({ several }) => !several);
  return (number) => {
    const answers = new Map(partial(0.5 + 0.5 * random()));
    for (const { id, choices } of knowledge.questions.values()) {
      if (!answers.has(id) || choices[0]?.band === undefined || random() < 0.5) continue;
      answers.set(id, { choices: [], number: Math.round(random() * 1e6) });
    }
    const id = `system ${number}`;
    if (random() < 0.99) return lineOf(knowledge, answers, { id });
    const [decision] = drawn(decisions, 1, random);
    const [pin] = drawn(decision?.alternatives ?? [], 1, random);
    return lineOf(knowledge, answers, { id, pins: { [decision?.id ?? '']: pin?.id } });
  };
}

async function send({ stdin }: ChildProcess, lines: readonly string[]): Promise<void> {
  const hasRoom = stdin?.write(`${lines.join('\n')}\n`);
  if (hasRoom === false) await once(stdin ?? process, 'drain');
}

/** Mebibytes in use at the moment; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/status`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024);
}
