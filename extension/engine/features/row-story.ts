import { occurrenceIn, type Occurrence } from '../calendar/recurrence.ts';
import { meetingOccurrences } from '../kinds/engagement/meeting-occurrences.ts';
import { zonesOf } from '../kinds/engagement/zones-of.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import { appetiteOf, placeIn, scaleOf } from '../resolve/scales.ts';
import { spanOf } from '../resolve/span.ts';
import { verdictsIn } from '../resolve/verdicts.ts';
import { quote } from '../values/quote.ts';
import { joined, say, times, words } from '../values/say.ts';

/** What a row is beside what stands in it: a meeting over a year, a key figure through its results, a risk in its matrix. */
export interface RowStory {
  readonly title: Said;
  readonly lines: readonly Said[];
  /** Each character of the lines has its place. */
  readonly isDrawn?: true;
}

/** Lines that are shown; of more the newest. */
const linesAtMost = 12;

/** Undefined where there is nothing to tell. */
export function rowStory(row: Row, view: View): RowStory | undefined {
  switch (row.section.key) {
    case 'meetings':
      return yearOf(row as unknown as Row<'meetings'>, view);
    case 'kpis':
      return verdictsOf(row, view);
    case 'risks':
      return matrixOf(row as unknown as Row<'risks'>);
    default:
      return undefined;
  }
}

/** When a meeting is for each zone of those who attend, a line for each stretch of the year without a change of clocks. */
function yearOf(meeting: Row<'meetings'>, view: View): RowStory | undefined {
  const span = spanOf(meeting.section.document, view);
  const held = span ? meetingOccurrences(meeting, view, span) : [];
  const [first] = held;
  if (!span || first?.from === undefined) return undefined;
  const others = zonesOf(meeting, view)
    .map(({ zone }) => zone)
    .filter((zone) => zone !== first.zone);
  if (others.length === 0) return undefined;
  const stretches: {
    readonly from: string;
    to: string;
    readonly at: readonly (readonly [string, string])[];
  }[] = [];
  for (const one of held) {
    const at = [first.zone, ...others].map((zone) => [timeIn(one, zone), zone] as const);
    const last = stretches.at(-1);
    if (last && last.at.every(([time], i) => time === at[i]![0])) last.to = one.date;
    else stretches.push({ from: one.date, to: one.date, at });
  }
  return {
    title: say('Local times from {{from}} to {{to}}', span),
    lines: stretches.slice(0, linesAtMost).map(({ from, to, at }) => {
      const local = joined(
        at.map(([time, zone]) => say('{{time}} in {{zone}}', { time: times(time), zone })),
        ', ',
      );
      return say('{{from}} to {{to}}: {{local}}', { from, to, local });
    }),
  };
}

function timeIn(held: Occurrence, zone: string): string {
  return occurrenceIn(held, zone)?.from.time ?? '';
}

/** What became of a key figure, result by result, oldest first. */
function verdictsOf(kpi: Row, view: View): RowStory | undefined {
  const its = verdictsIn(view).filter(({ judged }) => (judged.of.row as unknown) === kpi);
  if (its.length === 0) return undefined;
  return {
    title: say('Its results'),
    lines: its.slice(-linesAtMost).map(({ row, judged, day }) =>
      say('{{period}}: {{result}}, {{verdict}}', {
        period: row.section.document.keys.period?.source.text ?? day,
        result: quote(row.cells.result!.source.text),
        verdict: words(judged.verdict, 'value'),
      }),
    ),
  };
}

/** Where a risk stands among likelihoods, upwards, and impacts, to the right. */
function matrixOf({ cells, section }: Row<'risks'>): RowStory | undefined {
  const { likelihood, impact } = cells;
  const [up, across] = [placeIn(likelihood), placeIn(impact)];
  if (!likelihood || !impact || up === undefined || across === undefined) return undefined;
  const [height, width] = [likelihood, impact].map((rating) => stepsOf(scaleOf(rating).steps));
  if (!height || !width) return undefined;
  const appetite = appetiteOf(section.document);
  const after = [placeIn(cells.likelihood_after), placeIn(cells.impact_after)];
  const mark = (row: number, column: number): string => {
    if (row === up && column === across) return 'X';
    if (row === after[0] && column === after[1]) return 'x';
    return appetite !== undefined && row * column > appetite ? '#' : '.';
  };
  const lines: Said[] = [];
  for (let row = height; row >= 1; row--) {
    const marks = Array.from({ length: width }, (_, i) => mark(row, i + 1));
    lines.push(joined([`${String(row).padStart(2)} ${marks.join(' ')}`], ''));
  }
  lines.push(joined([`   ${Array.from({ length: width }, (_, i) => String((i + 1) % 10)).join(' ')}`], ''));
  return {
    title: say(
      'Likelihood upwards, impact to the right: X is the risk, x is it after the action, # is above the appetite',
    ),
    lines,
    isDrawn: true,
  };
}

const stepsAtMost = 12;

/** How many steps a scale has from 1 on; undefined where they would fill a page. */
function stepsOf(steps: ReturnType<typeof scaleOf>['steps']): number | undefined {
  const count = 'low' in steps ? Number(steps.high) : steps.length;
  return count <= stepsAtMost ? count : undefined;
}
