import { periodOf, periodText } from '../../calendar/periods.ts';
import { mondayOf } from '../../calendar/plain-date.ts';
import type { SaidPart } from '../../model/said.ts';
import type { IsoDate } from '../../model/value.ts';
import { listSaid, say } from '../../values/say.ts';

/** So many stretches are named; a message that lists more is not read. */
const stretchesAtMost = 3;

/** The weeks in which some of all these days lie: "2027-W11 to 2027-W13", "every week". Weeks follow one another if no other of all lies between. */
export function weeksSaid(some: readonly IsoDate[], all: readonly IsoDate[]): SaidPart {
  const isMeant = new Set(some.map(mondayOf));
  const stretches: IsoDate[][] = [];
  let isOpen = false;
  for (const monday of new Set(all.map(mondayOf))) {
    if (!isMeant.has(monday)) isOpen = false;
    else if (isOpen) stretches.at(-1)!.push(monday);
    else {
      stretches.push([monday]);
      isOpen = true;
    }
  }
  const isEach = stretches.length === 1 && stretches[0]!.length === new Set(all.map(mondayOf)).size;
  if (isEach) return say('every week');
  const named = stretches.slice(0, stretchesAtMost).map(stretchSaid);
  const left = stretches.slice(stretchesAtMost).flat().length;
  return listSaid(left === 0 ? named : [...named, say('{{n}} more {{n|week|weeks}}', { n: String(left) })]);
}

function stretchSaid(mondays: readonly IsoDate[]): SaidPart {
  const [from, to] = [mondays[0]!, mondays.at(-1)!].map((monday) => periodText(periodOf(monday, 'week')));
  return from === to ? from! : say('{{from}} to {{to}}', { from: from!, to: to! });
}
