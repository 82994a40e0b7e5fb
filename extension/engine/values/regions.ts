import { countryNicknames } from './deceptive-words.ts';
import { countryCodes } from './generated/iso.ts';
import { fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { looksLikeDate, readPlainDate } from './plain-date.ts';

/** An ISO 3166-1 code in capitals. */
export function readCountry(part: Part): Outcome<string> {
  const code = part.text.toUpperCase();
  if (countryCodes.has(code)) return { value: code };
  const meant = countryNicknames.get(part.text);
  return fail(part, 'notCountry', {}, meant === undefined ? [] : [meant]);
}

/** One entry of a list of holidays: a country, a region of one (ISO 3166-2), a date, or "eves". */
export function readRegion(part: Part): Outcome<string> {
  if (part.text === 'eves') return { value: 'eves' };
  if (looksLikeDate(part.text)) return readPlainDate(part);
  const code = part.text.toUpperCase();
  if (countryCodes.has(code)) return { value: code };
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) && countryCodes.has(code.slice(0, 2))) return { value: code };
  const meant = countryNicknames.get(part.text);
  return fail(part, 'notRegion', {}, meant === undefined ? [] : [meant]);
}
