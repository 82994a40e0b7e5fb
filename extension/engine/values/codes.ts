import type { Raci } from '../model/value.ts';
import { fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';

/** A BCP 47 tag of language, script and region, in its usual case. */
export function readLanguage(part: Part): Outcome<string> {
  const match = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/.exec(part.text);
  if (!match) return fail(part, 'notLanguage');
  const [, language = '', script, region] = match;
  const tag = [language, script && script.charAt(0).toUpperCase() + script.slice(1), region?.toUpperCase()];
  return { value: tag.filter((subtag) => subtag !== undefined).join('-') };
}

export function readEmail(part: Part): Outcome<string> {
  const address = written(part);
  const at = address.indexOf('@');
  const domain = address.slice(at + 1);
  const isAddress =
    at > 0 && !/[\s<>,;@"]/.test(address.slice(0, at) + domain) && /^[^.]+(?:\.[^.]+)+$/.test(domain);
  return isAddress ? { value: address } : fail(part, 'notEmail');
}

export function readRaci(part: Part): Outcome<Raci> {
  const letter = raciLetters.get(part.text);
  if (letter !== undefined) return { value: letter };
  return fail(part, 'notRaci');
}

const raciLetters: ReadonlyMap<string, Raci> = new Map<string, Raci>([
  ['r', 'R'],
  ['a', 'A'],
  ['r/a', 'R/A'],
  ['c', 'C'],
  ['i', 'I'],
]);

/** SHA-256 of canonical content, as sign-offs carry it. */
export function readDigest(part: Part): Outcome<string> {
  return /^sha256-[0-9a-f]{64}$/.test(part.text) ? { value: part.text } : fail(part, 'notDigest');
}
