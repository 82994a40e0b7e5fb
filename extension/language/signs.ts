/** How a language writes numbers and times of day. */
export interface Signs {
  /** Numbers and calculations, of English signs: "-1 234.5 %". */
  figures(text: string): string;
  /** Times of day and spans of them, of English signs: "08:00-17:00". */
  times(text: string): string;
}

/** The signs that stand in the texts of a language under `name/sign`. */
export function signsIn(textOf: (key: string) => string | undefined): Signs {
  const sign = (name: string, english: string): string => textOf(`${name}/sign`) ?? english;
  const [point, minus] = [sign('decimal point', '.'), sign('minus', '-')];
  const [clock, range] = [sign('clock', ':'), sign('range', '-')];
  return {
    figures: (text) => text.replace(/(?<=\d)\.(?=\d)/g, point).replace(/(?<=^|[\s(])-(?=[\d ]|$)/g, minus),
    times: (text) =>
      text.replace(/(?<=\d\d:\d\d)-(?=\d\d:\d\d)/g, range).replace(/\b(\d\d):(?=\d\d\b)/g, `$1${clock}`),
  };
}
