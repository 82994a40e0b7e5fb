import { addDays } from '../../calendar/plain-date.ts';
import type { Field, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { isIdleSince, knowledgeOf } from '../../resolve/component-knowledge.ts';
import { componentOf, hasReached } from './topics.ts';

/** So many days before and after Accepted on somebody who has learnt it may be expected to have done something. */
const daysAround = 90;

/** An accepted topic on whose component nobody has worked who took it over. */
export interface IdleReceivers {
  readonly to: Field;
  readonly acceptedOn: IsoDate;
  /** They have changed nothing since this day. */
  readonly since: IsoDate;
  readonly component: Row<'components'>;
}

/** Undefined where somebody has, where it is too early to tell, or where it is not known. */
export function idleReceivers(topic: Row<'topics'>, view: View): IdleReceivers | undefined {
  const { to, accepted_on: accepted } = topic.cells;
  const acceptedOn = accepted?.value;
  if (!hasReached(topic, 'accepted') || acceptedOn === undefined || !to) return undefined;
  const known = knowledgeOf(componentOf(topic, view), view);
  if (!known || known.day < addDays(acceptedOn, daysAround)) return undefined;
  const since = addDays(acceptedOn, -daysAround);
  const receivers = view.who(to);
  const areIdle = receivers.every(
    ({ target }) => target !== undefined && isIdleSince(target, since, known, view),
  );
  return receivers.length > 0 && areIdle ? { to, acceptedOn, since, component: known.row } : undefined;
}
