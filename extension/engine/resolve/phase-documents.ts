import { isAskedOf } from './asked-of.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, Phase } from '../model/schema.ts';

/**
 * The kinds that the phase of an engagement asks for and that it does not have (rules.md 1.9): no active
 * document is of that kind or holds a lead section of it. In `exit`, an exit plan needs phases and a
 * knowledge transfer plan another direction than to the supplier. The view holds active documents alone.
 */
export function missingKinds(view: View, phase: Phase | undefined): readonly KindKey[] {
  if (phase === undefined) return [];
  return catalogue.phases[phase].filter((kind) => !isPresent(view, kind, phase));
}

function isPresent(view: View, kind: KindKey, phase: Phase): boolean {
  const documents = view.documents.filter((document) => isAskedOf(document, kind));
  if (phase !== 'exit') return documents.length > 0;
  return documents.some(({ keys, sections }) =>
    kind === 'exit-plan'
      ? (sections.get('phases')?.rows.length ?? 0) > 0
      : keys.direction?.value !== 'to supplier',
  );
}
