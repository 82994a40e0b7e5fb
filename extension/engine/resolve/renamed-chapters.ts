import type { Chapter, ContentOutline, TableRows } from './content-outline.ts';

/**
 * An older outline in which headings that the format does not know have the keys of those that they became: the heading with
 * the same below it, or the only one that went where only one came.
 */
export function withNamesOf(old: ContentOutline, fresh: ContentOutline): ContentOutline {
  const present = new Set(fresh.chapters.map(({ key }) => key));
  const before = new Set(old.chapters.map(({ key }) => key));
  const gone = old.chapters.filter(({ key, section }) => !section && !present.has(key));
  const come = fresh.chapters.filter(({ key, section }) => !section && !before.has(key));
  const names = new Map<string, string>();
  for (const chapter of gone) {
    const same = come.find(
      (one) => ![...names.values()].includes(one.key) && contentOf(one, fresh) === contentOf(chapter, old),
    );
    const only = gone.length === 1 && come.length === 1 ? come[0] : undefined;
    const now = same ?? only;
    if (now) names.set(chapter.key, now.key);
  }
  if (names.size === 0) return old;
  const chapters = old.chapters.map((chapter) => ({
    ...chapter,
    key: names.get(chapter.key) ?? chapter.key,
  }));
  const tables = [...old.tables].map(([key, table]) => [keyNow(key, table, names), table] as const);
  return { ...old, chapters, tables: new Map(tables) };
}

/** What stands below a heading; empty where nothing does, so that empty ones are not taken for each other. */
function contentOf({ key, texts }: Chapter, { tables }: ContentOutline): string {
  const rows = [...tables].flatMap(([table, its]) =>
    table.startsWith(`${key} table `)
      ? its.rows.map(({ cells }) => [...cells.values()].map(({ content }) => content))
      : [],
  );
  return texts.length + rows.length === 0 ? key : JSON.stringify([texts.map(({ line }) => line), rows]);
}

function keyNow(key: string, { chapter, section }: TableRows, names: ReadonlyMap<string, string>): string {
  const now = section ? undefined : names.get(chapter.key);
  return now === undefined ? key : `${now}${key.slice(chapter.key.length)}`;
}
