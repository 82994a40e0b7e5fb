import type { GovernedDocument, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, KindSpec } from '../model/schema.ts';
import { createDocumentReader, type DocumentReader } from '../parse/read-document.ts';
import { lineStarts } from '../model/text.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { createVocabulary, foldHeading } from '../parse/vocabulary.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { fold } from '../values/fold.ts';
import { createValueReader } from '../values/read-value.ts';

/** Says of Markdown texts that nobody governs which kind they look like. */
export interface Recogniser {
  /** Undefined when in doubt, and for a text that is governed or says itself that it is something else. */
  kindOf(text: string): KindKey | undefined;
}

const kinds: readonly KindSpec[] = Object.values(catalogue.kinds);

/**
 * A recogniser that reads a text as if it were governed. What counts are tables: one with all the columns that
 * its section requires is strong, one with some is weak, and a kind needs one strong or two weak ones, with a
 * section that makes the kind what it is among them. Headings alone are words that any text may use.
 */
export function createRecogniser(): Recogniser {
  const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });
  const { sectionsNamed } = createVocabulary(catalogue);
  return {
    kindOf(text) {
      if (namesKind(reader, text)) return undefined;
      const general = readAs(reader, text, 'engagement');
      if (!general) return undefined;
      // Some sections are read in documents of one kind alone: then the text is read as one of those too.
      const named = general.headings.flatMap((heading) => sectionsNamed(heading.text));
      const readAlone = new Set(named.filter(({ ownKindOnly }) => ownKindOnly).map(({ kind }) => kind));
      const likely = kinds.flatMap((kind) => {
        const document = readAlone.has(kind.key) ? readAs(reader, text, kind.key) : general;
        const strength = document ? strengthAs(kind, document) : 0;
        return strength >= 2 ? [{ kind, strength }] : [];
      });
      const most = Math.max(...likely.map(({ strength }) => strength));
      const best = likely.filter(({ strength }) => strength === most).map(({ kind }) => kind);
      // Of two kinds that explain a text equally well, one that holds all of the other's sections adds nothing.
      return best.find((kind) => best.every((other) => isWithin(kind, other)))?.key;
    },
  };
}

/** A text with a `kind` of its own is governed already, or is something of another tool. */
function namesKind(reader: DocumentReader, text: string): boolean {
  if (reader.read('text.md', text).is !== 'free') return true;
  return (
    readFrontMatter(text, lineStarts(text), onlyKind)?.entries.some(({ key }) => key === 'kind') === true
  );
}

const onlyKind: ReadonlySet<string> = new Set(['kind']);

function readAs(reader: DocumentReader, text: string, kind: KindKey): GovernedDocument | undefined {
  const starts = lineStarts(text);
  const matter = readFrontMatter(text, starts);
  const first = matter && starts[matter.firstLine];
  const asKind =
    matter?.isPlain === true && first !== undefined
      ? `${text.slice(0, first)}kind: ${kind}\n${text.slice(first)}`
      : `---\nkind: ${kind}\n---\n${text.replace(/^\uFEFF/, '')}`;
  const read = reader.read('engagement.md', asKind);
  return read.is === 'governed' ? read.document : undefined;
}

function strengthAs(kind: KindSpec, document: GovernedDocument): number {
  const found = kind.sections.flatMap((key) => document.sections.get(key) ?? []);
  const tables = new Map(found.map((section) => [section, strengthOf(section)]));
  const strength = [...tables.values()].reduce((total, each) => total + each, 0);
  // A kind without leads is told by several of its sections: one table of actions stands in any text.
  if (kind.lead.length === 0)
    return [...tables.values()].filter((each) => each > 0).length > 1 ? strength : 0;
  const leads = found.filter(({ key }) => kind.lead.includes(key));
  if (leads.some((section) => tables.get(section)! > 0)) return strength;
  // Steps may be a numbered list; then something else that only such a document has must stand beside it.
  const isListed = leads.some(({ spec, items }) => spec.shape === 'table or list' && items.length > 1);
  const beside = found.some((section) => !leads.includes(section) && isItsAlone(kind, section));
  return isListed && beside ? 2 + strength : 0;
}

/** 2: a table with every required column. 1: a table with two known columns at least. 0: none. */
function strengthOf({ spec, columns, rows, furtherHeaders }: Section): number {
  const required = spec.columns.filter(isAskedFor);
  const hasRequired = required.length > 0 && required.every(({ key }) => columns.has(key));
  // One word is no evidence, unless what stands under the headers of people and parties reads.
  const reads = rows.some(({ further }) => further.some(({ field }) => field.state === 'read'));
  if (hasRequired && (columns.size > 1 || (furtherHeaders.length > 0 && reads))) return 2;
  return columns.size > 1 ? 1 : 0;
}

/** Whether something stands under a heading of this kind alone; over a text only its own name tells anything. */
function isItsAlone(kind: KindSpec, { key, spec, heading, rows, items, prose }: Section): boolean {
  const name = foldHeading(heading.text);
  const isOwnName = name === fold(spec.title) || name === fold(spec.titleSv);
  return (
    (rows.length > 0 || items.length > 0 || (prose !== '' && isOwnName)) &&
    kinds.every((other) => other === kind || !other.sections.includes(key))
  );
}

function isWithin(kind: KindSpec, other: KindSpec): boolean {
  return kind.sections.every((key) => other.sections.includes(key));
}
