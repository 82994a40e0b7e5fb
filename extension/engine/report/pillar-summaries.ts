import { addDays, addMonths, daysBetween } from '../calendar/plain-date.ts';
import { occurrenceIn, type Occurrence } from '../calendar/recurrence.ts';
import { isClosed } from '../kinds/engagement/closed-periods.ts';
import { meetingOccurrences } from '../kinds/engagement/meeting-occurrences.ts';
import { zonesOf } from '../kinds/engagement/zones-of.ts';
import { acceptedOf, type Knowledge } from '../kinds/kt-plan/knowledge.ts';
import type { GovernedDocument, Row, Section } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { PillarKey } from '../model/schema.ts';
import type { Said } from '../model/said.ts';
import { rangeOf, type Range } from '../model/text.ts';
import type { IsoDate } from '../model/value.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { nameOfRow } from '../resolve/names.ts';
import { risksAboveAppetite } from '../resolve/risks.ts';
import { verdictsIn, type JudgedRow } from '../resolve/verdicts.ts';
import { workDaysOf } from '../resolve/work-days.ts';
import { placeOf } from '../rules/place-of.ts';
import { compareText } from '../values/compare-text.ts';
import { quote } from '../values/quote.ts';
import { joined, say, times } from '../values/say.ts';
import { countFigure } from '../values/length-said.ts';

/** What the documents of a pillar come to, in a sentence. */
export interface PillarSummary {
  readonly said: Said;
  /** Whether somebody should look at it. */
  readonly isWorry: boolean;
  /** Where it follows from. */
  readonly path: string;
  readonly range: Range;
}

/** Of each pillar what its documents come to as of a day, the worst first; nothing of a pillar of which nothing can be said. */
export function pillarSummaries(
  view: View,
  knowledge: readonly Knowledge[],
  asOf: IsoDate,
): ReadonlyMap<PillarKey, readonly PillarSummary[]> {
  const verdicts = verdictsIn(view);
  const of: Readonly<Record<PillarKey, readonly PillarSummary[]>> = {
    alignment: [...kpisIn(view, verdicts), ...milestonesIn(view, asOf)],
    communication: nextMeeting(view, asOf),
    accountability: resultsMet(verdicts),
    talent: knowledge.map(topicsAccepted),
    integration: rehearsalsIn(view, asOf),
    'risk and exit': risksIn(view),
  };
  return new Map(
    (Object.keys(of) as PillarKey[]).map((key) => [
      key,
      [...of[key]].sort((a, b) => Number(b.isWorry) - Number(a.isWorry)),
    ]),
  );
}

function kpisIn(view: View, verdicts: readonly JudgedRow[]): readonly PillarSummary[] {
  const kpis = view.rows('kpis');
  const [section] = view.sections('kpis');
  if (!section || kpis.length === 0) return [];
  const last = new Map<unknown, string>();
  for (const { judged } of verdicts) if (judged.of.is === 'kpi') last.set(judged.of.row, judged.verdict);
  const countOf = (verdict: string | undefined): number =>
    kpis.filter((row) => last.get(row) === verdict).length;
  const missed = countOf('not met');
  const states: readonly (readonly [count: number, said: Said])[] = [
    [missed, say('{{n}} missed', { n: countFigure(missed) })],
    [countOf('on the way'), say('{{n}} on the way', { n: countFigure(countOf('on the way')) })],
    [countOf('met'), say('{{n}} met', { n: countFigure(countOf('met')) })],
    [countOf(undefined), say('{{n}} without a result', { n: countFigure(countOf(undefined)) })],
  ];
  const said = say('{{all}} {{all|key figure|key figures}}: {{states}}', {
    all: countFigure(kpis.length),
    states: joined(
      states.filter(([count]) => count > 0).map(([, one]) => one),
      ', ',
    ),
  });
  return [at(section, said, missed > 0)];
}

function milestonesIn(view: View, asOf: IsoDate): readonly PillarSummary[] {
  const open = view
    .rows('milestones')
    .flatMap((row) => {
      const { due, done, status } = row.cells;
      const day = view.dayOf(due);
      const isOver = isFilled(done) || status?.value === 'delivered';
      return day === undefined || isOver ? [] : [{ row, day }];
    })
    .sort((a, b) => compareText(a.day, b.day));
  const next = open[0];
  if (!next) return [];
  const days = daysBetween(asOf, next.day);
  const data = {
    milestone: quote(nameOfRow(next.row) ?? ''),
    day: next.day,
    n: countFigure(Math.abs(days)),
  };
  return [
    at(
      next.row,
      days < 0
        ? say('milestone "{{milestone}}" was due on {{day}}, {{n}} {{n|day|days}} ago', data)
        : say('next milestone "{{milestone}}" on {{day}}, in {{n}} {{n|day|days}}', data),
      days < 0,
    ),
  ];
}

