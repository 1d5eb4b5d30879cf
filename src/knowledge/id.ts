import { z } from 'zod';

/** Lower-case words joined by hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What names a thing in YAML, in conditions and on the command line. */
export const idSchema = z.string().regex(ID, 'is no id: write lower-case words joined by hyphens');
