import type { Source } from '../../../model/document.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { itemsOf } from '../../../values/items.ts';
import { quote } from '../../../values/quote.ts';
import { listed, listSaid } from '../../../values/say.ts';
import { spanWithin } from '../../../values/span-within.ts';
import { areKpisCategorised } from '../known-kpis.ts';

/** By which categories of KPIs one sees whether a motive was served: one of each list. Other motives ask for nothing. */
const askedBy: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // What is bought cheaply is paid for in quality.
  cost: [['cost'], ['quality']],
  'time to market': [['timeliness']],
  scale: [['capability']],
  'specialised skills': [['capability']],
  innovation: [['value']],
  'strategic flexibility': [['value', 'risk']],
};

export default defineRule({
  code: 'KPI010',
  name: 'motives-measured',
  meta: {
    kinds: ['goals', 'engagement'],
    reads: [
      'engagement/motives',
      'goals/KPIs.Category',
      'goals/KPIs.KPI',
      'goals/Objectives',
      'goals/Milestones',
    ],
    summary: 'Require KPIs that show whether the motives of the outsourcing are served',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020', 'ENG004'],
    since: '0.1.0',
  },
  missing: {
    category: {
      message:
        '"{{motive}}" is a motive, and no KPI is of category {{categories}}: say how you see whether it is served.',
      ask: 'How would you see whether the motive "{{motive}}" is served?',
      how: 'Add a row under KPIs with the category {{categories}}.',
    },
  },
  engagement(view, report) {
    const rows = view.rows('kpis');
    // That nobody has written down goals at all is ENG004's to say.
    if (!view.documents.some((document) => isAskedOf(document, 'goals')) || !areKpisCategorised(view)) return;
    const found = new Set<string | undefined>(rows.map(({ cells }) => wordMeantIn(cells.category)));
    const field = view.lead?.keys.motives;
    field?.value?.forEach((motive, i) => {
      const asked = Object.hasOwn(askedBy, motive) ? askedBy[motive]! : [];
      const lacking = asked.filter((categories) => !categories.some((category) => found.has(category)));
      if (lacking.length === 0) return;
      const categories = listSaid(
        lacking.flat().map((category) => listed(category, 'kpi_category')),
        'or',
      );
      const item = itemOf(field.source, i);
      report.missing(partOf(field, item.span), 'category', { motive: quote(item.text), categories });
    });
  },
});

/** The text and the characters of an entry of a list. */
function itemOf(source: Source, index: number): Pick<Source, 'text' | 'span'> {
  const own = source.items?.[index];
  if (own) return own;
  const { from, to } = itemsOf(source.text)[index]!;
  return { text: source.text.slice(from, to), span: spanWithin(source, from, to) };
}
