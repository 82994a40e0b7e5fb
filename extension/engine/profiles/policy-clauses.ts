import { say } from '../values/say.ts';
import type { Clause } from './clause.ts';

/** Based on Delegated Regulation (EU) 2024/1773: the policy on contracts for what is critical or important. Part of the list of dora. */
export const policyClauses: readonly Clause[] = [
  {
    id: 'DR-2024-1773-3.1',
    checkedOn: '2026-11-30',
    label: say('the policy on such contracts is reviewed every year'),
    says: say(
      'The management looks through the policy on contracts for what is critical or important at least once a year.',
    ),
    appliesTo: 'critical or important',
    rules: ['LAW017'],
    answeredIn: { of: ['exit-plan'], keys: ['review_every'] },
  },
  {
    id: 'DR-2024-1773-5.2',
    checkedOn: '2026-11-30',
    label: say('the risks are assessed by category'),
    says: say(
      'Operational, legal, ICT, reputational, data, location and concentration risks of the contract are assessed.',
    ),
    appliesTo: 'critical or important',
    rules: ['LAW016'],
    answeredIn: { sections: ['risks'] },
  },
  {
    id: 'DR-2024-1773-8.3',
    checkedOn: '2026-11-30',
    label: say('certificates and reports are current, and not all that is relied on'),
    says: say(
      'Certificates and audit reports are checked for scope and age, and over time the client does not rely on them alone.',
    ),
    appliesTo: 'critical or important',
  },
  {
    id: 'DR-2024-1773-8.4',
    checkedOn: '2026-11-30',
    label: say('changes of the contract are written, dated and signed'),
    says: say(
      'Material changes of the contract are put in writing, dated and signed by both, and how it is renewed is said.',
    ),
    appliesTo: 'critical or important',
  },
  {
    id: 'DR-2024-1773-9.1',
    checkedOn: '2026-11-30',
    label: say('missed service levels have consequences'),
    says: say(
      'Performance is followed by key figures, and what happens when levels are missed is settled, penalties included where they fit.',
    ),
    appliesTo: 'critical or important',
    rules: ['SLA009'],
    answeredIn: { sections: ['service_credits'] },
  },
  {
    id: 'DR-2024-1773-9.2',
    checkedOn: '2026-11-30',
    label: say('the reports that the supplier gives are named'),
    says: say(
      'The supplier reports at set intervals, on incidents, on deliveries, on security and on continuity.',
    ),
    appliesTo: 'critical or important',
  },
  {
    id: 'DR-2024-1773-9.4',
    checkedOn: '2026-11-30',
    label: say('shortcomings are mended within a set time'),
    says: say(
      'For each shortcoming measures with a time limit are agreed, and it is followed whether they are carried out.',
    ),
    appliesTo: 'critical or important',
  },
  {
    id: 'DR-2024-1773-10',
    checkedOn: '2026-11-30',
    label: say('the exit plan is realistic and fits the terms of ending'),
    says: say(
      'There is an exit plan for interruption, failed delivery and an unexpected end, whose schedule fits the terms on ending the contract.',
    ),
    appliesTo: 'critical or important',
    rules: ['EXT003', 'EXT012', 'LAW018'],
    answeredIn: { of: ['exit-plan'], sections: ['options', 'sudden_exit'], keys: ['test_every'] },
  },
];
