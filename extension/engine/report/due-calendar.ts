import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ICalCalendar } from 'ical-generator';
import { Temporal } from 'temporal-polyfill/implementation';
import type { DueItem } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { joined, say } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { shown, shownName } from './shown.ts';

// Shells load this file when a calendar is asked for: check needs none.

/**
 * Items with a day as an iCalendar file (RFC 5545): one event of a whole day each. An item keeps its
 * identifier as long as its rule and its place stay; the time stamp is the as-of date, so that the same
 * documents give the same bytes.
 */
export function dueCalendar(
  items: readonly DueItem[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Outrigger', product: 'due', language: 'EN' },
    name: language.say(say('Due')),
  });
  const seen = new Map<string, number>();
  for (const item of items) {
    if (item.date === undefined) continue;
    const key = [item.code, item.path, item.at].join('\n');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    calendar.createEvent({
      id: `${bytesToHex(sha256(utf8ToBytes(`${key}\n${before}`))).slice(0, 32)}@outrigger`,
      stamp: `${asOf}T00:00:00Z`,
      start: Temporal.PlainDate.from(item.date),
      allDay: true,
      summary: shown(language.say(item.said)),
      description: shown(
        language.say(
          say('{{who}}. {{place}}, rule {{rule}}.', {
            who: whoOf(item),
            place: `${shownName(item.path)}:${item.range.start.line + 1}`,
            rule: `${item.code} ${item.name}`,
          }),
        ),
      ),
      categories: [{ name: item.party }],
    });
  }
  return calendar.toString().replace(/(?<!\n)$/, '\r\n');
}

function whoOf({ party, person }: DueItem): Said {
  const side =
    party === 'both' ? say('Both sides') : party === 'client' ? say('The client') : say('The supplier');
  return person === undefined ? side : joined([side, person], ': ');
}
