import type { Field, GovernedDocument, Row } from '../../model/document.ts';
import type { Named, View } from '../../model/engagement.ts';

/** The component that a process is about. */
export function componentOf({ keys }: GovernedDocument, view: View): Row<'components'> | undefined {
  return view.named(keys.component)[0]?.target as unknown as Row<'components'> | undefined;
}

interface OnlyRehearser {
  readonly person: Named & { readonly is: 'person' };
  /** Who took part in the last rehearsal, and in those before. */
  readonly last: Field;
  readonly earlier: readonly Field[];
}

/** The one person whom all rehearsals of a runbook of a critical component name (rules.md PRC010). */
export function onlyRehearser(document: GovernedDocument, view: View): OnlyRehearser | undefined {
  return isOfCritical(document, view) ? soleRehearser(document, view) : undefined;
}

/** Whether the component that a process is about is critical. */
export function isOfCritical(document: GovernedDocument, view: View): boolean {
  return componentOf(document, view)?.cells.importance?.value === 'critical';
}

/** The one person whom all rehearsals of a runbook name, whatever it is about. */
export function soleRehearser(document: GovernedDocument, view: View): OnlyRehearser | undefined {
  if (document.keys.type?.value !== 'runbook') return undefined;
  const cells = (document.sections.get('rehearsals')?.rows ?? []).flatMap((row) => row.cells.who ?? []);
  const [person, ...others] = cells.map((cell) => onlyNamed(cell, view));
  if (person?.is !== 'person' || others.some((other) => other?.name !== person.name)) return undefined;
  return { person, last: cells.at(-1)!, earlier: cells.slice(0, -1) };
}

/** Whom a value names, where that is one and nobody else. */
function onlyNamed(cell: Field, view: View): Named | undefined {
  const named = view.who(cell).map(({ target }) => target);
  return named.every((one) => one?.name === named[0]?.name) ? named[0] : undefined;
}
