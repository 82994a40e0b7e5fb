import { isAskedOf } from '../../../resolve/asked-of.ts';
import { catalogue } from '../../../model/generated/catalogue.ts';
import { defineRule } from '../../../rules/define.ts';
import { wordIn } from '../../../values/words-in.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say, words } from '../../../values/say.ts';
import { titleInEach } from '../../../values/wording.ts';

const how = 'Add a row under Options: what it is called, where the work would go, and how long that takes.';

export default defineRule({
  code: 'EXT007',
  name: 'option-exists',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Options.Option', 'exit-plan/Handover items.Item', 'engagement/importance'],
    summary: 'Require somewhere to go, and two ways for what is critical or important',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['options'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 28(8): alternative solutions',
  },
  missing: {
    none: {
      message: 'The plan has no option: say under Options where the work would go, and how long that takes.',
      ask: 'Where would the work go if this supplier left tomorrow?',
      how,
    },
    second: {
      message:
        'The plan has one option, and the engagement is {{importance}}: add a second for when the first fails.',
      ask: 'Where would the work go if the first option failed?',
      how,
    },
  },
  engagement(view, report) {
    const importance = view.lead?.keys.importance?.value;
    const least = importance === 'critical' || importance === 'important' ? 2 : 1;
    for (const document of view.documents) {
      // Where no lead section has content, DOC014 asks for it.
      if (!isAskedOf(document, 'exit-plan') || !hasLead(document)) continue;
      const section = document.sections.get('options');
      const rows = section?.rows ?? [];
      if (rows.length >= least) continue;
      const used = new Set(rows.map((row) => row.cells.to?.value));
      const fixes = catalogue.words.exit_option.words.flatMap(({ word }) => {
        const title = titleInEach((language) =>
          say('Add an option: {{option}}', { option: wordIn(language, 'exit_option', word) }),
        );
        return used.has(word as never) ? [] : (addRows(title, document, 'options', [{ to: word }]) ?? []);
      });
      const at = section ?? kindOf(document);
      if (rows.length === 0) report.missing(at, 'none', {}, { fixes });
      else report.missing(at, 'second', { importance: words(importance ?? '', 'importance') }, { fixes });
    }
  },
});

function hasLead(document: Parameters<typeof isAskedOf>[0]): boolean {
  return catalogue.kinds['exit-plan'].lead.some((key) => (document.sections.get(key)?.rows.length ?? 0) > 0);
}
