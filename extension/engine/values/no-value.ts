import type { ValueTypeName } from '../model/schema.ts';
import { fold } from './fold.ts';
import { maskWords } from './grammar-words.ts';
import { areMarksToChoose, tickedWord } from './marks.ts';

/**
 * A quick look at the first character of a text: whether it may begin with one of some letters and marks of ASCII once
 * it is folded. Nearly every value begins with another one, and is not folded for nothing.
 */
function beginningWith(characters: string): (text: string) => boolean {
  const first = Array.from({ length: 0x7f }, (_, code) =>
    characters.includes(String.fromCharCode(code).toLowerCase()),
  );
  return (text) => {
    const code = text.charCodeAt(0);
    return !(code > 0x20 && code < 0x7f) || first[code] === true;
  };
}

/** Whether a text says that there is nothing to say: it counts as an empty cell, whatever stands in the column otherwise. */
export function saysNothing(text: string, type: ValueTypeName): boolean {
  if (text.length > longest || !mayBeNothing(text)) return false;
  const folded = fold(text);
  return nothing.test(folded) || (namesOthers.has(type) && noneOfThem.has(folded));
}

/** Texts that stand for what is still to be written (rules.md 1.7). A sentence that holds such words is a text. */
export function isStillToCome(text: string): boolean {
  const first = text.charCodeAt(0);
  if (isNumberToCome(text)) return true;
  if ((first === 0x7b || first === 0x3c) && toFill.test(text.slice(0, longestToFill + 1))) return true;
  if (text.length > longest || !mayBeToCome(text)) return false;
  const folded = fold(text);
  return toCome.test(folded) || isMask(folded) || areMarksToChoose(text);
}

/** A number that is still to come, in brackets before its unit or behind a sign: `[X]%`, `[N] days`, `$[XXX]`. */
function isNumberToCome(text: string): boolean {
  return text.length <= longest && text.includes('[') && (before.test(text) || behind.test(text));
}

const before =
  /^(?:[<>≤≥±~] ?)?\[[±<>≤≥]? ?[XN]{1,4}\] ?(?:%|X$|\/[\p{L}\d./ ]{1,20}|(?:ms|s|h|hrs?|min|minutes?|hours?|days?|weeks?|months?|years?|users?|people|points?|st|timmar|dagar|veckor|månader|år|personer|poäng)$)/u;

const behind = /^(?:[<>≤≥±~+-]{1,3} ?)?(?:[$€£] ?\[[^[\]]{1,8}\]|\[[$€£]\]) ?[kKM]?(?:\/[\p{L} ]{1,20})?$/u;

/** Texts that show the form of what is still to be written: `YYYY-MM-DD`, `____`, `X %`. */
function isMask(folded: string): boolean {
  const first = folded.charAt(0);
  if (!maskStarts.includes(first)) return false;
  if (first === '_') return /^(?:_ ?){2,}$/.test(folded);
  if (first === 'x') return /^x{1,3} ?%$/.test(folded);
  return /^(?:y{2,4}|å{2,4}|m{2}|d{2}|h{2})(?:[-./: ](?:y{2,4}|å{2,4}|m{2,3}|d{2}|h{2})){1,5}$/.test(folded);
}

const maskStarts = '_xyåmdh';

/** Words between strokes, or boxes before words, of which none is chosen yet: `H/M/L`, `☐ High ☐ Low`. */
export function isChoiceToMake(text: string): boolean {
  if (text.length > 200) return false;
  const ticked = tickedWord(text);
  if (ticked) return ticked.word === undefined;
  if (!mayBeMask(text)) return false;
  return (text.includes('/') || text.includes('|')) && maskWords.has(fold(text).replace(/ ?[/|] ?/g, '/'));
}

const mayBeMask = beginningWith([...maskWords.keys()].map((word) => word.charAt(0)).join(''));

const longest = 40;
const longestToFill = 120;

/** What a generator of documents fills in. */
const toFill = /^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^%]*%>)$/;

const nothing =
  /^(?:-+|n\/a|n\.a\.?|not applicable|does not apply|ej aktuellt|ej aktuell|inte aktuellt|ej tillämpligt|ej tillämplig|inte tillämpligt)\.?$/;

const mayBeNothing = beginningWith('-ndei');

/** Of these "none" is no value but the absence of one; a length of none is one. */
const namesOthers: ReadonlySet<ValueTypeName> = new Set(['who', 'name', 'names', 'depends']);
const noneOfThem: ReadonlySet<string> = new Set(['none', 'ingen', 'inget', 'inga']);

const toCome =
  /^(?:tb[dca]|t\.b\.[dca]\.?|todo|editme|xxx|[%$€£]|\?+|vacant|vakant|ej tillsatt|tillsätts|\.{3,}|will be populated|to be (?:decided|determined|confirmed|defined|agreed|appointed|announced|completed|filled in|added)|not yet (?:decided|defined|agreed|known)|ska fyllas i|fylls i senare|att bestämma|att besluta|att utse|bestäms senare|beslutas senare|ej bestämt|ej beslutat|inte bestämt)\.?$/;

/** The first characters of these, of masks and of marks to choose from. */
const mayBeToCome = beginningWith(`tex?.wnsfabiv[:%$${maskStarts}`);
