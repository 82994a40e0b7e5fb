import { isFilled } from '../../../resolve/is-filled.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import type { Field, GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DateValue, DurationValue, Hours, Quantity } from '../../../model/value.ts';
import { defineRule, type Extra } from '../../../rules/define.ts';
import { inLanguage } from '../../../values/wording.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say, listSaid } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA012',
  name: 'working-time-has-hours',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/office_hours',
      'engagement/zone',
      '*/review_every',
      'sla/Incidents.Respond',
      'sla/Services.Hours',
      'file/tables',
    ],
    summary: 'Require office hours and a zone where working time is counted',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    both: {
      message:
        '"{{value}}" counts working time, and the engagement states neither "office_hours" nor "zone": add both, for example 08:00-17:00 and Europe/Stockholm.',
      ask: 'From when to when do you work, and in which time zone?',
      how: 'Write the hours behind "office_hours:", for example 08:00-17:00, and the zone behind "zone:", for example Europe/Stockholm.',
    },
    hours: {
      message:
        '"{{value}}" counts working time, and the engagement states no "office_hours": add them, for example 08:00-17:00.',
      ask: 'From when to when do you work?',
      how: 'Write it behind "office_hours:" in the front matter, for example 08:00-17:00.',
    },
    zone: {
      message:
        '"{{value}}" counts working time, and the engagement states no "zone" to count it in: add it, for example Europe/Stockholm.',
      ask: 'In which time zone do you count working time?',
      how: 'Write it behind "zone:" in the front matter, for example Europe/Stockholm.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    if (!lead) return;
    const { office_hours: hours, zone } = lead.keys;
    if (isFilled(hours) && isFilled(zone)) return;
    const counted = firstWorkingTime(view);
    if (!counted) return;
    const absent = (['office_hours', 'zone'] as const).filter((key) => lead.keys[key] === undefined);
    const empty = [hours, zone].find((field) => field !== undefined && !isFilled(field));
    report.missing(
      absent.length > 0 ? fenceOf(lead) : empty!,
      isFilled(hours) ? 'zone' : isFilled(zone) ? 'hours' : 'both',
      { value: quote(counted.source.text) },
      { related: [{ at: counted, message: say('working time is counted here') }], ...newKeys(lead, absent) },
    );
  },
});

/** One fix for all of them: half of them would leave the question open. */
function newKeys(lead: GovernedDocument, absent: readonly string[]): Extra {
  const added = absent.flatMap((key) => emptyKey(lead, key).fixes ?? []);
  const [first, ...others] = added.flatMap(({ edits }) => edits);
  if (!first) return {};
  const text = [first, ...others].map((edit) => inLanguage(edit.text, 'en')).join('');
  const title = say('Add {{keys}}', { keys: listSaid(absent) });
  return { fixes: [{ title, edits: [{ ...first, text }] }] };
}

/** The first length with "working", or hours that are office hours, by path and place. */
function firstWorkingTime(view: View): Field | undefined {
  for (const document of view.documents) {
    let first: Field | undefined;
    for (const field of document.fields) {
      if (!countsWorkingTime(field)) continue;
      first = first ? laterPlace(first, field).earlier : field;
    }
    if (first) return first;
  }
  return undefined;
}

function countsWorkingTime({ spec, value }: Field): boolean {
  if (value === undefined) return false;
  switch (spec.type.is) {
    case 'duration':
      return value !== 'none' && (value as Exclude<DurationValue, 'none'>).working;
    case 'date':
      return typeof value === 'object' && (value as Exclude<DateValue, string>).by.working;
    case 'quantity':
      return (value as Quantity).unit?.startsWith('working ') === true;
    case 'hours':
      return (value as Hours).kind === 'office';
    default:
      return false;
  }
}
