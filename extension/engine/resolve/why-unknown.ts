import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import { say } from '../values/say.ts';
import { absenceSaid } from './absence-said.ts';
import { repositoriesIn, repositoriesOf } from './component-knowledge.ts';
import { here } from './path-globs.ts';

/** That nothing may be made of what people did. */
export const peopleNotCounted = say(
  'nothing is counted of what people did: the config says people_metrics: off',
);

/** Why nothing is known of the work on a component, in words that go on after a colon. */
export function whyUnknown(row: Row<'components'>, view: View): Said {
  if (!view.countsPeople) return peopleNotCounted;
  const [name, other] = repositoriesOf(row);
  if (name === undefined) return say('no Paths say where it lies');
  if (other !== undefined) return say('its Paths lie in several repositories');
  const repository = repositoriesIn(view).get(name) ?? name;
  return whyUnknownIn(name, repository, view) ?? say('the snapshot of its repository lacks it');
}

/**
 * Why nothing is known of a repository: of that with this name in small letters, which Paths write so. Undefined where
 * something is.
 */
export function whyUnknownIn(name: string, repository: string, view: View): Said | undefined {
  const history = name === here ? view.history : view.others.histories.get(name);
  const isTold = view.others.snapshots.some((one) => (one.repository?.toLowerCase() ?? here) === name);
  if (history?.kind === 'read' || isTold) return undefined;
  if (name === here) return history ? absenceSaid(history) : say('no Git history was read');
  return history
    ? say('of "{{repository}}": {{reason}}', { repository, reason: absenceSaid(history) })
    : say(
        'nothing is known of the repository "{{repository}}": name a snapshot of it under snapshots in outrigger.yml, or say with --repository where it lies',
        { repository },
      );
}
