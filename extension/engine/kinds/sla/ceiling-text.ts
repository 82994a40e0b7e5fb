import type { AvailabilityCeiling } from '../../measure/composite-availability.ts';
import { compare, exact, plain, round, subtract, type Exact } from '../../measure/decimal.ts';
import type { Dependency } from '../../model/engagement.ts';
import { foldName } from '../../values/fold.ts';
import { say, figures, joined } from '../../values/say.ts';
import type { Said, SaidPart } from '../../model/said.ts';

/** Decimals of a ceiling, as rules.md section 3 shows it. */
const DECIMALS = 6;
/** Characters of a percentage that is shown as it is. */
const LONGEST = 14;
/** A difference in later decimals than these is shown as they are. */
const MOST_DECIMALS = 30;

/** A ceiling in percent with as many decimals, at least 6 where it has so many, as tell it from a target. */
export function ceilingText(ceiling: Exact, target: Exact): string {
  let digits = DECIMALS;
  while (digits < MOST_DECIMALS && compare(exact(round(ceiling, digits)), target) === 0) digits++;
  return plain(exact(round(ceiling, digits)));
}

/**
 * How a ceiling comes about: "99.95 % x (1 - 0.5 % x 0.5 %)" for one service in series and two
 * alternatives. What nothing is known of is left out.
 */
export function ceilingExpression(
  dependencies: readonly Dependency[],
  { parts }: Pick<AvailabilityCeiling, 'parts'>,
): Said {
  const percents = new Map(parts.map(({ service, percent }) => [service, percent]));
  const factors = dependencies.flatMap(({ needed, of }): readonly SaidPart[] => {
    const known = of.flatMap(({ text }) => percents.get(foldName(text)) ?? []);
    const stillNeeded = needed - (of.length - known.length);
    if (known.length === 0 || stillNeeded <= 0) return [];
    if (stillNeeded >= known.length) return known.map((percent) => figures(percentText(percent)));
    const shortfalls = known.map((percent) => percentText(subtract(exact(100), percent)));
    if (stillNeeded === 1) return [figures(`(1 - ${shortfalls.join(' x ')})`)];
    return [
      say('(at least {{n}} of {{percents}})', {
        n: String(stillNeeded),
        percents: figures(known.map(percentText).join(', ')),
      }),
    ];
  });
  return joined(factors, ' x ');
}

/** As written where it is short, so that no 99.9999999 % is shown as 100 %. */
function percentText(percent: Exact): string {
  const text = plain(percent, MOST_DECIMALS);
  return `${text.length <= LONGEST ? text : plain(exact(round(percent, DECIMALS)))} %`;
}
