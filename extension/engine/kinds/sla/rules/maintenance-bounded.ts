import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'SLA022',
  name: 'maintenance-bounded',
  meta: {
    kinds: ['sla'],
    reads: ['sla/maintenance', 'sla/maintenance_window', 'sla/Service levels.Service'],
    summary: 'Require a window for maintenance that does not count as downtime',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    window: {
      message:
        'Maintenance is "not counted" at any time and of any length: bound it by "maintenance_window", for example first Sunday 02:00-06:00.',
      ask: 'In which window may the supplier take a service down for maintenance?',
      how: 'Write it behind "maintenance_window:" in the front matter, for example first Sunday 02:00-06:00.',
    },
  },
  document(document, _view, report) {
    const { maintenance, maintenance_window: window } = document.keys;
    if (!isAskedOf(document, 'sla') || maintenance?.value !== 'not counted' || isFilled(window)) return;
    if (window) report.missing(window, 'window', {});
    else report.missing(fenceOf(document), 'window', {}, emptyKey(document, 'maintenance_window'));
  },
});
