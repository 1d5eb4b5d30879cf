import { FAULT_TOLERANCE } from './points.ts';
import { isMissed, isUnwanted, type TechniqueCase, tallyOf } from './techniques.ts';

/** For each technique the ids of the systems where it is met, missed, and picked though unwanted. */
export function techniqueIdsText(cases: readonly TechniqueCase[], who: string): string {
  return FAULT_TOLERANCE.labels
    .map((technique) => {
      const { met, missed, unwanted } = tallyOf(technique, cases);
      return [
        technique,
        idsText(`wanted by ${who} and picked`, met),
        idsText(`wanted by ${who} and not picked`, missed),
        idsText('picked and wanted by nobody', unwanted),
      ].join('\n');
    })
    .join('\n');
}

function idsText(what: string, ids: readonly string[]): string {
  return `  ${what}: ${ids.length}${ids.length > 0 ? `, ${ids.join(' ')}` : ''}`;
}

/** The techniques of a system that are missed or unwanted. */
export function deviationsOf(each: TechniqueCase): string[] {
  return FAULT_TOLERANCE.labels.filter(
    (technique) => isMissed(technique, each) || isUnwanted(technique, each),
  );
}
