import type { Said } from '../model/said.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';

/** Data of JSON, or why a text is none that reads in one way only. */
export type StrictJson =
  | { readonly is: 'data'; readonly data: unknown }
  | { readonly is: 'refused'; readonly why: Said };

/** No event of a code host comes near. */
const levelsAtMost = 64;

/**
 * Reads JSON that somebody else wrote. A name that stands twice in one object is refused: others who read it may take
 * the other value. So is what is nested deeper than anybody writes.
 */
export function readStrictJson(text: string): StrictJson {
  const json = text.replace(/^\ufeff/, '');
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { is: 'refused', why: say('It is not JSON.') };
  }
  const why = whyNotStrict(json);
  return why ? { is: 'refused', why } : { is: 'data', data };
}

/** Walks over JSON that parses, and keeps the names of each object that is open; undefined stands for a list. */
function whyNotStrict(json: string): Said | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > levelsAtMost) return say('It is nested more than 64 levels deep.');
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(json, at);
      const names = open.at(-1);
      if (names && isName(json, end)) {
        const name = JSON.parse(json.slice(at, end)) as string;
        if (names.has(name))
          return say('It says "{{name}}" twice in one place: nobody can tell which counts.', {
            name: quote(name),
          });
        names.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The place behind the quotation mark that ends a string. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isName(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json[at] ?? '')) at++;
  return json[at] === ':';
}
