import { say } from '../values/say.ts';
import type { ClauseList } from './clause.ts';

/** Based on Regulation (EU) 2022/2554 Art. 28 to 30 and on Delegated Regulation (EU) 2024/1773 on contracts for what is critical or important. */
export const doraClauses: ClauseList = {
  profile: 'dora',
  title: 'DORA, Regulation (EU) 2022/2554 Art. 28 to 30 and Delegated Regulation (EU) 2024/1773',
  concerns: say('It concerns financial entities of the Union.'),
  readOn: '2026-11-23',
  clauses: [
    {
      id: 'DORA-28.1.a',
      label: say('the client stays responsible for what it hands over'),
      says: say(
        'The client answers for meeting its duties towards the authorities, also where the supplier does the work.',
      ),
      rules: ['OWN006'],
    },
    {
      id: 'DORA-28.3',
      label: say('the arrangement stands in the register of information'),
      says: say(
        'The client keeps a register of its ICT contracts, and the supplier gives what is entered there and says when it changes.',
      ),
    },
    {
      id: 'DORA-28.4',
      label: say('risks and the supplier were examined before the contract'),
      says: say(
        'Before signing the client weighs how critical the service is, its risks, conflicts of interest and whether the supplier is fit for it.',
      ),
      rules: ['LAW015'],
    },
    {
      id: 'DORA-28.6',
      label: say('how often and what is audited is settled beforehand'),
      says: say(
        'The client audits the supplier at set intervals and in set areas, chosen by risk and by accepted audit standards.',
      ),
    },
    {
      id: 'DORA-28.7.a',
      label: say('the client may leave after a serious breach'),
      says: say('The client may end the contract when the supplier seriously breaches the law or the terms.'),
      rules: ['EXT005', 'LAW013'],
    },
    {
      id: 'DORA-28.7.b',
      label: say('the client may leave when circumstances change the performance'),
      says: say(
        'The client may end the contract when monitoring shows circumstances that can alter how the service is performed, a change of owner among them.',
      ),
      rules: ['EXT005', 'LAW013'],
    },
    {
      id: 'DORA-28.7.c',
      label: say('the client may leave over weaknesses in ICT security'),
      says: say(
        'The client may end the contract when the supplier shows weaknesses in how it handles ICT risk, above all in how it protects data.',
      ),
      rules: ['LAW013'],
    },
    {
      id: 'DORA-28.7.d',
      label: say('the client may leave when supervision is impeded'),
      says: say(
        'The client may end the contract when its authority can no longer supervise it because of the contract.',
      ),
      rules: ['LAW013'],
    },
    {
      id: 'DORA-28.8',
      label: say('a way out exists, with alternatives and a plan for the data'),
      says: say(
        'There are other solutions and plans for the move, so that service and data come over safely and whole to another provider or in house.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT007', 'LAW018'],
    },
    {
      id: 'DORA-28.8.a',
      label: say('the exit does not disrupt the business'),
      says: say('The contract can be left without disrupting what the client does.'),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-28.8.b',
      label: say('the exit does not limit compliance'),
      says: say('The contract can be left without limiting how the client meets its regulations.'),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-28.8.c',
      label: say("the exit does not harm the client's customers"),
      says: say(
        'The contract can be left without harm to the continuity and quality of what the client gives its own customers.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-29',
      label: say('dependence on one supplier is weighed'),
      says: say(
        'Before signing the client weighs how hard the supplier is to replace, how much hangs on it, and long chains of subcontractors.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT014'],
    },
    {
      id: 'DORA-30.1',
      label: say('rights and obligations stand in one written agreement with its service levels'),
      says: say(
        'Who owes what stands in writing, in one document that holds the service levels too and that both can keep.',
      ),
    },
    {
      id: 'DORA-30.2.a',
      label: say('the services are described, and whether they may be subcontracted'),
      says: say(
        'All services are described, and whether and on which conditions what is critical or important may be subcontracted.',
      ),
    },
    {
      id: 'DORA-30.2.b',
      label: say('where the service is given and the data is kept, and notice of a change'),
      says: say(
        'The regions or countries where the service is given and data is processed and stored are named, and the supplier tells before it changes them.',
      ),
    },
    {
      id: 'DORA-30.2.c',
      label: say('availability, authenticity, integrity and confidentiality of data'),
      says: say(
        'The supplier protects availability, authenticity, integrity and confidentiality of data, personal data included.',
      ),
    },
    {
      id: 'DORA-30.2.d',
      label: say('access to the data and its return, in insolvency too'),
      says: say(
        'The client gets its data back in a form that is easy to use, also when the supplier fails, closes or the contract ends.',
      ),
      rules: ['EXT008'],
    },
    {
      id: 'DORA-30.2.e',
      label: say('service levels, with how they are revised'),
      says: say('The service levels are described, and how they are updated and revised.'),
    },
    {
      id: 'DORA-30.2.f',
      label: say('help in an incident at no cost, or at one settled beforehand'),
      says: say(
        'The supplier helps in an ICT incident that concerns its service, at no further cost or at one fixed beforehand.',
      ),
    },
    {
      id: 'DORA-30.2.g',
      label: say('cooperation with the authorities'),
      says: say(
        "The supplier cooperates fully with the client's supervisory and resolution authorities and with those they appoint.",
      ),
    },
    {
      id: 'DORA-30.2.h',
      label: say('rights to end the agreement, and the shortest notice'),
      says: say('Who may end the contract and when is said, with the shortest notice for it.'),
      rules: ['ENG011'],
    },
    {
      id: 'DORA-30.2.i',
      label: say('part in security training and tests of resilience'),
      says: say(
        "The supplier's people take part in the client's security awareness and resilience training, on stated conditions.",
      ),
    },
    {
      id: 'DORA-30.3.a',
      label: say('exact targets, in figures and in words'),
      says: say(
        'Service levels have exact targets in figures and in words, so that they can be followed and missed ones lead to action at once.',
      ),
      appliesTo: 'critical or important',
      rules: ['SLA009'],
    },
    {
      id: 'DORA-30.3.b',
      label: say('notice of, and reports on, what may affect the service'),
      says: say(
        'The supplier reports within set times what may materially affect its ability to keep the service levels.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.c',
      label: say('plans for continuity that are tested, and security measures'),
      says: say(
        'The supplier has contingency plans and tests them, and has security measures, tools and policies that fit the client.',
      ),
      appliesTo: 'critical or important',
      rules: ['SLA019'],
    },
    {
      id: 'DORA-30.3.d',
      label: say('part in threat-led penetration tests'),
      says: say("The supplier takes part and cooperates in the client's threat-led penetration tests."),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.e',
      label: say('rights of access, inspection and audit'),
      says: say(
        'The client, whom it appoints and the authority may inspect and audit without limit, with the details of scope, procedure and frequency, and with other assurance where other clients are affected.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.f',
      label: say('a mandatory transition period in which the service goes on'),
      says: say(
        'The supplier goes on for an adequate period after the end, so that the client can move to another provider or in house without disruption.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT021', 'LAW014'],
    },
    {
      id: 'DR-2024-1773-3.1',
      label: say('the policy on such contracts is reviewed every year'),
      says: say(
        'The management looks through the policy on contracts for what is critical or important at least once a year.',
      ),
      appliesTo: 'critical or important',
      rules: ['LAW017'],
    },
    {
      id: 'DR-2024-1773-5.2',
      label: say('the risks are assessed by category'),
      says: say(
        'Operational, legal, ICT, reputational, data, location and concentration risks of the contract are assessed.',
      ),
      appliesTo: 'critical or important',
      rules: ['LAW016'],
    },
    {
      id: 'DR-2024-1773-8.3',
      label: say('certificates and reports are current, and not all that is relied on'),
      says: say(
        'Certificates and audit reports are checked for scope and age, and over time the client does not rely on them alone.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DR-2024-1773-8.4',
      label: say('changes of the contract are written, dated and signed'),
      says: say(
        'Material changes of the contract are put in writing, dated and signed by both, and how it is renewed is said.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DR-2024-1773-9.1',
      label: say('missed service levels have consequences'),
      says: say(
        'Performance is followed by key figures, and what happens when levels are missed is settled, penalties included where they fit.',
      ),
      appliesTo: 'critical or important',
      rules: ['SLA009'],
    },
    {
      id: 'DR-2024-1773-9.2',
      label: say('the reports that the supplier gives are named'),
      says: say(
        'The supplier reports at set intervals, on incidents, on deliveries, on security and on continuity.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DR-2024-1773-9.4',
      label: say('shortcomings are mended within a set time'),
      says: say(
        'For each shortcoming measures with a time limit are agreed, and it is followed whether they are carried out.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DR-2024-1773-10',
      label: say('the exit plan is realistic and fits the terms of ending'),
      says: say(
        'There is an exit plan for interruption, failed delivery and an unexpected end, whose schedule fits the terms on ending the contract.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT003', 'EXT012', 'LAW018'],
    },
  ],
};
