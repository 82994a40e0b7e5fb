import { compareDates, daysBetween } from '../calendar/plain-date.ts';
import type { DueItem } from '../model/finding.ts';
import type { Said, SaidPart } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import type { ChangeEntry } from '../report/change-log.ts';
import { entryLines } from '../report/change-said.ts';
import { madeSaid } from '../resolve/change-in-words.ts';
import { countFigure, daysSaid } from '../values/length-said.ts';
import { joined, say, words } from '../values/say.ts';
import type { OpenAction } from './carried-rows.ts';

/** Lines for the chair: a heading, and what stands under it. */
export interface RecordNotes {
  readonly heading: Said;
  readonly lines: readonly Said[];
}

/** More than a meeting goes through: of a large engagement no more are told. */
const linesAtMost = 40;

/** How long each action has been open on the day of the meeting, the oldest first. */
export function agesOf(actions: readonly OpenAction[], held: IsoDate): RecordNotes {
  const lines = [...actions]
    .sort((a, b) => compareDates(a.since, b.since))
    .map(({ name, since }) =>
      say('{{action}}: open for {{length}}, since {{since}}', {
        action: name,
        length: daysSaid(daysBetween(since, held)),
        since,
      }),
    );
  return shortened(say('Open actions, the oldest first'), lines);
}

/** What the calendar asks for in the days after the meeting. */
export function datesOf(items: readonly DueItem[]): RecordNotes {
  const lines = items.map(({ date, person, party, said }) =>
    joined([joined([date ?? say('Without a day'), whoOf(person, party)], ', '), said], ': '),
  );
  return shortened(say('Dates of the next 90 days'), lines);
}

function whoOf(person: string | undefined, party: DueItem['party']): SaidPart {
  return person ?? (party === 'both' ? say('both sides') : words(party, 'side'));
}

/** What is new since the meeting was last held. */
export function changesOf(last: IsoDate, lines: readonly Said[]): RecordNotes {
  return shortened(say('New since {{day}}, when this meeting was last held', { day: last }), lines);
}

/** What commits made of documents, the newest first, with the day and the side of each. */
export function commitsOf(entries: readonly ChangeEntry[]): RecordNotes {
  const lines = entries.flatMap((entry) =>
    entryLines(entry).map((change) =>
      say('{{path}}: {{change}} ({{made}})', {
        path: entry.path,
        change,
        made: madeSaid(entry.commit, entry.side),
      }),
    ),
  );
  return shortened(say('What changed in the documents since then'), lines);
}

function shortened(heading: Said, lines: readonly Said[]): RecordNotes {
  const more = lines.length - linesAtMost;
  const shown = lines.slice(0, linesAtMost);
  return { heading, lines: more > 0 ? [...shown, say('and {{n}} more', { n: countFigure(more) })] : shown };
}
