import { problemOfValue } from '../engine/editing.ts';
import type { FieldSpec, ValueTypeName } from '../engine/model/schema.ts';

/** Of these a number is never meant as itself. */
const named: ReadonlySet<ValueTypeName> = new Set(['text', 'identity', 'who', 'name', 'names', 'depends']);

/** Of these several may stand in one value. */
const lists: ReadonlySet<ValueTypeName> = new Set(['who', 'names']);

/**
 * The suggestions that a text names by their numbers, as "2" or "1, 3"; the text itself where it names none, or is a value.
 * Undefined where a number is meant that no suggestion has.
 */
export function numberedChoice(
  spec: FieldSpec,
  text: string,
  suggestions: readonly string[],
): string | undefined {
  if (!named.has(spec.type.is) && !problemOfValue(spec, '1')) return text;
  const parts = lists.has(spec.type.is) ? text.split(',') : [text];
  const chosen = parts.map((part) => (/^\s*\d+\s*$/.test(part) ? suggestions[Number(part) - 1] : undefined));
  if (chosen.every((one) => one !== undefined)) return chosen.join(', ');
  const isFree = spec.type.is === 'text' || spec.type.is === 'identity';
  const isNumber = parts.some((part) => /^\s*\d+\s*$/.test(part));
  return isNumber && !isFree && suggestions.length > 0 ? undefined : text;
}
