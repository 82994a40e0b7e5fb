import { namesMeant } from '../../../resolve/names-meant.ts';
import type { Section } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA003',
  name: 'every-service-has-level',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Services.Service', 'sla/Service levels.Service'],
    summary: 'Require a service level for every service',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['service_levels'],
    since: '0.1.0',
  },
  missing: {
    level: {
      message: '"{{service}}" has no service level: say what it must reach, or take the service out.',
      ask: 'What must "{{service}}" reach, and who measures it?',
      how: 'Add a row to Service levels: "{{service}}", the measure, for example availability, and the target, for example 99.9 %.',
    },
  },
  engagement(view, report) {
    const meant = new Set(
      view.rows('service_levels').flatMap(({ cells }) => namesMeant(cells.service, view)),
    );
    for (const section of view.sections('services')) {
      const home = homeOfLevels(section, view);
      if (!home) continue;
      for (const { cells } of section.rows) {
        const { service } = cells;
        if (service?.state !== 'read') continue;
        const name = service.source.text;
        if (meant.has(foldName(name))) continue;
        const title = say('Add a service level for "{{service}}"', { service: name });
        const fix = addRows(title, home.document, 'service_levels', [{ service: name }]);
        report.missing(
          home,
          'level',
          { service: quote(name) },
          { related: [{ at: service, message: say('the service') }], ...(fix && { fixes: [fix] }) },
        );
      }
    }
  },
});

/**
 * Where a level of these services is missing: the Service levels beside them, else the first of the
 * engagement. None where DOC014 already asks for the section or its column, and where nobody keeps
 * service levels.
 */
function homeOfLevels({ document }: Section<'services'>, view: View): Section<'service_levels'> | undefined {
  const beside = document.sections.get('service_levels');
  if (beside && namesServices(beside)) return beside;
  return document.kind === 'sla' ? undefined : view.sections('service_levels').find(namesServices);
}

function namesServices({ rows }: Section<'service_levels'>): boolean {
  return rows.some(({ cells }) => cells.service !== undefined);
}
