import type { GovernedDocument, ReadingProblem, Section } from '../model/document.ts';
import type { FieldSpec, KindKey, KindSpec, SectionKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { feeNamed } from '../values/fee-named.ts';
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
  if (ownSpec && vocabulary.isCommon(entry.key)) return ownSpec;
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

function isLead({ catalogue }: Vocabulary, kind: KindKey, section: SectionKey): boolean {
  return catalogue.sections[section].kind === kind && catalogue.kinds[kind].lead.includes(section);
}

/**
 * Keys that stand there in another spelling, and unknown keys that nearly are one that the document may have (DOC021):
 * of its kind, or within one letter one of a kind whose section it holds.
 */
export function noteNearKeys(
  vocabulary: Vocabulary,
  kind: KindSpec,
  entries: readonly Entry[],
  document: GovernedDocument,
  problems: ReadingProblem[],
): void {
  let open: readonly string[] | undefined;
  let elsewhere: readonly string[] | undefined;
  for (const { key, keySpan, keyWritten } of entries) {
    if (keyWritten !== undefined) {
      noteSpelling(key, keyWritten, keySpan, problems);
      continue;
    }
    if (vocabulary.keyOf(kind.key, key) || Object.hasOwn(document.keys, key)) continue;
    const folded = plainKey(key);
    const words = folded.replaceAll('_', ' ');
    open ??= kind.keys.map((one) => one.key).filter((one) => !document.keyPlaces.has(one));
    const near =
      kind.keys.find((one) => vocabulary.otherNamesOf(one.key).has(words))?.key ??
      feeOfPeriod(words) ??
      nearMiss(folded, open, 1) ??
      nearByOneLetter(folded, (elsewhere ??= keysOfSections(vocabulary, kind, document)));
    if (near !== undefined && !document.keyPlaces.has(near))
      problems.push(nearKeyProblem(key, near, keySpan));
  }
}

/** A key that says of which period the fee is: its value cannot take its place, for it lacks that. */
function feeOfPeriod(words: string): string | undefined {
  const fee = feeNamed(words);
  return fee === undefined || fee === 'fee' ? undefined : 'fee';
}

/** A key in other letters, or of another name, which was read. Where it stands twice, or says the kind, that is said instead. */
function noteSpelling(key: string, written: string, span: Span, problems: ReadingProblem[]): void {
  if (problems.some((one) => one.code === 'DOC026' && one.span.start === span.start)) return;
  if (problems.some(({ id, related = [] }) => id === 'duplicateKey' && related[0]?.span.start === span.start))
    return;
  problems.push({
    code: 'DOC021',
    id: 'otherSpelling',
    data: { key: quote(written), near: key },
    span,
    // Another word for a key may be a key of somebody's own.
    fixes: [
      {
        title: say('Replace by "{{text}}"', { text: key }),
        safe: plainKey(written) === key,
        edits: [{ span, text: key }],
      },
    ],
  });
}

/** Keys that the sections of a document give room to, beside those of its own kind, and that it does not have. */
function keysOfSections(
  { catalogue, kindsHolding, isCommon }: Vocabulary,
  own: KindSpec,
  document: GovernedDocument,
): readonly string[] {
  const kinds = new Set([...document.sections.keys()].flatMap(kindsHolding));
  kinds.delete(own.key);
  const keys = [...kinds].flatMap((kind) => catalogue.kinds[kind].keys.map(({ key }) => key));
  return [...new Set(keys)].filter((key) => !isCommon(key) && !document.keyPlaces.has(key));
}

function nearByOneLetter(word: string, keys: readonly string[]): string | undefined {
  return nearMiss(word, keys, 1, 1);
}

function plainKey(key: string): string {
  return fold(key).replace(/[ -]/g, '_');
}

function nearKeyProblem(key: string, near: string, span: Span): ReadingProblem {
  return {
    code: 'DOC021',
    id: 'nearKey',
    data: { key: quote(key), near },
    span,
    fixes: [{ title: say('Replace by "{{text}}"', { text: near }), edits: [{ span, text: near }] }],
  };
}
