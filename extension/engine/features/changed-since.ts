import { compareDates } from '../calendar/plain-date.ts';
import { heldOf } from '../kinds/record/series.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { joined, listed, say } from '../values/say.ts';

/** One thing that is newer than a day, with the day on which it came about. */
interface Newer {
  readonly day: IsoDate;
  readonly said: Said;
}

/**
 * What the documents say has come about after a day and up to another, oldest first: records of other meetings,
 * documents that hold since then, and sign-offs. What was edited without a date only a history knows.
 */
export function changedSince(
  after: IsoDate,
  to: IsoDate,
  left: ReadonlySet<GovernedDocument>,
  view: View,
): readonly Said[] {
  const newer = view.documents
    .filter((document) => !left.has(document))
    .flatMap((document): readonly Newer[] => {
      if (document.kind === 'record') return recordIn(document);
      return document.kind === 'signoff' ? signoffIn(document) : validIn(document);
    });
  return newer
    .filter(({ day }) => after < day && day <= to)
    .sort((a, b) => compareDates(a.day, b.day))
    .map(({ said }) => said);
}

function recordIn(record: GovernedDocument): readonly Newer[] {
  const day = heldOf(record);
  return day === undefined ? [] : [{ day, said: joined([day, record.title], ': ') }];
}

function signoffIn({ keys }: GovernedDocument): readonly Newer[] {
  const { date, by, document, means } = keys;
  if (date?.value === undefined) return [];
  const said = say('{{day}}: {{document}}, {{means}} by {{by}}', {
    day: date.value,
    document: document?.source.text ?? '',
    means: listed(means?.value ?? '', 'means'),
    by: by?.source.text ?? '',
  });
  return [{ day: date.value, said }];
}

function validIn({ keys, title }: GovernedDocument): readonly Newer[] {
  const day = keys.valid_from?.value;
  return day === undefined
    ? []
    : [{ day, said: say('{{day}}: {{title}} holds in its present form', { day, title }) }];
}
