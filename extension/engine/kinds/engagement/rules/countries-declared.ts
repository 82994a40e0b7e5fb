import { isUnread } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';

export default defineRule({
  code: 'ENG010',
  name: 'countries-declared',
  meta: {
    kinds: ['engagement', 'communication-plan'],
    reads: [
      'communication-plan/Tools.Data in',
      'communication-plan/Tools.Tool',
      'engagement/Data.Stored in',
      'engagement/Data.Accessed from',
    ],
    summary: 'Require that the countries of tools stand among those of the data',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora', 'gdpr'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(2)(b) and Regulation (EU) 2016/679 Art. 28(3)(a)',
  },
  messages: {
    undeclared:
      '"{{tool}}" keeps data in {{countries}}, where no row of Data stores or reads any: add it there, or correct it.',
  },
  engagement(view, report) {
    const fields = view.rows('data').flatMap(({ cells }) => [cells.stored_in, cells.accessed_from]);
    const declared = new Set(fields.flatMap((field) => field?.value ?? []));
    // Where nothing is declared, or something does not read, no country can be missing.
    if (declared.size === 0 || fields.some(isUnread)) return;
    for (const { cells } of view.rows('tools')) {
      const { tool, data_in: dataIn } = cells;
      const countries = new Set((dataIn?.value ?? []).filter((country) => !declared.has(country)));
      if (countries.size === 0) continue;
      const data = {
        tool: quote(tool?.source.text ?? ''),
        countries: listSaid([...countries].map(quoted)),
      };
      report.wrong(dataIn!, 'undeclared', data, {
        related: view.sections('data').map((at) => ({ at, message: say('the countries of the data') })),
      });
    }
  },
});
