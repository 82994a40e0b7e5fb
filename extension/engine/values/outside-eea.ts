/** The states of the European Union, with the parts of them that have codes of their own, and Iceland, Liechtenstein and Norway. */
const eea: ReadonlySet<string> = new Set(
  (
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' +
    'AX GF GP MF MQ RE YT ' +
    'IS LI NO'
  ).split(' '),
);

/** Whether a country, as a code of ISO 3166-1, lies outside of the European Economic Area (rules.md 1.4). */
export function isOutsideEea(country: string): boolean {
  return !eea.has(country);
}
