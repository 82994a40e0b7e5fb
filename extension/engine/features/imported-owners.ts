import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { fileName, folderOf } from '../model/file-paths.ts';
import type { Language } from '../model/language.ts';
import type { OwnersPlatform, Word } from '../parse/owner-rules.ts';
import { platformOf } from '../parse/read-codeowners.ts';
import { codeownersPlaces } from '../resolve/codeowners-file.ts';
import { languageOf } from '../resolve/document-language.ts';
import { globsHere } from '../resolve/path-globs.ts';
import { addRows } from '../rules/insert-rows.ts';
import { asCellText } from '../rules/replacement.ts';
import { foldName } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { inLanguage } from '../values/wording.ts';
import {
  ownedInCodeowners,
  ownedInFolder,
  type OwnedGlobs,
  type OwnersNote,
} from './components-of-owners.ts';
import type { ReadText } from './results-table.ts';
import { inheritedValues } from './inherited-values.ts';
import { scaffold } from './scaffold.ts';
import type { StartingRows } from './starting-rows.ts';
import { withEdits } from './write-cells.ts';

export type OwnersDialect = OwnersPlatform | 'kubernetes';

/** A file of owners that somebody wants to have in Components. */
export interface GivenOwners {
  readonly text: string;
  /** From the root of the repository. */
  readonly path: string;
  /** Undefined: as its name and its text say. */
  readonly dialect: OwnersDialect | undefined;
}

/** A file of owners, by its path in the workspace, and the map that its rows go to. */
export interface OwnersQuery extends GivenOwners {
  readonly map: { readonly is: 'there' | 'new'; readonly path: string };
  /** Of a new map. */
  readonly language: Language;
}

export interface ImportedComponent {
  readonly name: string;
  readonly globs: readonly string[];
  /** Keys of people; none where nobody of them is known. */
  readonly people: readonly string[];
}

/** What becomes of the ownership map. */
export interface OwnersImport {
  readonly components: readonly ImportedComponent[];
  /** What is not taken over, by line. */
  readonly notes: readonly OwnersNote[];
  /** The whole text of the map afterwards; undefined where its table has no place for the rows. */
  readonly text: string | undefined;
}

/** Where the rows go: an ownership map that is there, or one that is begun in a language. */
export type OwnersTarget =
  | { readonly is: 'map'; readonly document: GovernedDocument }
  | {
      readonly is: 'new';
      readonly path: string;
      readonly language: Language;
      readonly taken: StartingRows['taken'];
    };

/** Rows of Components for the files that have owners and stand in none yet; what the map says already stays. `view` holds drafts too. */
export function importedOwners(
  given: GivenOwners,
  target: OwnersTarget,
  view: View,
  read: ReadText,
): OwnersImport {
  const { text, path } = given;
  const dialect = given.dialect ?? (fileName(path) === 'OWNERS' ? 'kubernetes' : platformOf(path, text));
  const its =
    dialect === 'kubernetes' ? ownedInFolder(text, folderOf(path)) : ownedInCodeowners(text, dialect);
  const { owned, notes } = withoutKnown(its.owned, view);
  const known = peopleByOwner(view);
  const components = named(owned, view).map(({ line, name, globs, owners }) => ({
    line,
    name,
    globs,
    people: [...new Set(owners.flatMap((owner) => known.get(keyOf(owner.text)) ?? []))],
  }));
  const done = readable(components, (some) => written(some, given, target, view), target, read);
  return {
    components: done.components,
    notes: [...its.notes, ...notes, ...unknownOwners(owned, known), ...done.lost.map(unreadSaid)].sort(
      (a, b) => a.line - b.line,
    ),
    text: done.text,
  };
}

type Planned = ImportedComponent & Pick<OwnedGlobs, 'line'>;

/**
 * Rows that are read as they are written: what a path is called may be a word that says something else, such as "?", and with
 * a slash before it it is a path again. Paths that would be such a word are lost.
 */
function readable(
  components: readonly Planned[],
  write: (components: readonly Planned[]) => string | undefined,
  target: OwnersTarget,
  read: ReadText,
): Pick<OwnersImport, 'text'> & Readonly<Record<'components' | 'lost', readonly Planned[]>> {
  const unread = (some: readonly Planned[]): readonly Planned[] => {
    const text = some.length === 0 ? undefined : write(some);
    return text === undefined ? [] : unreadIn(some, text, target, read);
  };
  const misread = unread(components);
  const renamed = components.map((one) => (misread.includes(one) ? { ...one, name: `/${one.name}` } : one));
  const lost = unread(renamed);
  const left = renamed.filter((one) => !lost.includes(one));
  return { components: left, lost, text: left.length === 0 ? undefined : write(left) };
}

function unreadSaid({ line, globs }: Planned): OwnersNote {
  return {
    line,
    said: say('Paths cannot say "{{pattern}}": it is not taken over.', { pattern: quote(globs.join(', ')) }),
  };
}

