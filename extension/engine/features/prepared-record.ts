import { addDays } from '../calendar/plain-date.ts';
import { folderOf } from '../model/file-paths.ts';
import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DueItem } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate, Period } from '../model/value.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { heldOf } from '../kinds/record/series.ts';
import { changeLog } from '../report/change-log.ts';
import { createValueReader } from '../values/read-value.ts';
import { joined } from '../values/say.ts';
import { wordIn, wordMeant, wordTitle } from '../values/words-in.ts';
import { actionsCarried, resultsDue, waitsCarried } from './carried-rows.ts';
import { changedSince } from './changed-since.ts';
import { expectedRecord, type ExpectedRecord } from './expected-record.ts';
import { agesOf, changesOf, commitsOf, datesOf, type RecordNotes } from './record-notes.ts';
import { monthSaid, periodOfRecord, periodSaid, periodWritten } from './record-period.ts';
import { fileNameOf } from './scaffold.ts';
import type { StartingRows } from './starting-rows.ts';

/** What the next record of a meeting begins with. */
export interface RecordQuery {
  /** As it is named under Meetings. */
  readonly meeting: string;
  readonly asOf: IsoDate;
  /** Of the record. */
  readonly language: Language;
  /** Front matter that has been read; it stands instead of what would be written. */
  readonly values: ReadonlyMap<string, string>;
}

/** A record that is not written yet, as plain data; `recordText` makes its text. */
export interface PreparedRecord {
  readonly is: 'prepared';
  /** Relative to the root. */
  readonly path: string;
  readonly language: Language;
  readonly held: IsoDate;
  readonly values: ReadonlyMap<string, string>;
  /** Further values, to be said in the language of the record. */
  readonly said: ReadonlyMap<string, Said>;
  readonly rows: StartingRows;
  /** What the chair may want to know, which no section has a place for. */
  readonly notes: readonly RecordNotes[];
}

/** A record, or why there is none to begin. */
export type Preparation =
  | PreparedRecord
  | Exclude<ExpectedRecord, { readonly is: 'expected' }>
  | { readonly is: 'unknown'; readonly meetings: readonly string[] }
  /** The meeting leaves no record, and no type is given. */
  | { readonly is: 'noType' };

/** How far ahead the dates go that a chair is told. */
export const daysAhead = 90;

/** What is due within `daysAhead` of a day, for that day. */
export type DueAsOf = (day: IsoDate) => Promise<readonly DueItem[]>;

/** The next record of a meeting. `view` holds the active documents. */
export async function preparedRecord(query: RecordQuery, view: View, dueAsOf: DueAsOf): Promise<Preparation> {
  const meetings = view.rows('meetings');
  const meeting = view.find('meetings', query.meeting);
  if (!meeting) return { is: 'unknown', meetings: meetings.flatMap((row) => nameOf(row) || []) };
  const { values } = query;
  const type = typeAsked(query, meeting);
  if (type === undefined) return { is: 'noType' };
  const expected = expectedRecord(meeting, view, query.asOf, values.get('held'));
  if (expected.is !== 'expected') return expected;
  const { held, before } = expected;
  const period = periodGiven(values) ?? periodOfRecord(meeting, held, before);
  const actions = actionsCarried(before, view);
  const results =
    period && mayHoldResults.has(type) ? resultsDue(period, type === 'strategic-review', view) : [];
  const all = new Map([
    ['type', wordIn(query.language, 'type_of_record', type)],
    ['held', held],
    ['meeting', nameOf(meeting)],
    ['chair', meeting.cells.chair?.source.text ?? ''],
    ['attended', attendees(meeting, held, view)],
    ...(type === 'knowledge-session' ? ([['topic', topicPlanned(held, view)]] as const) : []),
    ...values,
  ]);
  return {
    is: 'prepared',
    path: pathOf(all, before, view),
    language: query.language,
    held,
    values: all,
    said: saidValues(type, { held, period, before }, meeting, query.language),
    rows: {
      taken: new Map(),
      offered: new Map([
        ['results', results],
        ['actions', actions.map(({ row }) => row)],
        ['waiting_for', waitsCarried(before, view)],
      ]),
    },
    notes: [
      agesOf(actions, held),
      ...changes(before, held, view),
      ...(type === 'strategic-review' ? changedDocuments(before, view) : []),
      datesOf(others(await dueAsOf(held), before)),
    ].filter(({ lines }) => lines.length > 0),
  };
}

