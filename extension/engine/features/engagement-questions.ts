import { addDays, addMonths } from '../calendar/plain-date.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { IsoDate } from '../model/value.ts';
import type { TemplateLanguage } from './scaffold.ts';

/** What is asked, in this order: who, from when to when, how it ends, for how much, and who keeps it. */
const asked = ['client', 'supplier', 'start', 'end', 'notice', 'renewal', 'fee', 'owner'];

/** The keys that a new engagement is asked for: eight, and the first dates follow from them. */
export const engagementQuestions: readonly FieldSpec[] = asked.flatMap((key) =>
  catalogue.kinds.engagement.keys.filter((spec) => spec.key === key),
);

/**
 * What a form writes into the box of such a question, to be taken, changed or cleared: a year from today with
 * notice of three months, from which a first date follows. Empty where nobody but the reader can know.
 */
export function proposedAnswer(
  key: string,
  answers: ReadonlyMap<string, string>,
  asOf: IsoDate,
  language: TemplateLanguage,
): string {
  if (key === 'start') return asOf;
  if (key === 'end') return lastDayOfYearFrom(answers.get('start') ?? '');
  if (key !== 'notice' || (answers.get('end') ?? '') === '') return '';
  return language === 'sv' ? '3 månader' : '3 months';
}

/** The answers, and what follows from them without a question: the title, and the phase of a day. */
export function completedAnswers(
  answers: ReadonlyMap<string, string>,
  asOf: IsoDate,
  language: TemplateLanguage,
): ReadonlyMap<string, string> {
  const [client = '', supplier = '', start = ''] = ['client', 'supplier', 'start'].map((key) =>
    answers.get(key),
  );
  const title =
    client !== '' && supplier !== '' ? `${supplier} ${language === 'sv' ? 'åt' : 'for'} ${client}` : '';
  const phase = start === '' || start <= asOf ? 'delivery' : 'transition';
  return new Map([['title', title], ['phase', phase], ...answers]);
}

/** The last day of a year that begins on that day; empty where it is no day. */
function lastDayOfYearFrom(start: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(start) ? addDays(addMonths(start, 12), -1) : '';
}
