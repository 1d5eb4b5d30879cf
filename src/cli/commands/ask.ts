export async function ask(): Promise<number> {
  return 0;
}