function typeAsked({ values }: RecordQuery, meeting: Row<'meetings'> | undefined): string | undefined {
  return wordMeant('type_of_record', values.get('type') ?? '') ?? meeting?.cells.record?.value;
}

/** Whether it is a review of everything: then the history says what has changed since the last one. */
export function isReviewAsked(query: RecordQuery, view: View): boolean {
  return typeAsked(query, view.find('meetings', query.meeting)) === 'strategic-review';
}

const mayHoldResults: ReadonlySet<string> = new Set(['service-review', 'strategic-review', 'closure']);

function nameOf({ cells }: Row<'meetings'>): string {
  return cells.meeting?.source.text ?? '';
}

function periodGiven(values: ReadonlyMap<string, string>): Period | undefined {
  const text = values.get('period') ?? '';
  if (text === '') return undefined;
  const { type } = catalogue.kinds.record.keys.find(({ key }) => key === 'period')!;
  const source = { text, span: { start: 0, end: text.length } };
  return createValueReader(catalogue).read(type, source).value as Period | undefined;
}

/** The topic of the session that is planned for a day; empty where there is none. */
function topicPlanned(day: IsoDate, view: View): string {
  const session = view.rows('sessions').find(({ cells }) => view.dayOf(cells.planned) === day);
  return session?.cells.topic?.source.text ?? '';
}

/** Who attends, without people who have left by then. */
function attendees({ cells }: Row<'meetings'>, held: IsoDate, view: View): string {
  return view
    .who(cells.attends)
    .filter(({ target }) => {
      const until = target?.is === 'person' ? target.row.cells.until?.value : undefined;
      return until === undefined || until >= held;
    })
    .map(({ text }) => text)
    .join(', ');
}

/** Beside the record before it, else where the engagement keeps its newest one, else in its folder. */
function pathOf(
  values: ReadonlyMap<string, string>,
  before: readonly GovernedDocument[],
  view: View,
): string {
  const beside = before.at(-1) ?? view.documentsOf('record').at(-1);
  const folder = beside ? folderOf(beside.path) : view.folder;
  const name = fileNameOf('record', values);
  return folder === '' ? name : `${folder}/${name}`;
}

interface Held {
  readonly held: IsoDate;
  readonly period: Period | undefined;
  readonly before: readonly GovernedDocument[];
}

/** Title and period; a title is called as that of the record before it, up to the comma. */
function saidValues(
  type: string,
  { held, period, before }: Held,
  { cells }: Row<'meetings'>,
  language: Language,
): ReadonlyMap<string, Said> {
  const [, called] = /^(.+), [^,]+$/.exec(before.at(-1)?.title ?? '') ?? [];
  const word = wordTitle(language, 'type_of_record', type);
  const name = called ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const unit = cells.every?.value?.unit;
  const isRare = unit === 'month' || unit === 'quarter' || unit === 'year';
  const when = period ? periodSaid(period) : isRare ? monthSaid(held) : held;
  return new Map([
    ['title', joined([name, when], ', ')],
    ...(period ? ([['period', periodWritten(period, before)]] as const) : []),
  ]);
}

function changes(before: readonly GovernedDocument[], held: IsoDate, view: View): readonly RecordNotes[] {
  const last = before.at(-1);
  if (!last) return [];
  const day = heldOf(last)!;
  return [changesOf(day, changedSince(day, held, new Set(before), view))];
}

/** What commits made of documents since the last one was held, where the history is known. */
function changedDocuments(before: readonly GovernedDocument[], view: View): readonly RecordNotes[] {
  const last = before.at(-1);
  if (!last) return [];
  const log = changeLog(
    { folder: view.folder, title: '' },
    view,
    { is: 'day', day: addDays(heldOf(last)!, 1) },
    (path) => before.every((record) => record.path !== path),
  );
  return 'why' in log ? [] : [commitsOf(log.entries)];
}

/** What is due without what the rows of the record say already. */
function others(items: readonly DueItem[], before: readonly GovernedDocument[]): readonly DueItem[] {
  const ours = new Set(before.map(({ path }) => path));
  return items.filter(({ code, path }) => code !== 'REC004' && !(code.startsWith('REC') && ours.has(path)));
}
