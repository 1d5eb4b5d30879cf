import { UserError } from '../common/user-error.ts';

/** What to tell of a path that cannot be read: a `UserError` where the path is to blame, else the error as it is. */
export function unreadable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS.get(code);
  if (reason === undefined) return error;
  const hint = CLOSED.has(code) ? 'check its permissions' : 'check the path';
  return new UserError(reason(path), hint);
}

const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

const REASONS: ReadonlyMap<string, (path: string) => string> = new Map([
  ['ENOENT', (path) => `There is no file \`${path}\``],
  ['EACCES', (path) => `\`${path}\` may not be read`],
  ['EPERM', (path) => `\`${path}\` may not be read`],
  ['ENAMETOOLONG', (path) => `\`${path.slice(0, 80)}…\` leads nowhere`],
  ['ELOOP', (path) => `\`${path}\` leads nowhere`],
  ['EISDIR', (path) => `\`${path}\` is not a file`],
  ['ENOTDIR', (path) => `\`${path}\` is not a file`],
  ['EIO', (path) => `\`${path}\` cannot be read`],
]);
