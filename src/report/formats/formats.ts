import type { Advice } from '../../model/advice.ts';
import { json } from '../json.ts';
import type { Names } from '../words/names.ts';
import { csv } from './csv.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';

/** The forms in which advice can be sent around, by the name that `--format` takes. */
export const adviceFormats = {
  markdown,
  mermaid,
  csv,
  json: (advice) => json(advice),
} as const satisfies Record<string, (advice: Advice, names: Names) => string>;

export type AdviceFormat = keyof typeof adviceFormats;
