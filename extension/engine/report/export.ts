import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import { isPossible } from '../resolve/is-possible.ts';
import type { View } from '../model/engagement.ts';
import { placeOf } from '../rules/place-of.ts';
import { shownJson } from './shown.ts';
import type { EngagementData } from './standing.ts';

/** Assembled engagements as JSON. */
export function exportJson(engagements: readonly object[]): string {
  return shownJson({ version: 1, engagements });
}

/**
 * An engagement as data, as `schemas/engagement.json` describes it: values as they are read, names of people,
 * teams and rows as lists, further columns under `per`. What is empty or does not read is left out.
 */
export function assembled({
  folder,
  documents,
  view,
}: Pick<EngagementData, 'folder' | 'documents' | 'view'>): object {
  return { folder, documents: documents.map((document) => documentData(document, view)) };
}

function documentData(document: GovernedDocument, view: View): object {
  const { path, kind, status, title, keys, sections } = document;
  const notes = notesIn(document, view);
  return {
    path,
    kind,
    status,
    title,
    keys: valuesOf(Object.entries(keys), view),
    sections: Object.fromEntries(
      [...sections.values()].map((section) => [section.key, sectionData(section, view)]),
    ),
    ...(notes.length > 0 && { notes }),
  };
}

/** What stands behind names and says more of them, each with its place: nothing that was written is dropped. */
function notesIn({ fields }: GovernedDocument, view: View): readonly object[] {
  return fields.flatMap((field) => {
    if (field.state !== 'read' || !field.source.text.includes('(') || !namesPeople(field)) return [];
    const { at } = placeOf(field);
    return view.who(field).flatMap(({ text, target, note }) => {
      return note === undefined ? [] : [{ at, of: target?.name ?? text, note }];
    });
  });
}

function namesPeople({ spec: { type } }: Field): boolean {
  return type.is === 'who' || type.is === 'party';
}

function sectionData({ rows, items, lines, prose }: Section, view: View): object {
  return {
    ...(rows.length > 0 && { rows: rows.map((row) => rowData(row, view)) }),
    ...(items.length > 0 && { items: items.map(({ text }) => text) }),
    ...(lines.length > 0 && { lines: lines.map(({ text }) => text) }),
    ...(prose !== '' && { prose }),
  };
}

function rowData({ id, cells, further }: Row, view: View): object {
  const per = valuesOf(
    further.map(({ header, field }) => [header.text, field]),
    view,
  );
  return {
    ...(id?.state === 'read' && { id: id.source.text }),
    ...valuesOf(Object.entries(cells), view),
    ...(Object.keys(per).length > 0 && { per }),
  };
}

/** Names come from documents, so the object has none of its own: a person may be called `constructor`. */
function valuesOf(
  fields: readonly (readonly [string, Field | undefined])[],
  view: View,
): Readonly<Record<string, unknown>> {
  const read = fields.flatMap(([name, field]) => {
    const value = field?.state === 'read' ? valueOf(field, view) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(read);
}

function valueOf(field: Field, view: View): unknown {
  switch (field.spec.type.is) {
    case 'who':
      return view.who(field).map(({ text, target }) => target?.name ?? text);
    case 'names':
      return view.named(field).map(({ text }) => text);
    case 'depends':
      return dependenciesOf(field, view);
    case 'link':
      return linkText(field);
    default:
      return field.value;
  }
}

/** Undefined where more or fewer are needed than there can be: that does not read (settled 11). */
function dependenciesOf(field: Field, view: View): object | undefined {
  const dependencies = view.dependencies(field);
  if (!dependencies.every(isPossible)) return undefined;
  return dependencies.map(({ needed, of }) => ({ needed, of: of.map(({ text }) => text) }));
}

/** A link as it is written, its text where it holds none. */
function linkText({ source, value }: Field): unknown {
  const [link] = source.links ?? [];
  return link ? `[${link.text}](${link.target})` : value;
}
