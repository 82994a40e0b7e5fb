import type { GovernedDocument } from '../../../model/document.ts';
import { coverageOf } from '../../../resolve/coverage.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, say } from '../../../values/say.ts';
import { shortened } from '../../../values/shortened.ts';

export default defineRule({
  code: 'SKL006',
  name: 'gap-has-development',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/scale',
      'skills/Required skills.Skill',
      'skills/Required skills.Level',
      'skills/Required skills.People',
      'skills/Coverage',
      'skills/Coverage.Skill',
      'skills/Development.Skill',
    ],
    summary: 'Require development of each skill that too few people have',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    looksIn: ['coverage', 'development'],
    since: '0.1.0',
  },
  missing: {
    rows: {
      message: 'Too few people have {{skills}}, and no development closes the gap: add a row for each.',
      ask: 'Too few people have {{skills}}: who learns it, and by when?',
      how: 'Add a row under Development for each, with the levels, a day and who sees to it.',
    },
  },
  engagement(view, report) {
    const developed = new Set(view.rows('development').flatMap(({ cells }) => namesMeant(cells.skill, view)));
    const byDocument = new Map<GovernedDocument, string[]>();
    for (const { skill, name, needed, people, rows } of coverageOf(view)) {
      const isShort = rows.length > 0 && needed !== undefined && people !== undefined && people < needed;
      if (!isShort || developed.has(foldName(name))) continue;
      const { document } = skill.section;
      byDocument.set(document, [...(byDocument.get(document) ?? []), name]);
    }
    for (const [document, names] of byDocument) {
      const rows = names.map((skill) => ({ skill }));
      const title = names.length === 1 ? say('Add the row') : say('Add the rows');
      const fix = addRows(title, document, 'development', rows);
      const at = document.sections.get('development') ?? kindOf(document);
      const data = { skills: listSaid(shortened(names.map((name) => quote(name)))) };
      report.missing(at, 'rows', data, { fixes: fix ? [fix] : [] });
    }
  },
});
