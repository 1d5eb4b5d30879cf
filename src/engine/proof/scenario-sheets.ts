import { OPEN, type Sheet } from './codes.ts';
import type { Dense } from './dense.ts';
import { drawnAnswers, SCENARIOS } from './drawn-answers.ts';

/** The answers given, with random ones to all other questions: a sheet for each scenario. */
export function scenarioSheets(dense: Dense, sheet: Sheet): Sheet[] {
  const sheets = Array.from({ length: SCENARIOS }, () => sheet.slice());
  for (let question = 0; question < sheet.length; question += 1) {
    if (sheet[question] !== OPEN) continue;
    const answers = drawnAnswers(dense, question);
    for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
      const full = sheets[scenario];
      if (full) full[question] = answers[scenario] ?? OPEN;
    }
  }
  return sheets;
}
