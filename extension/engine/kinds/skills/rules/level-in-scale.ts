import type { Row } from '../../../model/document.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { placeIn } from '../../../resolve/scales.ts';
import { defineRule } from '../../../rules/define.ts';
import { sayOffScale } from '../../../rules/off-scale.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SKL002',
  name: 'level-in-scale',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/scale',
      'skills/Required skills.Level',
      'skills/Coverage',
      'skills/Development.From',
      'skills/Development.To',
    ],
    summary: 'Require levels that are steps of the scale, and development that leads upwards',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    outside: '"{{rating}}" is not on the scale of levels: write {{steps}}.',
    notAbove:
      'From "{{from}}" to "{{to}}" is no development: write a level to reach that is above the present one.',
  },
  document(document, view, report) {
    for (const { cells } of document.sections.get('required_skills')?.rows ?? [])
      sayOffScale([cells.level], report);
    for (const { further } of document.sections.get('coverage')?.rows ?? []) {
      const ofPeople = further.filter(({ header }) => view.headed(header).target?.is === 'person');
      sayOffScale(
        ofPeople.map(({ field }) => field as Row<'required_skills'>['cells']['level']),
        report,
      );
    }
    for (const { cells } of document.sections.get('development')?.rows ?? []) {
      const { from, to } = cells;
      sayOffScale([from, to], report);
      const [present, aim] = [placeIn(from), placeIn(to)];
      if (present === undefined || aim === undefined || aim > present) continue;
      const { later, earlier } = laterPlace(from!, to!);
      const message = later === to ? say('the present level') : say('the level to reach');
      const data = { from: quote(from!.source.text), to: quote(to!.source.text) };
      report.wrong(later, 'notAbove', data, { related: [{ at: earlier, message }] });
    }
  },
});
