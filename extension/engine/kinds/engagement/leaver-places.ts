import { isFilled } from '../../resolve/is-filled.ts';
import { cellOf, keyOf, nameOfRow } from '../../resolve/names.ts';
import type { Field, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { SectionKey } from '../../model/schema.ts';
import type { IsoDate } from '../../model/value.ts';
import { quote } from '../../values/quote.ts';
import { lettersOf, type RaciLetter } from '../ownership-map/raci.ts';
import { openActions } from '../record/open-rows.ts';
import { say } from '../../values/say.ts';
import type { Said } from '../../model/said.ts';

/** A place of an active document that names one person only. */
export interface LeaverPlace {
  readonly field: Field;
  /** What the person is there: `Accountable of "Ledger"`, `exit_manager_client`. */
  readonly what: Said;
  /** Only components can have one. */
  readonly hasBackup: boolean;
}

/**
 * The places where a person who leaves on `until` is the only name (rules.md ENG020): those without a
 * backup first, then by path and place.
 */
export function leaverPlaces(person: Row<'people'>, until: IsoDate, view: View): readonly LeaverPlace[] {
  return placesOf(person, until, view, true);
}

/** Those of the same places that name the person at all, beside others or alone (rules.md DOC015). */
export function placesNaming(person: Row<'people'>, until: IsoDate, view: View): readonly LeaverPlace[] {
  return placesOf(person, until, view, false);
}

function placesOf(
  person: Row<'people'>,
  until: IsoDate,
  view: View,
  onlyAlone: boolean,
): readonly LeaverPlace[] {
  const isOnly = (field: Field | undefined): field is Field =>
    onlyAlone ? isOnlyName(field, person, view) : isAmongNames(field, person, view);
  const places: LeaverPlace[] = [];
  for (const document of view.documents) {
    for (const key of dutyKeys) {
      const field = keyOf(document, key);
      if (isOnly(field)) places.push({ field, what: say('{{key}}', { key }), hasBackup: false });
    }
  }
  for (const [section, column, whatOf] of columns) {
    for (const row of view.rows(section)) {
      const field = cellOf(row, column);
      const isOver = section === 'risks' && cellOf(row, 'status')?.value === 'closed';
      if (isOnly(field) && !isOver)
        places.push({ field, what: whatOf(nameIn(row)), hasBackup: hasBackup(row, person, view) });
    }
  }
  for (const row of view.rows('who_does_what')) {
    const letters = lettersOf(row);
    const the = (letter: 'A' | 'R'): readonly RaciLetter[] => {
      const its = lettersLike(letters, letter);
      return onlyAlone && its.length > 1 ? [] : its;
    };
    for (const one of new Set([...the('A'), ...the('R')])) {
      const named = view.headed(one.header).target;
      if (named?.is !== 'person' || named.row !== person) continue;
      const what = say('{{letter}} of "{{name}}"', { letter: one.letter, name: nameIn(row) });
      places.push({ field: one.field, what, hasBackup: false });
    }
  }
  for (const { rows } of openActions(view)) {
    const cells = rows.at(-1)?.cells;
    const due = view.dayOf(cells?.due);
    const owner = cells?.owner;
    if (due !== undefined && due > until && isOnly(owner)) {
      places.push({ field: owner, what: ownerOf(nameIn(owner.row)), hasBackup: false });
    }
  }
  return places.filter(({ field }) => field.document.status === 'active').sort(compare);
}

/** Keys of front matter that name who answers for something. */
export const dutyKeys = [
  'owner',
  'counterpart',
  'sponsor_client',
  'sponsor_supplier',
  'exit_manager_client',
  'exit_manager_supplier',
] as const;

type What = (name: string) => Said;

const ownerOf: What = (name) => say('Owner of "{{name}}"', { name });

const columns: readonly (readonly [SectionKey, column: string, What])[] = [
  ['components', 'accountable', (name) => say('Accountable of "{{name}}"', { name })],
  ['components', 'does_the_work', (name) => say('Does the work of "{{name}}"', { name })],
  ['who_decides', 'decides', (name) => say('Decides of "{{name}}"', { name })],
  ['objectives', 'owner', ownerOf],
  ['kpis', 'owner', ownerOf],
  ['risks', 'owner', ownerOf],
  ['escalation', 'contact', (name) => say('Contact of "{{name}}"', { name })],
  ['meetings', 'chair', (name) => say('Chair of "{{name}}"', { name })],
];

function isOnlyName(field: Field | undefined, person: Row<'people'>, view: View): boolean {
  const names = view.who(field);
  const target = names[0]?.target;
  return names.length === 1 && target?.is === 'person' && target.row === person;
}

function isAmongNames(field: Field | undefined, person: Row<'people'>, view: View): boolean {
  return view.who(field).some(({ target }) => target?.is === 'person' && target.row === person);
}

/** Where a row has a letter; R/A is both. */
function lettersLike(letters: readonly RaciLetter[], letter: 'A' | 'R'): readonly RaciLetter[] {
  return letters.filter((one) => one.letter === letter || one.letter === 'R/A');
}

/** Whether a component has a backup besides the person. A misspelt one is one too (rules.md 1.3.4). */
function hasBackup(row: Row, person: Row<'people'>, view: View): boolean {
  const backup = cellOf(row, 'backup');
  return row.section.key === 'components' && isFilled(backup) && !isOnlyName(backup, person, view);
}

function nameIn(row: Row | undefined): string {
  return quote((row && nameOfRow(row)) ?? '');
}

function compare(a: LeaverPlace, b: LeaverPlace): number {
  if (a.hasBackup !== b.hasBackup) return a.hasBackup ? 1 : -1;
  const [from, to] = [a.field.document.path, b.field.document.path];
  if (from !== to) return from < to ? -1 : 1;
  return a.field.source.span.start - b.field.source.span.start;
}
