import type { GovernedDocument, Source } from '../model/document.ts';
import type { FieldSpec, SectionKey } from '../model/schema.ts';
import { anchorIn } from '../values/date.ts';
import { spanWithin } from '../values/span-within.ts';
import type { FormerNames } from './former-names.ts';
import { isHistory } from './is-history.ts';
import { behindLink } from './named-place.ts';
import { withoutNote } from './names.ts';
import { splitNames } from './split-names.ts';

/** Text to be put in the place of some of another, by UTF-16 units. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A value as it would be written today, where it names what was called otherwise when it was written. Its characters still
 * stand where they stand.
 */
export function calledNow({ type }: FieldSpec, source: Source, former: FormerNames): Source {
  if (source.items) {
    const items = source.items.map((item) => calledNow(whole(type), item, former));
    return items.every((item, i) => item === source.items?.[i]) ? source : { ...source, items };
  }
  return changed(source, changesIn(type, source, former));
}

/** Whether a document may name things as they were called in the past. */
export function mayNameThePast(document: GovernedDocument): boolean {
  return document.kind === 'record' || isHistory(document);
}

/** Whether all that a document says was said in the past: a final record, and what has ended. */
export function isOfThePast({ kind, status }: GovernedDocument): boolean {
  return status === 'ended' || (kind === 'record' && status === 'active');
}

/** Keys and columns that are history wherever they stand: what they name was called so then. */
export function isOfThen({ key, type }: FieldSpec, section: SectionKey | undefined): boolean {
  return section === undefined ? keysOfThen.has(key) : section === 'changes' && type.is === 'change';
}

const keysOfThen: ReadonlySet<string> = new Set(['by', 'meeting', 'topic']);

/** An entry of a YAML list is one name, with whatever it holds. */
function whole(type: FieldSpec['type']): FieldSpec {
  return {
    type: type.is === 'names' || type.is === 'depends' ? { is: 'name', of: type.of } : type,
  } as FieldSpec;
}

function changesIn(type: FieldSpec['type'], source: Source, former: FormerNames): readonly Change[] {
  const { text } = source;
  switch (type.is) {
    case 'who':
    case 'party':
    case 'names':
    case 'depends':
      return splitNames(text, (name) => former.isKnown(type, name), type.is === 'depends').flatMap((piece) =>
        changeOf(piece, (name) => former.nowOf(type, name)),
      );
    case 'name':
      return changeOf({ text: text.trim(), ...trimmed(text) }, (name) => former.nowOf(type, name));
    case 'date': {
      const { from, to } = anchorIn(text);
      return changeOf({ text: text.slice(from, to), from, to }, (name) => former.nowOf(type, name));
    }
    case 'change':
      return (source.links ?? []).flatMap((_, i, links) => {
        const { start: from, end: to } = behindLink(i, links, text);
        // A row, or one of its cells: "Gateway", "Gateway, Owner".
        const row = /^[^,]*/.exec(text.slice(from, to))?.[0] ?? '';
        return changeOf({ text: row, from, to: from + row.length }, (name) => former.nowOfAny(name));
      });
    default:
      return [];
  }
}

function trimmed(text: string): { readonly from: number; readonly to: number } {
  const from = text.length - text.trimStart().length;
  return { from, to: from + text.trim().length };
}

/** A name, or the one within or before brackets. */
function changeOf(
  { text, from, to }: Change,
  nowOf: (name: string) => string | undefined,
): readonly Change[] {
  const now = nowOf(text);
  if (now !== undefined) return [{ from, to, text: now }];
  const parts = withoutNote(text);
  if (!parts) return [];
  return [parts.name, parts.note].flatMap((part) => {
    const its = nowOf(part);
    const at = its === undefined ? -1 : from + (part === parts.name ? 0 : text.lastIndexOf(part));
    return its === undefined ? [] : [{ from: at, to: at + part.length, text: its }];
  });
}

function changed(source: Source, changes: readonly Change[]): Source {
  if (changes.length === 0) return source;
  let text = '';
  const map: number[] = [];
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at++) map.push(spanWithin(source, at, at).start);
    text += source.text.slice(from, to);
  };
  let at = 0;
  for (const { from, to, text: now } of [...changes].sort((a, b) => a.from - b.from)) {
    keep(at, from);
    const { start, end } = spanWithin(source, from, to);
    const last = Math.max(start, end - 1);
    // Whole it stands where the former name stands, however long either is.
    for (let i = 0; i < now.length; i++) map.push(i === now.length - 1 ? last : Math.min(start + i, last));
    text += now;
    at = to;
  }
  keep(at, source.text.length);
  map.push(spanWithin(source).end);
  return { ...source, text, map };
}
