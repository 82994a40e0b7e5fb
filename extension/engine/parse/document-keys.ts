import type { GovernedDocument, ReadingProblem, Section } from '../model/document.ts';
import type { FieldSpec, KindKey, KindSpec, SectionKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { fold } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';
import type { Vocabulary } from './vocabulary.ts';
import { say } from '../values/say.ts';

/** The kinds whose keys a document may carry: its own, and those whose sections it holds. */
export function keySpec(
  vocabulary: Vocabulary,
  own: KindKey,
  entry: Entry,
  sections: ReadonlyMap<SectionKey, Section>,
  problems: ReadingProblem[],
): FieldSpec | undefined {
  const ownSpec = vocabulary.keyOf(own, entry.key);
  if (ownSpec && isCommon(vocabulary, entry.key)) return ownSpec;
  let spec = ownSpec;
  let kind = own;
  for (const section of sections.values()) {
    for (const holder of vocabulary.kindsHolding(section.key)) {
      if (holder === own) continue;
      const other = vocabulary.keyOf(holder, entry.key);
      if (!other) continue;
      if (!spec) {
        spec = other;
        kind = holder;
      } else if (holder !== kind && isLead(vocabulary, holder, section.key)) {
        // Item 15: one key, two meanings. The document's own kind holds, and the author is told.
        problems.push({
          code: 'DOC001',
          id: 'sharedKey',
          data: { key: entry.key, kind, other: holder },
          span: entry.keySpan,
        });
        return ownSpec;
      }
    }
  }
  return spec;
}

function isCommon(vocabulary: Vocabulary, key: string): boolean {
  return vocabulary.kindNames.every((kind) => vocabulary.keyOf(kind, key) !== undefined);
}

function isLead({ catalogue }: Vocabulary, kind: KindKey, section: SectionKey): boolean {
  return catalogue.sections[section].kind === kind && catalogue.kinds[kind].lead.includes(section);
}

/** Unknown keys that nearly are one of the document's kind (DOC021). */
export function noteNearKeys(
  vocabulary: Vocabulary,
  kind: KindSpec,
  entries: readonly Entry[],
  document: GovernedDocument,
  problems: ReadingProblem[],
): void {
  for (const { key, keySpan } of entries) {
    if (Object.hasOwn(document.keys, key) || vocabulary.keyOf(kind.key, key)) continue;
    const open = kind.keys.map((spec) => spec.key).filter((known) => !document.keyPlaces.has(known));
    const folded = plainKey(key);
    const same = open.find((known) => known === folded);
    const near = same ?? nearMiss(folded, open);
    if (near === undefined) continue;
    // Where two keys are one word, which of them holds is for a person to say.
    const isOnly = entries.every((other) => other.key === key || plainKey(other.key) !== folded);
    problems.push(nearKeyProblem(key, near, keySpan, same !== undefined && isOnly));
  }
}

function plainKey(key: string): string {
  return fold(key).replace(/[ -]/g, '_');
}

/** `safe`: the key is the known one in other letters, and no guess. */
function nearKeyProblem(key: string, near: string, span: Span, safe = false): ReadingProblem {
  return {
    code: 'DOC021',
    id: 'nearKey',
    data: { key: quote(key), near },
    span,
    fixes: [{ title: say('Replace by "{{text}}"', { text: near }), safe, edits: [{ span, text: near }] }],
  };
}
