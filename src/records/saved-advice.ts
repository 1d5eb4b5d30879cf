import type { z } from 'zod';
import { reasonOf } from '../common/reason-word.ts';
import type { Advice } from '../model/advice.ts';
import { ADVICE_VERSION, adviceSchema } from './advice-schema.ts';

export type SavedAdvice =
  | { readonly advice: Advice }
  /** What is wrong with the text, as the rest of a sentence about it; `isNewer` if a newer program wrote it. */
  | { readonly problem: string; readonly isNewer?: true };

/** Reads advice that was printed as JSON, by `recommend --json` for example. */
export function readSavedAdvice(text: string): SavedAdvice {
  const value = parsed(text);
  if (value === undefined) return { problem: 'is not JSON' };
  const version = versionOf(value);
  if (version !== undefined && version > ADVICE_VERSION) {
    return { problem: 'was written by a newer version of arch-advisor', isNewer: true };
  }
  const read = adviceSchema.safeParse(value);
  return read.success
    ? { advice: read.data }
    : { problem: `is not saved advice: ${firstIssue(read.error)}` };
}

/** Undefined if it is not JSON, or so deeply nested that it cannot be read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, withReasons);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** JSON has reasons as words. */
function withReasons(key: string, value: unknown): unknown {
  return key === 'because' && Array.isArray(value)
    ? value.map((each) => (typeof each === 'string' ? reasonOf(each) : each))
    : value;
}

function versionOf(value: unknown): number | undefined {
  const isObject = typeof value === 'object' && value !== null && 'version' in value;
  return isObject && typeof value.version === 'number' ? value.version : undefined;
}

/** `` `decisions.0.title`: expected string, received undefined `` */
function firstIssue({ issues: [first] }: z.ZodError): string {
  const said = (first?.message ?? 'unreadable').replace(/^Invalid input: /, '');
  const path = first?.path.map(String).join('.') ?? '';
  return path === '' ? said : `\`${path}\`: ${said}`;
}