/** The first that is held on or after the day, with the time that it is for each of those who attend. */
function nextMeeting(view: View, asOf: IsoDate): readonly PillarSummary[] {
  const work = workDaysOf(view);
  const to = addDays(addMonths(asOf, 12), -1);
  const next = view
    .rows('meetings')
    .flatMap((row) => {
      const held = meetingOccurrences(row, view, { from: asOf, to }, work).find(
        ({ date }) => !isClosed(date, view),
      );
      return held ? [{ row, held }] : [];
    })
    .sort((a, b) => compareText(whenOf(a.held), whenOf(b.held)))[0];
  if (!next) return [];
  const { row, held } = next;
  const meeting = quote(nameOfRow(row) ?? '');
  const said = joined(
    [
      say('next meeting "{{meeting}}" on {{day}}', { meeting, day: held.date }),
      ...localTimes(held, row, view),
    ],
    ', ',
  );
  return [at(row, said, false)];
}

function whenOf({ date, from }: Occurrence): string {
  return `${date} ${from ?? ''}`;
}

function localTimes(held: Occurrence, row: Row<'meetings'>, view: View): readonly Said[] {
  const { from } = held;
  if (from === undefined) return [];
  const others = zonesOf(row, view).filter(({ zone }) => zone !== held.zone);
  const here = say('{{time}} in {{zone}}', { time: times(from), zone: held.zone });
  return [
    here,
    ...others.flatMap(({ zone }) => {
      const there = occurrenceIn(held, zone)?.from;
      return there ? [say('{{time}} in {{zone}}', { time: times(there.time), zone })] : [];
    }),
  ];
}

/** Of the newest period of which results of service levels are known. */
function resultsMet(verdicts: readonly JudgedRow[]): readonly PillarSummary[] {
  const levels = verdicts.filter(({ judged }) => judged.of.is === 'level');
  const newest = levels.at(-1);
  if (!newest) return [];
  const its = levels.filter(({ row }) => row.section === newest.row.section);
  const met = its.filter(({ judged }) => judged.verdict === 'met').length;
  const period = newest.row.section.document.keys.period?.source.text ?? newest.day;
  return [
    at(
      newest.row.section,
      say('{{met}} of {{all}} {{all|result|results}} met in {{period}}', {
        met: countFigure(met),
        all: countFigure(its.length),
        period,
      }),
      met < its.length,
    ),
  ];
}

function topicsAccepted(knowledge: Knowledge): PillarSummary {
  const { topics, path, range } = knowledge;
  const late = topics.filter((topic) => topic.late !== undefined).length;
  const accepted = say('{{n}} of {{all}} {{all|topic|topics}} accepted', {
    n: countFigure(acceptedOf(knowledge)),
    all: countFigure(topics.length),
  });
  const said =
    late === 0
      ? accepted
      : joined([accepted, say('{{n}} not over before the handover ends', { n: countFigure(late) })], ', ');
  return { said, isWorry: late > 0, path, range };
}

/** How many runbooks somebody has rehearsed in the last twelve months. */
function rehearsalsIn(view: View, asOf: IsoDate): readonly PillarSummary[] {
  const runbooks = view.documentsOf('process').filter(({ keys }) => keys.type?.value === 'runbook');
  const [first] = runbooks;
  if (!first) return [];
  const since = addDays(addMonths(asOf, -12), 1);
  const rehearsed = runbooks.filter(({ sections }) =>
    (sections.get('rehearsals')?.rows ?? []).some(({ cells: { date } }) => {
      const day = view.dayOf(date);
      return day !== undefined && since <= day && day <= asOf;
    }),
  );
  const missed = runbooks.find((one) => !rehearsed.includes(one));
  return [
    atTitle(
      missed ?? first,
      say('{{n}} of {{all}} {{all|runbook|runbooks}} rehearsed in twelve months', {
        n: countFigure(rehearsed.length),
        all: countFigure(runbooks.length),
      }),
      missed !== undefined,
    ),
  ];
}

function risksIn(view: View): readonly PillarSummary[] {
  return view.sections('risks').flatMap((section) => {
    const open = section.rows.filter(({ cells }) => cells.status?.value !== 'closed').length;
    if (open === 0) return [];
    const above = risksAboveAppetite(section.document).length;
    const risks = say('{{n}} open {{n|risk|risks}}', { n: countFigure(open) });
    const said =
      above === 0 ? risks : joined([risks, say('{{n}} above the appetite', { n: countFigure(above) })], ', ');
    return [at(section, said, above > 0)];
  });
}

function at(where: Section | Row, said: Said, isWorry: boolean): PillarSummary {
  const { document, span } = placeOf(where);
  return { said, isWorry, path: document.path, range: rangeOf(document.lineStarts, span) };
}

function atTitle(document: GovernedDocument, said: Said, isWorry: boolean): PillarSummary {
  return { said, isWorry, path: document.path, range: rangeOf(document.lineStarts, document.titleSpan) };
}
