import { cellOf } from '../../index/names.ts';
import type { GovernedDocument, Row } from '../../model/document.ts';
import type { SectionKey } from '../../model/schema.ts';
import type { Measure } from '../../model/value.ts';
import { fold, foldName } from '../../values/fold.ts';
import { quote } from '../../values/quote.ts';
import { defineRule, type Reporter } from '../define.ts';

const messages = {
  twice: '{{section}} has "{{name}}" twice: a name stands for one row, so rename one of them or join the two.',
  taken:
    '"{{name}}" already names a {{other}} of this engagement: people, teams, subcontractors and the two parties share one set of names.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'DOC002',
  name: 'names-unique',
  meta: {
    kinds: ['*'],
    reads: ['file/tables'],
    summary: 'Require names of rows to be unique where they must be told apart',
    severity: 'error',
    profiles: ['base'],
    ended: true,
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    // A draft's row is the one reported beside an active one, so active documents come first.
    const documents = [...view.documents].sort((a, b) => rank(a) - rank(b));
    const seen = new Map<string, Row>();
    for (const document of documents) compareRows(document, seen, report);
    for (const document of view.everything) {
      if (document.status === 'ended') compareRows(document, new Map(), report);
    }
  },
});

function rank(document: GovernedDocument): number {
  return document.status === 'active' ? 0 : 1;
}

/** People, teams and subcontractors share one set of names (rules.md 1.6). */
const named: ReadonlySet<SectionKey> = new Set(['people', 'teams', 'subcontractors']);
/** Two documents that state one of these differently are left to KPI016. */
const leftToDeliverables: ReadonlySet<SectionKey> = new Set(['milestones', 'reports']);

function compareRows(document: GovernedDocument, seen: Map<string, Row>, report: Report): void {
  const here = new Map<string, Row>();
  for (const section of document.sections.values()) {
    const { spec } = section;
    if (spec.reach === 'none') continue;
    const known = spec.reach === 'document' || leftToDeliverables.has(section.key) ? here : seen;
    for (const row of section.rows) {
      const identity = identityOf(row);
      if (identity === undefined) continue;
      const key = `${named.has(section.key) ? 'who' : section.key}\u0000${identity}`;
      const first = known.get(key);
      if (!first) known.set(key, row);
      else sayTwice(row, first, report);
    }
  }
}

function sayTwice(row: Row, first: Row, report: Report): void {
  const cell = cellOf(row, row.section.spec.identity[0]!)!;
  const earlier = cellOf(first, first.section.spec.identity[0]!)!;
  const related = [{ at: earlier, message: 'the first row of this name' }];
  if (row.section.key === first.section.key) {
    const name = row.section.spec.identity
      .map((column) => cellOf(row, column)?.source.text.trim() ?? '')
      .filter((text) => text !== '')
      .join(', ');
    report.wrong(cell, 'twice', { section: row.section.spec.title, name: quote(name) }, { related });
  } else {
    const other = first.section.key === 'people' ? 'person' : first.section.key === 'teams' ? 'team' : 'subcontractor';
    report.wrong(cell, 'taken', { name: quote(cell.source.text), other }, { related });
  }
}

/** What tells a row from others; undefined while its first identity cell is empty. */
function identityOf(row: Row): string | undefined {
  const parts = row.section.spec.identity.map((column) => {
    const field = cellOf(row, column);
    if (!field || field.state === 'empty' || field.state === 'placeholder') return '';
    // Measures and the lower ends of tiers compare as values (format-details 21).
    if (field.spec.type.is === 'measure' && field.state === 'read') {
      const { kind, detail } = field.value as Measure;
      return `${kind}\u0001${detail === undefined ? '' : fold(detail)}`;
    }
    if (field.spec.type.is === 'percent' && field.state === 'read') {
      return (field.value as string).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    }
    return foldName(field.source.text);
  });
  // Rows of Service credits without a service are the document's general tiers, told apart by From alone.
  const hasName = row.section.key === 'service_credits' ? parts.some((part) => part !== '') : parts[0] !== '';
  return hasName ? parts.join('\u0000') : undefined;
}
