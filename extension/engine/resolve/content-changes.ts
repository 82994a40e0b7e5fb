import type { GovernedDocument } from '../model/document.ts';
import type { Said } from '../model/said.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { digestOf } from '../parse/canonical.ts';
import { onceFor } from '../values/once-for.ts';
import { quoted, say, sectionTitle } from '../values/say.ts';
import { shortText } from './changed-words.ts';
import { cellsSaid, isIdentity, nameSaid, textSaid, titleOf, valueSaid } from './content-change-said.ts';
import { withNamesOf } from './renamed-chapters.ts';
import { isReordered, pairedRows, type RowPair } from './compared-rows.ts';
import { contentOutline, type Chapter, type ContentOutline, type TableRows } from './content-outline.ts';

/** One thing that two versions of a document do not have in common. */
export interface ContentChange {
  readonly is: 'value' | 'row' | 'text' | 'section' | 'column' | 'order';
  /** The section of the format that it is in. */
  readonly section: SectionSpec | undefined;
  /** The heading that it is below, where that is no section; undefined of front matter. */
  readonly heading: string | undefined;
  /** The row as it is called now, or was. */
  readonly row: string | undefined;
  /** The key, or the title of the column. */
  readonly name: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** In words, without the section: "P1, Restore: 4 hours -> 6 hours". */
  readonly said: Said;
  /** Where it stands now; undefined of what went. */
  readonly span: Span | undefined;
  /** Whether the digest of the document is another because of it. */
  readonly isContent: boolean;
  /** Equal for what changes the same thing in other versions. */
  readonly of: string;
  /** Of a value in a row: equal for those of its column, whatever the row is called. */
  readonly column?: string;
}

/** What two versions of a document do not have in common, in the order of the newer one; empty where they say the same. */
export function contentChanges(before: GovernedDocument, now: GovernedDocument): readonly ContentChange[] {
  if (before.text === now.text) return [];
  const known = comparedWith(now);
  let changes = known.get(before);
  if (!changes) known.set(before, (changes = changesBetween(before, now)));
  return changes;
}

/** Kept with the newer one: after each edit elsewhere the same two are asked about again. */
const comparedWith = onceFor(
  (_now: GovernedDocument) => new Map<GovernedDocument, readonly ContentChange[]>(),
);

function changesBetween(before: GovernedDocument, now: GovernedDocument): readonly ContentChange[] {
  const fresh = contentOutline(now);
  const old = withNamesOf(contentOutline(before), fresh);
  const changes = [
    ...keyChanges(old.keys, fresh.keys),
    ...chapterChanges(old.chapters, fresh.chapters),
    ...[...fresh.tables].flatMap(([key, table]) => tableChanges(old.tables.get(key), table)),
    ...[...old.tables].flatMap(([key, table]) =>
      fresh.tables.has(key) ? [] : tableChanges(table, undefined),
    ),
  ];
  if (!changes.some(({ isContent }) => isContent) && digestOf(before) !== digestOf(now))
    changes.push(rearranged(now));
  return changes.sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity));
}

type Draft = Pick<ContentChange, 'is' | 'said' | 'span' | 'of'> & Partial<ContentChange>;

function change(draft: Draft): ContentChange {
  const nothing = { section: undefined, heading: undefined, row: undefined, name: undefined };
  return { ...nothing, from: undefined, to: undefined, isContent: true, ...draft };
}

/** What no other words are found for: parts have changed places. */
function rearranged({ titleSpan }: GovernedDocument): ContentChange {
  return change({ is: 'order', said: say('its parts stand in another order'), span: titleSpan, of: 'order' });
}

function keyChanges(old: ContentOutline['keys'], fresh: ContentOutline['keys']): readonly ContentChange[] {
  const keys = [...fresh.keys(), ...[...old.keys()].filter((key) => !fresh.has(key))];
  return keys.flatMap((key) => {
    const [before, now] = [old.get(key), fresh.get(key)];
    if (before?.content === now?.content) return [];
    const said = valueSaid([key], before?.text ?? '', now?.text ?? '');
    const isContent = (now ?? before)?.isContent ?? true;
    const [from, to] = [before?.text, now?.text];
    return [change({ is: 'value', name: key, from, to, said, span: now?.span, of: `key ${key}`, isContent })];
  });
}

function tableChanges(old: TableRows | undefined, fresh: TableRows | undefined): readonly ContentChange[] {
  const table = fresh ?? old;
  if (!table) return [];
  const place = placeIn(table);
  const before = old?.rows ?? [];
  const pairs = pairedRows(before, fresh?.rows ?? []);
  const changes = pairs.flatMap((pair) => rowChanges(pair, place));
  if (old && fresh) {
    changes.push(...columnChanges(old, fresh, place));
    const [first] = fresh.rows;
    if (first && isReordered(pairs, before)) {
      const span = fresh.headers[0] ?? first.span;
      const said = say('the rows stand in another order');
      changes.push(change({ ...place.data, is: 'order', said, span, of: `${place.of} order` }));
    }
  }
  return changes;
}

interface TablePlace {
  readonly data: Pick<ContentChange, 'section' | 'heading'>;
  readonly of: string;
}

function placeIn({ chapter, section }: TableRows): TablePlace {
  const heading = section ? undefined : chapter.heading?.text;
  return { data: { section, heading }, of: section?.key ?? chapter.key };
}

