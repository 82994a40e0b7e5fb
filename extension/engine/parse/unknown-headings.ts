import type { Heading, ReadingFix, Section } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import { nearestMeaning, nearMiss } from '../values/near-miss.ts';
import { freeHeadings } from '../values/grammar-words.ts';
import { quote } from '../values/quote.ts';
import { inEachLanguage, titleInEach } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { lineStartOf } from './lines.ts';
import type { SectionContext, UnknownHeading } from './section-context.ts';
import { sectionMeant } from './sections-by-columns.ts';
import { isSignatureTable } from './signatures.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';
import { headingWords } from './heading-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { say, sectionTitle } from '../values/say.ts';

/**
 * Headings that are no section, with a table below: a slip of the pen, or a section by its columns. Where it is one of
 * `lead`, of which the document needs one, this is said in place of that it lacks it.
 */
export function noteUnknownHeadings(
  { vocabulary, problems, document, text }: SectionContext,
  headersOf: (table: Block) => Headers,
  unknown: readonly UnknownHeading[],
  sections: ReadonlyMap<SectionKey, Section>,
  lead: readonly SectionKey[],
): void {
  if (unknown.length === 0) return;
  const isOpen = (spec: SectionSpec): boolean =>
    !sections.has(spec.key) && !(spec.ownKindOnly && spec.kind !== document.kind);
  const candidates = new Map<string, { spec: SectionSpec; written: string }>();
  for (const [word, named] of vocabulary.headings) if (isOpen(named.spec)) candidates.set(word, named);
  // Thousands of headings may be one slip.
  const nearBy = new Map<string, string | undefined>();
  for (const { heading, table, isTitle } of unknown) {
    if (isSignatureTable(headersOf(table))) continue;
    // What is to be a section has to stop being the title.
    const lowering = isTitle ? loweringEdit(heading, text) : [];
    const renamed = (fix: ReadingFix): readonly ReadingFix[] =>
      lowering ? [{ ...fix, edits: [...lowering, ...fix.edits] }] : [];
    const same = vocabulary.sectionsNamed(heading.text);
    if (same.length > 0) {
      // Of known headings only the title comes here.
      const meant = same.find(
        (one) => isOpen(one) && matchColumns(vocabulary, one, headersOf(table)).isMeant,
      );
      if (meant) {
        problems.push({
          ...(lead.includes(meant.key)
            ? { code: 'DOC020', id: 'titleIsNoLead', unread: meant.key }
            : { code: 'DOC021', id: 'titleIsNoSection' }),
          data: { heading: quote(heading.text) },
          span: heading.span,
          fixes: lowering ? [{ title: say('Make it a heading of level 2'), edits: lowering }] : [],
        });
      }
      continue;
    }
    const headers = headersOf(table);
    const asBefore = [headingWords(heading.text), ...headers.map(({ text: one }) => one)].join('\n');
    if (!nearBy.has(asBefore))
      nearBy.set(asBefore, nearHeading(vocabulary, headingWords(heading.text), headers, candidates, isOpen));
    const written = nearBy.get(asBefore);
    if (written !== undefined) {
      const isNeeded = vocabulary.sectionsNamed(written).some(({ key }) => lead.includes(key));
      problems.push({
        ...(isNeeded ? { code: 'DOC020', id: 'nearLead' } : { code: 'DOC021', id: 'nearHeading' }),
        data: { heading: quote(heading.text), near: written },
        span: heading.span,
        unread: vocabulary.sectionsNamed(written)[0]!.key,
        fixes: renamed({
          title: say('Replace by "{{text}}"', { text: written }),
          edits: [{ span: heading.span, text: written }],
        }),
      });
      continue;
    }
    const only = sectionMeant(vocabulary, document.kind, sections, headersOf(table));
    if (!only) continue;
    const isNeeded = lead.includes(only.key);
    if (!isNeeded && isOfPractice(heading)) continue;
    problems.push({
      ...(isNeeded ? { code: 'DOC020', id: 'leadHeading' } : { code: 'DOC021', id: 'columnsOf' }),
      data: { heading: quote(heading.text), section: sectionTitle(only) },
      span: heading.span,
      unread: only.key,
      fixes: renamed({
        title: titleInEach((language) =>
          say('Rename the heading to "{{heading}}"', { heading: titleIn(language, only) }),
        ),
        edits: [{ span: heading.span, text: inEachLanguage((language) => titleIn(language, only)) }],
      }),
    });
  }
}

/** Parts of what is kept beside risks: "Issues", "Assumptions". Their tables are no one's, whatever their columns. */
function isOfPractice({ text }: Heading): boolean {
  return freeHeadings.has(headingWords(text).replace(/ ?\([^()]*\)$/, ''));
}

/** The heading that words nearly are: of a section that the table fits, else of any. */
function nearHeading(
  vocabulary: Vocabulary,
  words: string,
  headers: Headers,
  candidates: ReadonlyMap<string, { readonly written: string }>,
  isOpen: (spec: SectionSpec) => boolean,
): string | undefined {
  const fits = new Map<SectionSpec, boolean>();
  const isFitting = (spec: SectionSpec): boolean => {
    if (!fits.has(spec)) {
      const isTable = spec.columns.length > 0 && isOpen(spec);
      fits.set(spec, isTable && matchColumns(vocabulary, spec, headers).isMeant);
    }
    return fits.get(spec)!;
  };
  const fitting = [...vocabulary.headings.keys()].flatMap((word) => {
    const spec = vocabulary.sectionsNamed(word).find(isFitting);
    return spec ? [[word, spec] as const] : [];
  });
  const meant = nearestMeaning(words, fitting);
  const forms = meant ? fitting.flatMap(([word, spec]) => (spec === meant ? [word] : [])) : candidates.keys();
  const near = nearMiss(words, forms);
  return near === undefined ? meant?.title : vocabulary.headings.get(near)?.written;
}

/** What makes a heading of level 1 one of level 2; undefined where it is underlined. */
function loweringEdit({ span }: Heading, text: string): ReadingFix['edits'] | undefined {
  const start = lineStartOf(text, span.start);
  return text.charAt(start) === '#' ? [{ span: { start, end: start }, text: '#' }] : undefined;
}
