import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { coverageOf, type SkillCoverage } from '../../../resolve/coverage.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, say } from '../../../values/say.ts';
import { shortened } from '../../../values/shortened.ts';

const messages = {
  short:
    '{{people}} {{people|person has|people have}} the skill "{{skill}}", and {{needed}} {{needed|is|are}} needed: say how the gap is closed.',
} as const;

const missing = {
  rows: {
    message: 'Coverage has no row for {{skills}}: add it, with how many people have the skill.',
    ask: 'How many people in each team have {{skills}}?',
    how: 'Add a row under Coverage for each, with a column for each team or person.',
  },
} as const;

type Report = Reporter<typeof messages, typeof missing>;

export default defineRule({
  code: 'SKL003',
  name: 'skill-covered',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/scale',
      'skills/Required skills.Skill',
      'skills/Required skills.Level',
      'skills/Required skills.People',
      'skills/Coverage',
      'skills/Coverage.Skill',
    ],
    summary: 'Require as many people with each skill as are needed',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    looksIn: ['coverage'],
    since: '0.1.0',
  },
  messages,
  missing,
  engagement(view, report) {
    const skills = coverageOf(view);
    sayMissing(skills, view, report);
    for (const { skill, name, needed, people, rows } of skills) {
      const [row] = rows;
      if (!row?.cells.skill || needed === undefined || people === undefined || people >= needed) continue;
      const stated = skill.cells.people?.state === 'read' ? skill.cells.people : skill.cells.skill!;
      const { later, earlier } = laterPlace(stated, row.cells.skill);
      const message = earlier === stated ? say('how many are needed') : say('how many have it');
      const data = { people: String(people), needed: String(needed), skill: quote(name) };
      report.wrong(later, 'short', data, { related: [{ at: earlier, message }] });
    }
  },
});

/** Once for each document: at its Coverage, else at that of another one, else at what it is. */
function sayMissing(skills: readonly SkillCoverage[], view: View, report: Report): void {
  const byDocument = new Map<GovernedDocument, string[]>();
  const meant = new Set(view.rows('coverage').flatMap(({ cells }) => namesMeant(cells.skill, view)));
  for (const { skill, name, rows } of skills) {
    const { document } = skill.section;
    if (rows.length === 0 && !meant.has(foldName(name)))
      byDocument.set(document, [...(byDocument.get(document) ?? []), name]);
  }
  for (const [document, names] of byDocument) {
    // Nothing is said of an active document because of a draft, so a draft speaks of drafts.
    const elsewhere = view.sections('coverage').find((one) => one.document.status === document.status);
    const section = document.sections.get('coverage') ?? elsewhere;
    const title = names.length === 1 ? say('Add the row') : say('Add the rows');
    const rows = names.map((skill) => ({ skill }));
    const fix = addRows(title, section?.document ?? document, 'coverage', rows);
    const data = { skills: listSaid(shortened(names.map((name) => quote(name)))) };
    report.missing(section ?? kindOf(document), 'rows', data, { fixes: fix ? [fix] : [] });
  }
}