function rowChanges({ before, now }: RowPair, place: TablePlace): readonly ContentChange[] {
  const row = now ?? before;
  if (!row) return [];
  const name = nameSaid(row);
  const of = `${place.of} row ${row.identity}`;
  const its = { ...place.data, row: row.name, span: now?.span, of };
  if (!before || !now) {
    const cells = cellsSaid(row, place.data.section);
    const said = now
      ? say('row added: {{row}}, {{cells}}', { row: name, cells })
      : say('row taken out: {{row}}, {{cells}}', { row: name, cells });
    return [change({ ...its, is: 'row', said })];
  }
  const keys = [...now.cells.keys(), ...[...before.cells.keys()].filter((key) => !now.cells.has(key))];
  const isRenamed = before.identity !== now.identity && before.identity !== '' && now.identity !== '';
  const changes = keys.flatMap((key) => {
    const [old, cell] = [before.cells.get(key), now.cells.get(key)];
    const named = cell ?? old;
    if (!named || (old?.content ?? '[]') === (cell?.content ?? '[]')) return [];
    if (isRenamed && isIdentity(key, place.data.section, now)) return [];
    const [from, to] = [old?.text ?? '', cell?.text ?? ''];
    const said = valueSaid([name, titleOf(named, place.data.section)], from, to);
    return [
      change({
        ...its,
        is: 'value',
        name: named.spec?.title ?? named.header,
        from,
        to,
        said,
        span: cell?.span ?? now.span,
        of: `${of} ${key}`,
        column: `${place.of} ${key}`,
      }),
    ];
  });
  if (!isRenamed) return changes;
  const said = say('"{{from}}" is called "{{to}}" now', {
    from: shortText(before.name),
    to: shortText(now.name),
  });
  return [change({ ...its, is: 'row', from: before.name, to: now.name, said }), ...changes];
}

/** Columns that came and went; one whose head is called otherwise is both. */
function columnChanges(old: TableRows, fresh: TableRows, place: TablePlace): readonly ContentChange[] {
  const [before, now] = [old, fresh].map(({ headers }) => headers.flatMap(({ cells }) => cells));
  const [gone, come] = onlyIn(before ?? [], now ?? [], ({ inline }) => JSON.stringify(inline));
  const said = (text: string, isNew: boolean): Said =>
    isNew
      ? say('the column "{{column}}" was added', { column: shortText(text) })
      : say('the column "{{column}}" was taken out', { column: shortText(text) });
  return [
    ...come.map((cell) => ({ cell, isNew: true })),
    ...gone.map((cell) => ({ cell, isNew: false })),
  ].map(({ cell, isNew }) =>
    change({
      ...place.data,
      is: 'column',
      name: cell.text,
      said: said(cell.text, isNew),
      span: isNew ? cell : undefined,
      of: `${place.of} column ${cell.text}`,
    }),
  );
}

function chapterChanges(old: readonly Chapter[], fresh: readonly Chapter[]): readonly ContentChange[] {
  const before = new Map(old.map((chapter) => [chapter.key, chapter]));
  const now = new Map(fresh.map((chapter) => [chapter.key, chapter]));
  const changes = fresh.flatMap((chapter) => {
    const its = before.get(chapter.key);
    if (its) return [...headingChange(its, chapter), ...textChanges(its, chapter)];
    return [headingSaid(chapter, true), ...textChanges({ ...chapter, texts: [] }, chapter)];
  });
  const gone = old.filter(({ key }) => !now.has(key));
  for (const chapter of gone)
    changes.push(headingSaid(chapter, false), ...textChanges(chapter, { ...chapter, texts: [] }));
  return changes;
}

function headingSaid({ heading, section, key }: Chapter, isNew: boolean): ContentChange {
  const title = section ? sectionTitle(section) : quoted(shortText(heading?.text ?? ''));
  const said = isNew
    ? say('the section {{section}} was added', { section: title })
    : say('the section {{section}} was taken out', { section: title });
  return change({
    is: 'section',
    section,
    heading: heading?.text,
    said,
    span: isNew ? heading : undefined,
    of: key,
  });
}

function headingChange(old: Chapter, { heading, section, key }: Chapter): readonly ContentChange[] {
  if (!heading || JSON.stringify(old.heading?.line) === JSON.stringify(heading.line)) return [];
  const said = valueSaid([say('heading')], old.heading?.text ?? '', heading.text);
  const [from, to] = [old.heading?.text, heading.text];
  return [change({ is: 'section', section, heading: heading.text, from, to, said, span: heading, of: key })];
}

/** Texts that came, went, or say something else: of one place those that stand at the same turn are taken for one. */
function textChanges(old: Chapter, fresh: Chapter): readonly ContentChange[] {
  const { section, heading, key } = fresh;
  const [gone, come] = onlyIn(old.texts, fresh.texts, ({ line }) => JSON.stringify(line));
  const data = { section, heading: section ? undefined : heading?.text };
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => {
    const [from, to] = [gone[i]?.text, come[i]?.text];
    const said = textSaid(from, to);
    return change({ ...data, is: 'text', from, to, said, span: come[i], of: `${key} text` });
  });
}

/** What one list has and the other has not, each as often as it has it more. */
function onlyIn<T>(
  old: readonly T[],
  fresh: readonly T[],
  keyOf: (one: T) => string,
): readonly [readonly T[], readonly T[]] {
  const without = (some: readonly T[], others: readonly T[]): readonly T[] => {
    const left = new Map<string, number>();
    for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
    return some.filter((one) => {
      const count = left.get(keyOf(one)) ?? 0;
      left.set(keyOf(one), count - 1);
      return count <= 0;
    });
  };
  return [without(old, fresh), without(fresh, old)];
}
