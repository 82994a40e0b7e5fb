import { catalogue } from '../../../model/generated/catalogue.ts';
import { columnOf, lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { isPersonal } from '../../../resolve/personal-data.ts';
import { defineRule } from '../../../rules/define.ts';
import { filled } from '../../../rules/fill.ts';
import { emptyColumn } from '../../../rules/insert.ts';
import { listSaid } from '../../../values/say.ts';
import { wordIn } from '../../../values/words-in.ts';
import { inEachLanguage } from '../../../values/wording.ts';
import { countriesOutside } from '../transfer.ts';

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
    const abroad = (document.sections.get('data')?.rows ?? []).filter(
      (row) => nameOfRow(row) !== undefined && isPersonal(row) && countriesOutside(row).length > 0,
    );
    const { cells, columns } = lackingIn(abroad, 'transfer_tool');
    for (const { row, cell } of cells) {
      const data = { data: nameSaid(row), countries: listSaid(countriesOutside(row)) };
      report.missing(cell, 'cell', data, { fixes: tools.flatMap((text) => filled(cell, text)) });
    }
    for (const { section, rows } of columns) {
      const countries = [...new Set(rows.flatMap(countriesOutside))];
      const added = emptyColumn(section, rows, columnOf(section, 'transfer_tool'));
      report.missing(section, 'column', { data: namesSaid(rows), countries: listSaid(countries) }, added);
    }
  },
});

const tools = catalogue.words.transfer_tool.words.map(({ word }) =>
  inEachLanguage((language) => wordIn(language, 'transfer_tool', word)),
);
