import { packageNamed } from './installed.ts';

/** A cell as a spreadsheet holds it. */
export interface SheetCell {
  readonly value: string | number;
  readonly isFormula: boolean;
}

interface Sheets {
  readonly read: (text: string, options: object) => Book;
}

interface Book {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, Sheet>>;
}

interface Sheet {
  readonly '!data'?: readonly (readonly (Raw | undefined)[] | undefined)[];
}

interface Raw {
  readonly v?: string | number;
  /** A formula. */
  readonly f?: string;
}

/** The rows of a CSV file as SheetJS, the library behind many spreadsheets on the web, opens it. */
export async function readSpreadsheet(text: string): Promise<SheetCell[][]> {
  const { read } = await packageNamed<Sheets>('@e965/xlsx');
  const { SheetNames, Sheets } = read(text, { type: 'string', dense: true });
  const rows = Sheets[SheetNames[0] ?? '']?.['!data'] ?? [];
  return rows.map((row = []) =>
    Array.from(row, (cell) => ({ value: cell?.v ?? '', isFormula: cell?.f !== undefined })),
  );
}
