import type { Engine } from '../../extension/engine/index.ts';
import type { EngagementParts, Restructured } from '../../extension/engine/editing.ts';
import { exampleFiles } from './example-files.ts';

/** The first engagement of a workspace, as moving its parts asks for it. */
export function partsOf(engine: Engine): EngagementParts {
  const { language, aliases } = engine.config;
  return { ...engine.engagements()[0]!, defaultLanguage: language, aliases };
}

/** The files after changes. */
export function filesAfter(
  files: ReadonlyMap<string, string>,
  { changes }: Restructured,
): ReadonlyMap<string, string> {
  const after = new Map(files);
  for (const change of changes)
    if (change.after === undefined) after.delete(change.path);
    else after.set(change.path, change.after);
  return after;
}

const alone = /^kind: (?:record|signoff|process|partner-evaluation|engagement)$/m;
const shared = ['status', 'owner', 'counterpart', 'valid_from', 'review_every', 'language'];

/** The files of an example whose documents all have the owner, the dates and the language of their engagement. */
export function agreeingFiles(name: string): ReadonlyMap<string, string> {
  const files = exampleFiles(name);
  const lead = files.get('engagement.md')!;
  const lines = shared.map((key) => new RegExp(`^${key}: .*\n`, 'm').exec(lead)?.[0] ?? '').join('');
  for (const [path, text] of files) {
    if (alone.test(text)) continue;
    const bare = text.replace(new RegExp(`^(?:${shared.join('|')}): .*\n`, 'gm'), '');
    files.set(
      path,
      bare.replace(/^kind: .*\n/m, (kind) => kind + lines),
    );
  }
  return files;
}

/** Rows, list items and texts of all sections that are read, by section, in no order. */
export function rowsIn(engine: Engine): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const { documents } of engine.engagements())
    for (const { sections } of documents)
      for (const { key, rows, items, prose } of sections.values())
        (found[key] ??= []).push(
          ...rows.map(({ cells, further, id, formerly }) =>
            JSON.stringify([
              Object.entries(cells).map(([column, field]) => [column, field?.source.text, field?.value]),
              further.map(({ header, field }) => [header.text, field.source.text]),
              [id?.source.text, formerly?.source.text],
            ]),
          ),
          ...items.map(({ text }) => text),
          ...(prose === '' ? [] : [prose]),
        );
  for (const rows of Object.values(found)) rows.sort();
  return found;
}

/** Findings and facts, but for paths, places and what speaks of sign-offs or of a document as such; sorted. */
export async function saidIn(engine: Engine, paths: readonly string[]): Promise<readonly string[]> {
  const beside = /^(?:SGN00[134]|DOC022|next-review|questions-left|signoff-state)$/;
  const bare = (text: string): string => paths.reduce((left, path) => left.replaceAll(path, '*'), text);
  const facts = await engine.facts({ asOf: '2026-11-23' });
  return [
    ...engine
      .check()
      .findings.filter(({ code }) => !beside.test(code))
      .map(({ code, severity, message, path }) => bare(JSON.stringify([code, severity, message, path]))),
    ...facts
      .filter(({ name }) => !beside.test(name))
      .map(({ name, value, unit, how, path }) => bare(JSON.stringify([name, value, unit, how, path]))),
  ].sort();
}

/** The lines of all bodies that are no headings and not empty, without the targets of links; in no order. */
export function linesIn(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.values()]
    .flatMap((text) => text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '').split(/\r\n|\r|\n/))
    .map((line) => line.trimEnd().replace(/\]\([^)]*\)/g, ']()'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .sort();
}
