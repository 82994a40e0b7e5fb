/** Months as they are named in a recurrence: "second Thursday of March". English first, then Swedish and short forms. */
const monthNames: readonly (readonly [english: string, ...forms: string[]])[] = [
  ['January', 'january', 'jan', 'januari'],
  ['February', 'february', 'feb', 'februari'],
  ['March', 'march', 'mar', 'mars'],
  ['April', 'april', 'apr'],
  ['May', 'may', 'maj'],
  ['June', 'june', 'jun', 'juni'],
  ['July', 'july', 'jul', 'juli'],
  ['August', 'august', 'aug', 'augusti'],
  ['September', 'september', 'sep', 'sept'],
  ['October', 'october', 'oct', 'okt', 'oktober'],
  ['November', 'november', 'nov'],
  ['December', 'december', 'dec'],
];

/** Month from 1 to 12 by folded name. */
export const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap(([, ...forms], i) => forms.map((form) => [form, i + 1] as const)),
);

/** The English name of a month from 1 to 12. */
export function monthName(month: number): string {
  return monthNames[month - 1]?.[0] ?? '';
}
