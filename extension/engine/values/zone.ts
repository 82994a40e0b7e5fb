import { zoneAbbreviations } from './deceptive-words.ts';
import { zoneNames } from './generated/zones.ts';
import { fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';

/**
 * An IANA time zone, or UTC. From a list of our own: hosts list other names than they accept, they
 * accept abbreviations that know no summer time, and to ask one takes longer than to read a document.
 */
export function readZone(part: Part): Outcome<string> {
  const name = written(part).normalize('NFKC');
  if (part.text === 'utc') return { value: 'UTC' };
  const zone = zoneNames.get(name.toLowerCase());
  if (zone !== undefined) return { value: zone };
  const meant = zoneAbbreviations.get(part.text);
  if (meant) return fail(part, 'zoneAbbreviation', { example: meant[0] ?? '' }, meant);
  return fail(part, 'notZone', {}, zonesOfCity(name));
}

function zonesOfCity(name: string): readonly string[] {
  if (!/^[A-Za-z][A-Za-z _-]{1,30}$/.test(name)) return [];
  const city = name.replace(/ /g, '_');
  return areas.flatMap((area) => zoneNames.get(`${area}/${city}`.toLowerCase()) ?? []);
}

const areas = ['Europe', 'Asia', 'America', 'Africa', 'Australia', 'Pacific', 'Atlantic'];
