import { defineRule } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say, joined, quoted } from '../../../values/say.ts';

export default defineRule({
  code: 'OWN007',
  name: 'backup-exists',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Components.Backup', 'ownership-map/Components.Accountable'],
    summary: 'Require a backup for each critical component, other than the accountable',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  messages: {
    same: '"{{name}}" is both accountable and backup of "{{component}}": name somebody else as backup.',
  },
  missing: {
    cell: {
      message:
        'The critical component "{{component}}" has no backup: name who answers when {{accountable}} cannot.',
      ask: 'Who answers for "{{component}}" when {{accountable}} is away?',
      how: 'Write the key of a person into the column Backup.',
    },
    column: {
      message: 'Components lacks the column "Backup", and {{components}} critical.',
      ask: 'Who answers for each critical component when its accountable is away?',
      how: 'Add a column "Backup" with the key of a person.',
    },
  },
  document(document, view, report) {
    const section = document.sections.get('components');
    const critical: string[] = [];
    for (const row of section?.rows ?? []) {
      const { backup, accountable, component, importance } = row.cells;
      const name = quote(component?.source.text ?? '');
      // What has no name cannot be asked about: DOC014 asks for that first.
      const isCritical = importance?.value === 'critical' && name !== '';
      if (backup === undefined) {
        if (isCritical) critical.push(name);
      } else if (backup.state === 'empty' || backup.state === 'placeholder') {
        const who = accountable?.state === 'read' ? quote(accountable.source.text) : say('the accountable');
        if (isCritical) report.missing(backup, 'cell', { component: name, accountable: who });
      } else {
        const accountables = view.who(accountable);
        const both = view
          .who(backup)
          .find(
            ({ target, text }) => target && accountables.some((one) => foldName(one.text) === foldName(text)),
          );
        if (both) report.wrong(backup, 'same', { name: quote(both.text), component: name });
      }
    }
    if (section && critical.length > 0) {
      const list = joined(critical.map(quoted), ', ');
      const components = critical.length === 1 ? say('{{list}} is', { list }) : say('{{list}} are', { list });
      report.missing(section, 'column', { components });
    }
  },
});
