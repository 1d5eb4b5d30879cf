import { OPEN, type Sheet } from './codes.ts';
import type { Dense } from './dense.ts';
import type { Literal } from './dense-table.ts';
import { drawnAnswers } from './drawn-answers.ts';

/** Whether something holds: in all scenarios or in none, or scenario by scenario, 1 where it does. */
export type Truths = boolean | Uint8Array;

/** In which scenarios one of some conjunctions holds. */
export function anyHoldsIn<Part>(
  anyOf: readonly (readonly Part[])[],
  truthsOf: (part: Part) => Truths,
): Truths {
  let any: Truths = false;
  for (const parts of anyOf) any = or(any, allHoldIn(parts, truthsOf));
  return any;
}

function allHoldIn<Part>(parts: readonly Part[], truthsOf: (part: Part) => Truths): Truths {
  let all: Truths = true;
  for (const part of parts) all = and(all, truthsOf(part));
  return all;
}

function or(left: Truths, right: Truths): Truths {
  if (typeof left === 'boolean') return left || right;
  if (typeof right === 'boolean') return right || left;
  return left.map((truth, scenario) => truth | (right[scenario] ?? 0));
}

function and(left: Truths, right: Truths): Truths {
  if (typeof left === 'boolean') return left && right;
  if (typeof right === 'boolean') return right && left;
  return left.map((truth, scenario) => truth & (right[scenario] ?? 0));
}

/** Whether it holds in one scenario. */
export function holdsIn(truths: Truths, scenario: number): boolean {
  return typeof truths === 'boolean' ? truths : truths[scenario] === 1;
}

const drawnBefore = new WeakMap<Literal, Uint8Array>();

/** What a condition asks of one question, with random answers where it is open. */
export function literalTruths(literal: Literal, sheet: Sheet, dense: Dense): Truths {
  const { question, isTrue, whileOpen } = literal;
  const code = sheet[question] ?? OPEN;
  if (code !== OPEN) return isTrue(code);
  if (whileOpen !== undefined) return whileOpen;
  const drawn =
    drawnBefore.get(literal) ??
    Uint8Array.from(drawnAnswers(dense, question), (each) => Number(isTrue(each)));
  drawnBefore.set(literal, drawn);
  return drawn;
}
