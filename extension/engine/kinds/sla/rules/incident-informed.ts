import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { columnOf, nameSaid } from '../../../resolve/lacking-in.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { byUrgency } from '../../../resolve/priorities.ts';
import { promised } from '../../../resolve/promised.ts';
import type { Section } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { emptyColumn } from '../../../rules/insert.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

const messages = {
  late: '"{{priority}}" is restored within "{{restore}}", and the client told within "{{inform}}" only: tell it no later than that.',
} as const;

const missing = {
  cell: {
    message: 'Nothing says how soon the client hears of "{{priority}}": write a length under Inform.',
    ask: 'How soon must the client be told of "{{priority}}"?',
    how: 'Write a length into the column Inform, for example 1 hour.',
  },
  column: {
    message: 'Incidents lacks the column "Inform": write there how soon the client hears of "{{priority}}".',
    ask: 'How soon must the client be told of "{{priority}}"?',
    how: 'Add a column "Inform" with a length, for example 1 hour.',
  },
  incidents: {
    message:
      '"{{service}}" is critical, and nothing says how incidents are handled: add the section Incidents.',
    ask: 'How fast are incidents of "{{service}}" answered and restored, and how soon is the client told?',
    how: 'Add the section Incidents with a row for each priority.',
  },
} as const;

type Report = Reporter<typeof messages, typeof missing>;

export default defineRule({
  code: 'SLA029',
  name: 'incident-informed',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Incidents.Priority',
      'sla/Incidents.Inform',
      'sla/Incidents.Restore',
      'sla/Services.Service',
      'sla/Services.Importance',
      'engagement/importance',
      'engagement/start',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require that the client hears of urgent incidents, and before they are over',
    severity: 'info',
    scope: 'X',
    profiles: ['full', 'dora', 'nis2'],
    leavesTo: ['DOC020'],
    looksIn: ['incidents'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(2)(f) and Directive (EU) 2022/2555 Art. 23',
  },
  messages,
  missing,
  engagement(view, report) {
    const sections = view.sections('incidents').filter(({ rows }) => rows.length > 0);
    for (const section of sections) checkTimes(section, view, report);
    const importance = view.lead?.keys.importance?.value;
    if (importance === 'critical' || importance === 'important')
      for (const section of sections) askOfUrgent(section, report);
    if (sections.length === 0) askForIncidents(view, report);
  },
});

function checkTimes({ rows }: Section<'incidents'>, view: View, report: Report): void {
  for (const row of rows) {
    const [inform, restore] = [promised(row.cells.inform), promised(row.cells.restore)];
    if (compareLengths(inform, restore, view) !== 1) continue;
    const { later, earlier } = laterPlace(inform!, restore!);
    const data = {
      priority: nameSaid(row),
      restore: quote(restore!.source.text),
      inform: quote(inform!.source.text),
    };
    const message = earlier === inform ? say('the time to tell the client') : say('the time to restore');
    report.wrong(later, 'late', data, { related: [{ at: earlier, message }] });
  }
}

/** The most urgent priority is the one that the client has to hear of. */
function askOfUrgent(section: Section<'incidents'>, report: Report): void {
  const row = byUrgency(section.rows)[0]!.row;
  if (nameOfRow(row) === undefined) return;
  const { inform } = row.cells;
  const data = { priority: nameSaid(row) };
  if (inform === undefined) {
    report.missing(section, 'column', data, emptyColumn(section, [row], columnOf(section, 'inform')));
  } else if (!isFilled(inform)) report.missing(inform, 'cell', data);
}

function askForIncidents(view: View, report: Report): void {
  const row = view
    .rows('services')
    .find(
      (one) =>
        one.cells.importance?.value === 'critical' &&
        one.section.document.kind === 'sla' &&
        nameOfRow(one) !== undefined,
    );
  if (!row) return;
  const related = [{ at: row.cells.service!, message: say('the service') }];
  report.missing(kindOf(row.section.document), 'incidents', { service: nameSaid(row) }, { related });
}
