import type { Heading } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import { setAsideWords } from '../values/grammar-words.ts';
import { nearMiss } from '../values/near-miss.ts';
import { tablesBetween, type Block } from './blocks.ts';
import { headingWords } from './heading-words.ts';
import { hasNames, isNamedSo, namedColumns } from './named-columns.ts';
import { lettersAcross } from './letters-across.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import { isSignatureTable } from './signatures.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';

/** So many letters say what a heading is about. */
const lettersAtMost = 200;

/** Which section a table under a heading of somebody's own is read as. */
export type Adoption = (heading: Heading, below: readonly Block[]) => SectionSpec | undefined;

/**
 * Tables under headings that are no section, and under the title, are read as the section that the document is kept
 * for where they have all that it requires and no heading of the document is called so: "Active risks", "Incident
 * response RACI". Of other sections the heading must say the word too.
 */
export function adoptions(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  lead: readonly SectionKey[],
  named: ReadonlySet<SectionKey>,
): Adoption {
  const { vocabulary, document } = context;
  const { catalogue } = vocabulary;
  const open = vocabulary.sections.filter(
    (spec) => !named.has(spec.key) && !(spec.ownKindOnly && spec.kind !== document.kind),
  );
  const usual = new Set(catalogue.kinds[document.kind].sections);
  return (heading, below) => {
    const name = headingWords(heading.text.slice(0, lettersAtMost));
    const words = ` ${name.split(/[^\p{L}\d&-]+/u).join(' ')} `;
    if (words.split(' ').some((word) => setAsideWords.has(word))) return undefined;
    for (const table of below) {
      const headers = headersOf(table);
      if (isSignatureTable(headers)) continue;
      const isSaid = (spec: SectionSpec): boolean => spec.aliases.some((alias) => holdsWord(words, alias));
      const fitting = open.filter((spec) => hasWhole(context, spec, headers));
      const most = Math.max(0, ...fitting.map((spec) => matchColumns(vocabulary, spec, headers).count));
      const [only, ...others] = fitting.filter(
        (spec) => matchColumns(vocabulary, spec, headers).count === most,
      );
      if (!only || others.length > 0 || isRival(context, only, headers, most)) continue;
      if ((usual.has(only.key) || only.further?.type.is === 'raci') && isSaid(only)) return only;
      // A slip of the pen is said, with what was meant.
      const isSlip =
        vocabulary.sectionsNamed(heading.text).length === 0 &&
        nearMiss(name, vocabulary.headings.keys()) !== undefined;
      if (lead.includes(only.key) && !isSlip) return only;
    }
    return undefined;
  };
}

/** Whether a heading says that what stands below is an example, and no part of what is kept. */
export function saysExample(heading: string): boolean {
  return headingWords(heading.slice(0, lettersAtMost))
    .split(' ')
    .some((word) => setAsideWords.get(word) === 'example');
}

/** Whether a heading says a word, be it of one or of several: "Corrective action register". */
function holdsWord(words: string, alias: string): boolean {
  const one = alias.replace(/(?:s|er|ar)$/, '');
  return words.includes(` ${alias} `) || (one.length >= 4 && words.includes(` ${one} `));
}

/** Whether a table has its names and each further column that a section requires, of which there must be several. */
function hasWhole(context: SectionContext, spec: SectionSpec, headers: Headers): boolean {
  const { vocabulary } = context;
  if (lettersAcross(context, spec, headers)) return true;
  if (!hasNames(vocabulary, spec, headers)) return false;
  // A number and a text are steps of nothing yet.
  if (spec.key === 'steps' && !isNamedSo(vocabulary, spec, headers)) return false;
  const named = namedColumns(vocabulary, spec, headers);
  if (spec.further?.type.is === 'raci') {
    const { type } = spec.further;
    const free = headers.flatMap((_, i) => (named[i] ? [] : [i]));
    return free.filter((i) => headers.cells?.holds(i, type) === true).length >= 2;
  }
  const keys = new Set(named.map((column) => column?.key));
  const required = spec.columns.filter((column) => column.required);
  return !spec.further && required.length >= 2 && required.every(({ key }) => keys.has(key));
}

/** Whether another section of its kind knows more of the table. */
function isRival(
  { vocabulary }: SectionContext,
  spec: SectionSpec,
  headers: Headers,
  count: number,
): boolean {
  return vocabulary.sections.some(
    (other) =>
      other !== spec && other.kind === spec.kind && matchColumns(vocabulary, other, headers).count > count,
  );
}

/** A place where a section is read by its table. */
export function adopted(
  spec: SectionSpec,
  heading: Heading,
  headingBlock: Block,
  from: number,
  to: number,
): Occurrence {
  return { spec, heading, headingBlock, from, to, isAdopted: true };
}

/** The sections that a heading of the document names, with a table of theirs somewhere below it. */
export function namedByHeadings(
  { vocabulary, headings, body: { blocks } }: SectionContext,
  margin: readonly number[],
  isTitle: (n: number) => boolean,
  headersOf: (table: Block) => Headers,
): ReadonlySet<SectionKey> {
  const named = new Set<SectionKey>();
  for (const [n, i] of margin.entries()) {
    const { level } = blocks[i]!;
    const end = margin.find((other, at) => at > n && blocks[other]!.level <= level) ?? blocks.length;
    const specs = isTitle(n) ? [] : vocabulary.sectionsNamed(headings.get(blocks[i]!)?.text ?? '');
    for (const spec of specs) {
      if (named.has(spec.key)) continue;
      const isHere = tablesBetween(blocks, i + 1, end).some(
        (table) => matchColumns(vocabulary, spec, headersOf(table)).isMeant,
      );
      if (isHere) named.add(spec.key);
    }
  }
  return named;
}
