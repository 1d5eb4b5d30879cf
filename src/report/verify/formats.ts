import type { Verification } from '../../model/verification.ts';
import { json } from '../json.ts';
import { githubAnnotations } from './github.ts';
import { sarif } from './sarif.ts';
import { verificationText } from './text.ts';
import type { VerifyView } from './verify-view.ts';

/** The forms of a result of `verify`, by the name that `--format` takes. */
export const verifyFormats = {
  text: verificationText,
  json: (verification: Verification) => json(verification),
  github: githubAnnotations,
  sarif,
} as const satisfies Record<string, (verification: Verification, view: VerifyView) => string>;

export type VerifyFormat = keyof typeof verifyFormats;
