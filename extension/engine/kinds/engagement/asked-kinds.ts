import type { KindKey, Phase } from '../../model/schema.ts';
import type { Said } from '../../model/said.ts';
import { say } from '../../values/say.ts';

/** What a message calls a document that a phase asks for (rules.md 1.9). */
export function askedKind(kind: KindKey, phase: Phase): Said {
  if (phase === 'exit' && kind === 'exit-plan') return say('an exit plan with phases');
  if (phase === 'exit' && kind === 'kt-plan') return say('a knowledge transfer plan away from the supplier');
  return names[kind] ?? say('{{kind}}', { kind });
}

const names: Readonly<Partial<Record<KindKey, Said>>> = {
  'partner-evaluation': say('a partner evaluation'),
  'risk-register': say('a risk register'),
  'ownership-map': say('an ownership map'),
  'communication-plan': say('a communication plan'),
  goals: say('goals'),
  sla: say('a service level agreement'),
  'kt-plan': say('a knowledge transfer plan'),
  'exit-plan': say('an exit plan'),
  skills: say('a list of skills'),
  process: say('a process or runbook'),
};
