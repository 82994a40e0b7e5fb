import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Field, GovernedDocument, Sections } from '../../extension/engine/model/document.ts';
import type { View } from '../../extension/engine/model/engagement.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { SectionKey, SectionSpec } from '../../extension/engine/model/schema.ts';
import type { CheckRule } from '../../extension/engine/rules/define.ts';
import { nearMiss } from '../../extension/engine/values/near-miss.ts';
import { TwoEvaluators } from './two-evaluators.ts';

const root = path.join(import.meta.dirname, '../..');
const command = 'npm test -- test/engine/reads.test.ts';

/** Everything that `meta.reads` can name. */
const places: ReadonlySet<string> = new Set([
  'file/text',
  'file/tables',
  'file/links',
  'git/log',
  'git/tree',
  'codeowners/text',
  ...Object.values(catalogue.kinds).flatMap(({ key: kind, keys }) =>
    keys.flatMap(({ key }) => [`*/${key}`, `${kind}/${key}`]),
  ),
  ...Object.values(catalogue.sections).flatMap(({ kind, title, columns }) => [
    `${kind}/${title}`,
    ...columns.map((column) => `${kind}/${title}.${column.title}`),
  ]),
]);

/** A file that came, changed or, without a text, went. */
export type Change = readonly [file: string, text: string | undefined];

/** The entries of a rule or fact that name no place, as one line with what to write; undefined where all name one. */
export function wrongReads(id: string, name: string, reads: readonly string[]): string | undefined {
  const wrong = reads.filter((read) => !places.has(read));
  if (wrong.length === 0) return undefined;
  const meant = wrong.flatMap((read) => nearMiss(read, places) ?? []).filter((read) => !reads.includes(read));
  return `${sourceOf(name)}: ${id}: in \`reads\`, remove ${listed(wrong)}, which the format does not have${meant.length > 0 ? `, and add ${listed(meant)}` : ''}; then run ${command}`;
}

/** What to write into the `reads` of a rule that, after the last of these changes, answered from the past. */
export function readsToAdd(rule: CheckRule, changes: readonly Change[]): string {
  const { name, code, meta } = rule;
  const file = changes.at(-1)![0];
  const before = seenIn(rule, changes.slice(0, -1), file);
  const now = seenIn(rule, changes, file);
  const seen = [...new Set([...before.keys(), ...now.keys()])].filter((place) => !meta.reads.includes(place));
  const changed = seen.filter((place) => before.get(place) !== now.get(place));
  const isSection = (place: string): boolean => /\/[A-Z][^.]*$/.test(place);
  const guesses = [changed, seen].flatMap((its) => [
    its.filter((place) => !isSection(place)),
    its.filter(isSection),
  ]);
  const wanted = [...guesses, ['file/text']].find(
    (more) =>
      more.length > 0 && !isStale({ ...rule, meta: { ...meta, reads: [...meta.reads, ...more] } }, changes),
  );
  const mend =
    wanted === undefined
      ? 'no entry of `reads` mends it: a rule about one document may look at that and at names alone, and what names are is told by extension/engine/resolve/definitions.ts'
      : `in \`reads\`, add ${listed(wanted)}`;
  return `${sourceOf(name)}: ${code}: ${mend}; then run ${command}`;
}

function isStale(rule: CheckRule, changes: readonly Change[]): boolean {
  const two = new TwoEvaluators([rule]);
  const { remembered, fresh } = changes.map((change) => two.put(...change)).at(-1)!;
  return remembered.join('\n') !== fresh.join('\n');
}

/** What the rule looks at in this file once all has changed: each place with its text, which may be none. */
function seenIn(rule: CheckRule, changes: readonly Change[], file: string): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  let isLooking = false;
  const note = (place: string): void => {
    // Fixes are worded in the language of their document: no rule judges by it.
    if (isLooking && places.has(place) && !place.endsWith('/language')) seen.add(place);
  };
  const watched: CheckRule = {
    ...rule,
    ...(rule.engagement && {
      engagement(view, report) {
        isLooking = true;
        rule.engagement!(watchedView(view, note), report);
        isLooking = false;
      },
    }),
  };
  const two = new TwoEvaluators([watched]);
  for (const change of changes) two.put(...change);
  const document = two.document(file);
  if (!document) return new Map();
  const texts = textsIn(document);
  watch(document, note);
  // Any change has the rule asked by the evaluator that is new.
  two.put('README.md', '');
  return new Map([...seen].map((place) => [place, texts.get(place) ?? '']));
}

function watchedView(view: View, note: (place: string) => void): View {
  const noted = (key: SectionKey): void => note(placeOfSection(catalogue.sections[key]));
  return {
    ...view,
    rows(key) {
      noted(key);
      return view.rows(key);
    },
    sections(key) {
      noted(key);
      return view.sections(key);
    },
  };
}

/** Has each look at a section, a key or a cell noted. */
function watch(document: GovernedDocument, note: (place: string) => void): void {
  const { keys, kind, sections } = document;
  for (const { spec, rows } of sections.values())
    for (const row of rows)
      Object.assign(row, { cells: noting(row.cells, (key) => note(placeOfColumn(spec, key))) });
  Object.assign(document, {
    keys: noting(keys, (key) => note(`${kind}/${key}`)),
    sections: {
      has: (key) => sections.has(key),
      keys: () => sections.keys(),
      values: () => sections.values(),
      size: sections.size,
      get(key) {
        note(placeOfSection(catalogue.sections[key]));
        return sections.get(key);
      },
    } satisfies Sections,
  });
}

function noting<T extends object>(cells: T, note: (key: string) => void): T {
  return new Proxy(cells, {
    get(target, key, receiver) {
      if (typeof key === 'string') note(key);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

/** What stands in each place of a document. */
function textsIn({ kind, keys, sections }: GovernedDocument): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (place: string, text: string): void =>
    void texts.set(place, `${texts.get(place) ?? ''}\n${text}`);
  for (const [key, field] of Object.entries(keys)) if (field) add(`${kind}/${key}`, field.source.text);
  for (const { spec, rows, items, prose } of sections.values()) {
    add(placeOfSection(spec), [`${rows.length} rows`, prose, ...items.map(({ text }) => text)].join('\n'));
    for (const { cells } of rows)
      for (const [key, field] of Object.entries(cells) as [string, Field | undefined][])
        if (field) add(placeOfColumn(spec, key), field.source.text);
  }
  return texts;
}

function placeOfSection({ kind, title }: SectionSpec): string {
  return `${kind}/${title}`;
}

function placeOfColumn(spec: SectionSpec, key: string): string {
  return `${placeOfSection(spec)}.${spec.columns.find((column) => column.key === key)?.title ?? key}`;
}

/** As they are pasted. */
function listed(reads: readonly string[]): string {
  return reads.map((read) => `'${read}'`).join(', ');
}

/** The source of a rule or fact by its name. */
function sourceOf(name: string): string {
  const file = readdirSync(path.join(root, 'extension/engine'), { recursive: true, encoding: 'utf8' }).find(
    (each) => path.basename(each) === `${name}.ts` && /[\\/](?:any|rules|facts)[\\/][^\\/]+$/.test(each),
  );
  return `extension/engine/${(file ?? `${name}.ts`).replaceAll('\\', '/')}`;
}
