import type { Row } from '../../../model/document.ts';
import { catalogue } from '../../../model/generated/catalogue.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { isPersonal } from '../../../resolve/personal-data.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { filled } from '../../../rules/fill.ts';
import { emptyColumn } from '../../../rules/insert.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted } from '../../../values/say.ts';
import { wordIn } from '../../../values/words-in.ts';
import { inEachLanguage } from '../../../values/wording.ts';
import { countriesOutside } from '../transfer.ts';

const column = catalogue.sections.data.columns.find(({ key }) => key === 'transfer_tool')!; // equivalent: one column has that key

export default defineRule({
  code: 'LAW007',
  name: 'transfer-tool-named',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Data.Data',
      'engagement/Data.Personal',
      'engagement/Data.Stored in',
      'engagement/Data.Accessed from',
      'engagement/Data.Transfer tool',
    ],
    summary: 'Require a transfer tool where personal data leaves the EEA',
    severity: 'warning',
    scope: 'W',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'Regulation (EU) 2016/679 Art. 44, 45(1) and 46(1)',
  },
  missing: {
    cell: {
      message:
        '"{{data}}" lies in, or is read from, {{countries}}, outside the EEA: name the transfer tool that makes this lawful.',
      ask: 'What makes the transfer of "{{data}}" to {{countries}} lawful?',
      how: 'Write the transfer tool into the column Transfer tool of Data, for example standard contractual clauses.',
    },
    column: {
      message:
        'Data lacks the column "Transfer tool", and {{data}} can be reached in {{countries}}, outside the EEA: name what makes this lawful.',
      ask: 'What makes the transfer of {{data}} to {{countries}} lawful?',
      how: 'Add a column "Transfer tool" to Data, for example with standard contractual clauses.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('data');
    const abroad = (section?.rows ?? []).filter((row) => isPersonal(row) && countriesOutside(row).length > 0);
    const without: Row<'data'>[] = [];
    for (const row of abroad) {
      const tool = row.cells.transfer_tool;
      const data = nameOfRow(row);
      if (data === undefined || isFilled(tool)) continue;
      if (tool === undefined) without.push(row);
      else
        report.missing(
          tool,
          'cell',
          { data: quote(data), countries: listSaid(countriesOutside(row)) },
          { fixes: tools.flatMap((text) => filled(tool, text)) },
        );
    }
    if (section === undefined || without.length === 0) return;
    const countries = [...new Set(without.flatMap(countriesOutside))];
    const data = listSaid(without.map((row) => quoted(quote(nameOfRow(row) ?? ''))));
    const fixes: readonly FixDraft[] = emptyColumn(section, without, column).fixes ?? [];
    report.missing(section, 'column', { data, countries: listSaid(countries) }, { fixes });
  },
});

const tools = catalogue.words.transfer_tool.words.map(({ word }) =>
  inEachLanguage((language) => wordIn(language, 'transfer_tool', word)),
);
