import type { Measure } from '../model/value.ts';
import { cut } from './part.ts';
import type { Outcome, Part } from './part.ts';
import type { WordList } from './words.ts';

/**
 * "availability", "svarstid, 95:e percentilen": a known measure in English, or another one folded,
 * then a detail, folded too, since measures compare as values (format-details.md item 21).
 */
export function readMeasure(part: Part, list: WordList): Outcome<Measure> {
  const whole = list.forms.get(part.text);
  if (whole !== undefined) return { value: { kind: whole } };
  const first = part.text.indexOf(',');
  if (first < 1) return { value: availabilityIn(part.text, list) ?? { kind: part.text } };
  // "availability, per minute" is one measure: the longest head that is known wins.
  const second = part.text.indexOf(',', first + 1);
  for (const comma of second < 0 ? [first] : [second, first]) {
    const kind = list.forms.get(cut(part, 0, comma).text);
    if (kind !== undefined) return { value: withDetail(kind, cut(part, comma + 1).text) };
  }
  return { value: withDetail(cut(part, 0, first).text, cut(part, first + 1).text) };
}

/**
 * "Monthly uptime", "infrastructure uptime percentage", "availability (per minute)": availability in other words. How
 * long it is measured over is said by the document; what it is the availability of is the detail.
 */
function availabilityIn(text: string, list: WordList): Measure | undefined {
  const bare = text
    .replace(/ ?\((.*)\)$/, ' $1')
    .replace(overPeriod, '')
    .replace(/ (?:percentage|percent|rate|%|i procent)$/, '');
  const whole = list.forms.get(bare);
  if (whole !== undefined) return { kind: whole };
  const space = bare.lastIndexOf(' ');
  const head = list.forms.get(bare.slice(space + 1));
  return space > 0 && head === 'availability' ? { kind: head, detail: bare.slice(0, space) } : undefined;
}

/** Words for how long something is measured over, before a measure. */
export const overPeriod =
  /^(?:(?:monthly|quarterly|yearly|annual|weekly|månatlig|månadsvis|kvartalsvis|årlig|årsvis|veckovis) )+/;

function withDetail(kind: string, detail: string): Measure {
  return detail === '' ? { kind } : { kind, detail };
}