/** Those whose rows a text does not say. */
function unreadIn(
  components: readonly Planned[],
  text: string,
  target: OwnersTarget,
  read: ReadText,
): readonly Planned[] {
  const path = target.is === 'map' ? target.document.path : target.path;
  const rows: readonly Row<'components'>[] = read(path, text)?.sections.get('components')?.rows ?? [];
  const said = new Set(
    rows.map(({ cells }) => JSON.stringify([cells.component?.source.text, globsHere(cells.paths?.value)])),
  );
  return components.filter(({ name, globs }) => !said.has(JSON.stringify([name, globs])));
}
/** Globs that Components have already stay as they are there. */
function withoutKnown(
  owned: readonly OwnedGlobs[],
  view: View,
): { readonly owned: readonly OwnedGlobs[]; readonly notes: readonly OwnersNote[] } {
  const known = new Map(
    view
      .rows('components')
      .flatMap(({ cells: { paths, component } }) =>
        globsHere(paths?.value).map((glob) => [withoutEnd(glob), component?.source.text ?? ''] as const),
      ),
  );
  const notes = owned.flatMap(({ line, globs }) =>
    globs.flatMap((glob) => {
      const component = known.get(withoutEnd(glob));
      return component === undefined
        ? []
        : {
            line,
            said: say('"{{glob}}" stands under "{{component}}" already, which stays as it is.', {
              glob: quote(glob),
              component: quote(component),
            }),
          };
    }),
  );
  const left = owned.flatMap((one) => {
    const globs = one.globs.filter((glob) => !known.has(withoutEnd(glob)));
    return globs.length === 0 ? [] : [{ ...one, globs }];
  });
  return { owned: left, notes };
}

/** A folder may be written as `a`, `a/` and `a/**`. */
function withoutEnd(glob: string): string {
  return glob.replace(/(?<=.)(?:\/\*{0,2})+$/, '');
}

/** By the section, else by the path; no two and none that is there already are called the same. */
function named(
  owned: readonly OwnedGlobs[],
  view: View,
): readonly (OwnedGlobs & { readonly name: string })[] {
  const taken = new Set(
    view.rows('components').map(({ cells }) => foldName(cells.component?.source.text ?? '')),
  );
  return owned.map((one) => {
    const path = pathName(one.globs[0]!);
    const section = one.section.trim();
    const first = section === '' || taken.has(foldName(section)) ? path : section;
    let name = first;
    for (let i = 2; taken.has(foldName(name)); i++) name = `${first} ${i}`;
    taken.add(foldName(name));
    return { ...one, name };
  });
}

function pathName(glob: string): string {
  return glob === '**' ? '/' : glob.replace(/^\*\*\//, '').replace(/\/\*\*$/, '');
}

/** Keys of people by their handle and their address, as platforms compare them. */
function peopleByOwner(view: View): ReadonlyMap<string, string> {
  const people = view.rows('people').flatMap(({ cells: { person, handle, e_mail } }) =>
    [handle, e_mail].flatMap((field) => {
      const text = field?.state === 'read' ? keyOf(field.source.text.trim()) : '';
      return person?.state === 'read' && text !== '' ? [[text, person.source.text] as const] : [];
    }),
  );
  // The first row of a name has it.
  return new Map(people.reverse());
}

function keyOf(owner: string): string {
  return owner.replace(/^@/, '').toLowerCase();
}

/** Each once. */
function unknownOwners(
  owned: readonly OwnedGlobs[],
  known: ReadonlyMap<string, string>,
): readonly OwnersNote[] {
  const unknown = new Map<string, Word>();
  for (const { owners } of owned)
    for (const owner of owners) {
      const key = keyOf(owner.text);
      if (!known.has(key) && !unknown.has(key)) unknown.set(key, owner);
    }
  return [...unknown.values()].map(({ text, at }) => ({
    line: at.line,
    said: say('Nobody under People has the Handle or E-mail "{{owner}}".', { owner: quote(text) }),
  }));
}

function written(
  components: readonly ImportedComponent[],
  { path }: GivenOwners,
  target: OwnersTarget,
  view: View,
): string | undefined {
  const rows = components.map(({ name, globs, people: [accountable = '', ...backup] }) => ({
    component: name,
    accountable,
    backup: backup.join(', '),
    paths: globs.map((glob) => `\`${glob}\``).join(', '),
  }));
  if (target.is === 'map') {
    const fix = addRows(say('Add the rows'), target.document, 'components', rows);
    const language = languageOf(target.document, view);
    return (
      fix &&
      withEdits(
        target.document.text,
        fix.edits.map(({ span, text }) => ({ span, text: inLanguage(text, language) })),
      )
    );
  }
  const isRead = Object.values(codeownersPlaces).flat().includes(path);
  const values = new Map([
    ...inheritedValues('ownership-map', view.lead),
    ...(isRead ? [['codeowners', path] as const] : []),
  ]);
  const offered = rows.map(({ paths, ...row }) => ({
    ...Object.fromEntries(Object.entries(row).map(([key, text]) => [key, asCellText(text)])),
    paths,
  }));
  return scaffold('ownership-map', target.language, values, {
    taken: target.taken,
    offered: new Map([['components', offered]]),
  });
}
