import { readFile } from 'node:fs/promises';
import { fileOf, packageNamed } from './installed.ts';

/** What is used of a log of SARIF 2.1.0. */
export interface SarifLog {
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly SarifResult[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
}

interface Validator {
  readonly default: new (options: object) => { readonly compile: (schema: unknown) => Validate };
}

interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly object[] | null;
}

interface Formats {
  readonly default: (validator: unknown) => void;
}

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Reads a log; throws what breaks the published schema of SARIF 2.1.0, in which addresses and times are checked too. */
export async function readSarif(text: string): Promise<SarifLog> {
  const { default: Ajv } = await packageNamed<Validator>('ajv-draft-04');
  const { default: addFormats } = await packageNamed<Formats>('ajv-formats');
  const validator = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(validator);
  const validate = validator.compile(JSON.parse(await readFile(fileOf(SCHEMA), 'utf8')));
  const log = JSON.parse(text);
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors, undefined, 2));
  return log;
}
