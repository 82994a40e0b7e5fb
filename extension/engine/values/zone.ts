import { zoneAbbreviations } from './deceptive-words.ts';
import { fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';

/**
 * An IANA time zone. The host's list leaves out names that it accepts, and it accepts
 * abbreviations that know no summer time; so a zone is what `Intl` accepts and has a slash, or UTC.
 */
export function readZone(part: Part): Outcome<string> {
  const name = written(part).normalize('NFKC');
  if (part.text === 'utc') return { value: 'UTC' };
  const zone = acceptedZone(name);
  if (zone !== undefined) return { value: zone };
  const meant = zoneAbbreviations.get(part.text);
  if (meant) return fail(part, 'zoneAbbreviation', { example: meant[0] ?? '' }, meant);
  return fail(part, 'notZone', {}, zonesOfCity(name));
}

/** The name in the case that the host gives it; as it was written where the host knows it by another name. */
function acceptedZone(name: string): string | undefined {
  if (!/^[A-Za-z][\w+-]*(?:\/[A-Za-z][\w+-]*){1,2}$/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}

function zonesOfCity(name: string): readonly string[] {
  if (!/^[A-Za-z][A-Za-z _-]{1,30}$/.test(name)) return [];
  const city = name.replace(/ /g, '_');
  return areas.flatMap((area) => acceptedZone(`${area}/${city}`) ?? []);
}

const areas = ['Europe', 'Asia', 'America', 'Africa', 'Australia', 'Pacific', 'Atlantic'];
