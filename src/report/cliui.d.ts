/** What we use of cliui, which comes without types. */
declare module 'cliui' {
  interface Column {
    readonly text: string;
    readonly width?: number;
    readonly padding?: readonly number[];
  }
  interface Layout {
    div(...columns: Column[]): unknown;
    toString(): string;
  }
  export default function cliui(options: { width: number; wrap: boolean }): Layout;
}
