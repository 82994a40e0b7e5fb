import { say } from '../engine/model/said.ts';
import { nearMiss } from '../engine/text.ts';
import { didYouMean } from './parse-arguments.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

/**
 * The key of a person as the documents write it; of these engagements alone where folders are given. Throws a UsageError that says
 * who was probably meant, or who there is.
 */
export function personKey(
  { engine }: Pick<Session, 'engine'>,
  name: string,
  folders?: readonly string[],
): string {
  const key = engine.personNamed(name, folders);
  if (key !== undefined) return key;
  const people = engine.people(folders);
  const near = nearMiss(name, people);
  const known =
    people.length === 0
      ? say('No active document has people.')
      : say('Known are {{people}}.', { people: [...new Set(people)].join(', ') });
  const mend = near === undefined ? known : didYouMean(near);
  throw new UsageError(say('No person has the key "{{name}}". {{mend}}', { name, mend }));
}
