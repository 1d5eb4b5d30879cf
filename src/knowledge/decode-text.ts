import { UserError } from '../common/user-error.ts';
import type { TextFile } from './layer.ts';

/** Bytes as UTF-8 text with plain line ends. Throws a `UserError` that names the source. */
export function decodeText(file: string, bytes: Uint8Array): TextFile {
  if (bytes.includes(0)) throw new UserError(`\`${file}\` is binary, not text`, 'name a text file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    throw new UserError(`\`${file}\` is not UTF-8 text`, 'save it as UTF-8');
  }
}
