import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { foldName } from '../values/fold.ts';
import { cut, partOf, written, writtenRange, type Part } from '../values/part.ts';
import { overPeriod } from '../values/measure.ts';
import { spanWithin } from '../values/span-within.ts';
import {
  belowTargetForms,
  condition,
  formsOf,
  longest,
  measureForms,
  readSign,
  type SignName,
} from './sign.ts';

/**
 * What a Sign is about where nothing has that name: `Old API availability below target` after the service was renamed.
 * It says "below target", so it is no free text: before its measure stands a service, and without a measure a KPI.
 * Undefined where it reads, where it is a free text, and where what it begins with is there and only not measured.
 */
export function unknownInSign(field: Field<string> | undefined, view: View): SignName | undefined {
  if (field?.state !== 'read' || readSign(field, view)) return undefined;
  const whole = partOf(field.source.text.slice(0, textAtMost));
  const head = headOf(whole);
  if (!head || longest(anyForms, head.text)) return undefined;
  const known = view.candidatesFor(field).map((name) => ({ words: foldName(name) }));
  const measure = measureIn(head.text);
  // A measure of no service: what is not measured is for EXT015 to say.
  if (measure === 0) return undefined;
  const part = measure === undefined ? head : trimmed(cut(head, 0, measure));
  if (part.text === '' || known.some(({ words }) => words === part.text)) return undefined;
  const begins = longest(known, part.text);
  // It begins with what is there, and goes on in words that nobody measures.
  if (begins && (measure === undefined || isPeriod(part.text.slice(begins.words.length)))) return undefined;
  const span = spanWithin(field.source, ...writtenRange(part));
  return {
    is: measure === undefined ? 'kpi' : 'service',
    text: written(part),
    span,
  };
}

/** A sign is a line: of a hostile cell no more is looked at. */
const textAtMost = 500;
const anyForms = formsOf('any');

/** What stands before "below target", where that ends the text or is followed by how long. */
function headOf(whole: Part): Part | undefined {
  const text = whole.text.replace(/\.+$/, '');
  for (const { words } of belowTargetForms) {
    const at = text.lastIndexOf(` ${words}`);
    if (at > 0 && condition(text.slice(at + 1))) return trimmed(cut(whole, 0, at));
  }
  return undefined;
}

/** Where the measure begins with which a text ends, with its detail or without; undefined where there is none. */
function measureIn(text: string): number | undefined {
  for (let at = 0; at < text.length; at = nextWord(text, at)) {
    const rest = text.slice(at);
    const found = longest(measureForms, rest);
    if (found && /^(?:$|[,;:(])/.test(rest.slice(found.words.length).trimStart())) return at;
  }
  return undefined;
}

function isPeriod(rest: string): boolean {
  return `${rest.replace(/^[\s,;:-]+/, '')} `.replace(overPeriod, '') === '';
}

function nextWord(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}

/** Without what divides it from what follows. */
function trimmed(part: Part): Part {
  return cut(part, 0, part.text.replace(/[\s,;:-]+$/, '').length);
}
