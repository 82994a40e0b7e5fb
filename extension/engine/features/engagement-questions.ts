import { addDays, addMonths } from '../calendar/plain-date.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { IsoDate } from '../model/value.ts';
import type { TemplateLanguage } from './scaffold.ts';

/** What is asked, in this order: who, from when to when, how it ends, for how much, and who keeps it. */
const asked = ['client', 'supplier', 'start', 'end', 'notice', 'renewal', 'fee', 'owner'];

/** The keys that a new engagement is asked for: eight, and the first dates follow from them. */
export const engagementQuestions: readonly FieldSpec[] = asked.flatMap(specOf);

/** What is asked last, where the start does not say it. */
export const phaseQuestion: FieldSpec = specOf('phase')[0]!;

/** Whether the phase is not known from the start: before it, and without one, a supplier may still be chosen. */
export function asksPhase(answers: ReadonlyMap<string, string>, asOf: IsoDate): boolean {
  const start = answers.get('start') ?? '';
  return start === '' || start > asOf;
}

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
  if (key === 'phase') return phaseOf(answers.get('start') ?? '', asOf, language);
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
  return new Map([['title', title], ['phase', phaseOf(start, asOf, language)], ...answers]);
}

/** The phase that a start says, in a word of the language: the work goes on, or is being taken over. */
function phaseOf(start: string, asOf: IsoDate, language: TemplateLanguage): string {
  const phase = start === '' || start <= asOf ? 'delivery' : 'transition';
  const { words } = catalogue.words.phase;
  return (language === 'sv' && words.find(({ word }) => word === phase)?.sv) || phase;
}

function specOf(key: string): readonly FieldSpec[] {
  return catalogue.kinds.engagement.keys.filter((spec) => spec.key === key);
}

/** The last day of a year that begins on that day; empty where it is no day. */
function lastDayOfYearFrom(start: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(start) ? addDays(addMonths(start, 12), -1) : '';
}
