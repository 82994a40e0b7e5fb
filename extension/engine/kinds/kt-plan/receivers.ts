import type { Field } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** Whether a value names one person, and nobody who may be more: a team, a party, or somebody unknown. */
export function isOnePerson(field: Field | undefined, view: View): boolean {
  const named = view.who(field).map(({ target }) => target);
  const [first] = named;
  return first?.is === 'person' && named.every((one) => one?.name === first.name);
}
