import type { Said } from '../model/said.ts';
import { listSaid, say } from '../values/say.ts';
import type { ImportedComponent, OwnersImport } from './imported-owners.ts';

/** A row of Components that is new, on one line. */
export function componentSaid({ name, globs, people: [accountable, ...backup] }: ImportedComponent): Said {
  const data = { name, paths: globs.join(', ') };
  if (accountable === undefined) return say('{{name}}: {{paths}}, nobody yet', data);
  return backup.length === 0
    ? say('{{name}}: {{paths}}, accountable {{accountable}}', { ...data, accountable })
    : say('{{name}}: {{paths}}, accountable {{accountable}}, backup {{backup}}', {
        ...data,
        accountable,
        backup: listSaid(backup),
      });
}

/** How many rows are new, and of how many nobody is known. */
export function ownersCounts({ components }: OwnersImport): Said {
  const nobodys = components.filter(({ people }) => people.length === 0);
  return say('{{n}} {{n|component|components}} to take over, {{nobody}} of them with nobody yet', {
    n: String(components.length),
    nobody: String(nobodys.length),
  });
}
