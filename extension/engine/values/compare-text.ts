/** Order by code unit: the locale of the machine decides nothing. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
