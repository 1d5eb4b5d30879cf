import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../common/user-error.ts';
import type { RecordShape } from '../../records/record-text.ts';

/** What another tool's file of settings says of records. */
export interface Setting {
  /** As it is written; empty if it names none. */
  readonly folder: string;
  readonly format?: RecordShape;
}

const adrsToml = z.object({
  adr_dir: z.string().default('doc/adr'),
  mode: z.string().optional(),
  templates: z.object({ format: z.string().optional() }).optional(),
});

/** `adrs.toml` of adrs. Its mode `ng` puts front matter before a record. Throws a `UserError`. */
export function readAdrsToml(text: string, file: string): Setting {
  const { adr_dir, mode, templates } = understood(() => adrsToml.parse(parseToml(text)), file);
  const isMadr = templates?.format === 'madr' || (templates?.format === undefined && mode === 'ng');
  return { folder: adr_dir, format: isMadr ? 'madr' : 'nygard' };
}

const log4brains = z.object({
  project: z.object({ adrFolder: z.string().default('./docs/adr') }),
});

/** `.log4brains.yml` of log4brains, which reads the status from a list below the title. Throws a `UserError`. */
export function readLog4brains(text: string, file: string): Setting {
  const { project } = understood(
    () => log4brains.parse(parseYaml(text, { logLevel: 'error' }) ?? {}),
    file,
  );
  return { folder: project.adrFolder, format: 'log4brains' };
}

function understood<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch (error) {
    const [line = ''] = error instanceof z.ZodError ? issueLines(error) : String(error).split('\n');
    throw new UserError(
      `\`${file}\` cannot be read: ${line.replace(/^\w*Error: /, '')}`,
      'correct it, or name the folder of the records after --dir',
    );
  }
}

function issueLines({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) =>
    path.length === 0 ? message : `\`${path.join('.')}\`: ${message}`,
  );
}
