import type { ProfileFile } from '../model/knowledge.ts';
import type { TextFile } from './layer.ts';

/** A profile is called as its file. */
export function profileOf({ file, text }: TextFile): ProfileFile {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return { id: name.replace(/\.ya?ml$/, ''), text, place: { file, line: 1, column: 1 } };
}
