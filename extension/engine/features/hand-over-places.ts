import { dutyKeys } from '../kinds/engagement/leaver-places.ts';
import { standingOf, type NamedPlace } from '../kinds/people/person-places.ts';
import type { Field, Row } from '../model/document.ts';
import type { Named, View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { SectionKey } from '../model/schema.ts';
import type { IsoDate } from '../model/value.ts';
import { cellOf, keyOf } from '../resolve/names.ts';
import type { FixDraft } from '../rules/define.ts';
import { filled } from '../rules/fill.ts';
import { placeOf } from '../rules/place-of.ts';
import { nameReplacement, replacement } from '../rules/replacement.ts';
import { foldName } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';

type Person = Named & { readonly is: 'person' };

/** Who leaves, when, and who takes over. */
export interface HandOverRequest {
  readonly person: Person;
  readonly on: IsoDate;
  readonly to: Person;
}

/** What would be written at a place that may be changed: the other name, or the last day. Empty where that changes more. */
export function draftsFor(place: NamedPlace, { on, to }: HandOverRequest): readonly FixDraft[] {
  const { document, span } = place;
  switch (place.is) {
    case 'row': {
      const { until } = place.row.cells;
      if (!until) return [];
      return until.state === 'read' ? [replacement(until, until.source.span, on)] : filled(until, on);
    }
    case 'value':
      return nameReplacement(
        place.field,
        span,
        calledLike(place.reference.text, to),
        place.field.row !== undefined,
      );
    case 'header':
      return nameReplacement(
        { document, source: place.header },
        span,
        calledLike(place.header.text, to),
        true,
      );
    case 'text':
      return [];
  }
}

/** By full name where the other stands with that, else by key. */
function calledLike(text: string, { row, name }: Person): string {
  const full = row.cells.name;
  const isKey = !/\s/.test(text.trim());
  return isKey || full?.state !== 'read' ? name : full.source.text;
}

/** Why a place is not changed; undefined where it may be. */
export function whyNot(place: NamedPlace, request: HandOverRequest, view: View): Said | undefined {
  const { person, on, to } = request;
  if (place.is === 'row') {
    const { until } = place.row.cells;
    if (!until) return say('People has no column Until for the last day');
    return until.value === on ? say('Until has the day already') : undefined;
  }
  if (standingOf(place.document) === 'past') return say('it says what was');
  if (place.is === 'text') return say('a text is for a person to change');
  if (!isDuty(place))
    return say('what it says of "{{person}}" holds of nobody else', { person: quote(person.name) });
  if (to.side === undefined || to.side !== person.side)
    return say('"{{to}}" is on another side', { to: quote(to.name) });
  if (!isCalledSo(place.is === 'value' ? place.reference.text : place.header.text, person))
    return say('it names a role or says more than the name');
  if (isThere(place, request, view)) return say('"{{to}}" stands there already', { to: quote(to.name) });
  const beside = place.is === 'value' ? besideIn(place.field, to, view) : undefined;
  return beside === undefined
    ? undefined
    : say('"{{to}}" stands beside it already, in {{place}}', { to: quote(to.name), place: beside });
}

/** What somebody answers for from now on, whoever it is; not what a person knows, has done or is to do on one day. */
function isDuty(place: Extract<NamedPlace, { readonly is: 'value' | 'header' }>): boolean {
  if (place.is === 'header') return place.section.key === 'who_does_what';
  const { row, spec } = place.field;
  if (!row) return dutyKeys.some((key) => key === spec.key);
  const isOver = row.section.key === 'risks' && cellOf(row, 'status')?.value === 'closed';
  return !isOver && (dutyColumns[row.section.key]?.includes(spec.key) ?? false);
}

const dutyColumns: Readonly<Partial<Record<SectionKey, readonly string[]>>> = {
  components: ['accountable', 'backup', 'does_the_work'],
  who_decides: ['decides', 'goes_to'],
  objectives: ['owner'],
  kpis: ['owner'],
  risks: ['owner'],
  client_obligations: ['owner'],
  supplier_obligations: ['owner'],
  tools: ['owner'],
  escalation: ['contact'],
  meetings: ['chair', 'attends'],
  reports: ['from', 'to'],
};

/** Whether a text is the key or the full name, and nothing beside it. */
function isCalledSo(text: string, { row, name }: Person): boolean {
  const { name: full } = row.cells;
  const names = [name, ...(full?.state === 'read' ? [full.source.text] : [])];
  return names.some((one) => foldName(one) === foldName(text));
}

/** Whether who takes over is named there too, or the person is named twice. */
function isThere(
  place: Extract<NamedPlace, { readonly is: 'value' | 'header' }>,
  { person, to }: HandOverRequest,
  view: View,
): boolean {
  const named: readonly (Named | undefined)[] =
    place.is === 'value'
      ? namedIn(place.field, view)
      : place.section.furtherHeaders.map((header) => view.headed(header).target);
  const rows = named.flatMap((one): Row<'people'>[] => (one?.is === 'person' ? [one.row] : []));
  return rows.includes(to.row) || rows.filter((row) => row === person.row).length > 1;
}

/** Two that one person cannot both be: the other of the two, where it names who takes over. */
function besideIn(field: Field, to: Person, view: View): string | undefined {
  const pair = pairs.find((one) => one.includes(field.spec.key));
  const other = pair?.find((key) => key !== field.spec.key);
  if (other === undefined) return undefined;
  const its = field.row ? cellOf(field.row, other) : keyOf(field.document, other);
  const isNamed = namedIn(its, view).some((one) => one?.is === 'person' && one.row === to.row);
  return isNamed ? placeOf(its!).at : undefined;
}

const pairs: readonly (readonly string[])[] = [
  ['owner', 'counterpart'],
  ['accountable', 'backup'],
  ['decides', 'goes_to'],
  ['from', 'to'],
];

function namedIn(field: Field | undefined, view: View): readonly (Named | undefined)[] {
  return view.who(field).map(({ target }) => target);
}
