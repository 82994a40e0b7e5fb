import { say } from '../values/say.ts';
import type { ClauseList } from './clause.ts';
import { policyClauses } from './policy-clauses.ts';

/** Based on Regulation (EU) 2022/2554 Art. 28 to 30 and on Delegated Regulation (EU) 2024/1773 on contracts for what is critical or important. */
export const doraClauses: ClauseList = {
  profile: 'dora',
  title: 'DORA, Regulation (EU) 2022/2554 Art. 28 to 30 and Delegated Regulation (EU) 2024/1773',
  concerns: say('It concerns financial entities of the Union.'),
  readOn: '2026-11-30',
  checkedIn: say(
    'a reproduction of both texts (intuitem/ciso-assistant-community, f990d7b), not the Official Journal',
  ),
  clauses: [
    {
      id: 'DORA-28.1.a',
      checkedOn: '2026-11-30',
      label: say('the client stays responsible for what it hands over'),
      says: say(
        'The client answers for meeting its duties towards the authorities, also where the supplier does the work.',
      ),
      rules: ['OWN006'],
      answeredIn: { sections: ['components'] },
    },
    {
      id: 'DORA-28.3',
      checkedOn: '2026-11-30',
      label: say('the arrangement stands in the register of information'),
      says: say(
        'The client keeps a register of its ICT contracts, and the supplier gives what is entered there and says when it changes.',
      ),
    },
    {
      id: 'DORA-28.4',
      checkedOn: '2026-11-30',
      label: say('risks and the supplier were examined before the contract'),
      says: say(
        'Before signing the client weighs how critical the service is, its risks, conflicts of interest and whether the supplier is fit for it.',
      ),
      rules: ['LAW015'],
      answeredIn: { sections: ['evidence'] },
    },
    {
      id: 'DORA-28.6',
      checkedOn: '2026-11-30',
      label: say('how often and what is audited is settled beforehand'),
      says: say(
        'The client audits the supplier at set intervals and in set areas, chosen by risk and by accepted audit standards.',
      ),
    },
    {
      id: 'DORA-28.7.a',
      checkedOn: '2026-11-30',
      label: say('the client may leave after a serious breach'),
      says: say('The client may end the contract when the supplier seriously breaches the law or the terms.'),
      rules: ['EXT005'],
      named: 'breach',
      answeredIn: { sections: ['triggers'] },
    },
    {
      id: 'DORA-28.7.b',
      checkedOn: '2026-11-30',
      label: say('the client may leave when circumstances change the performance'),
      says: say(
        "The client may end the contract when monitoring shows circumstances that can alter how the service is performed, material changes of the contract or of the supplier's situation among them.",
      ),
      rules: ['EXT005'],
      named: 'quality',
      answeredIn: { sections: ['triggers'] },
    },
    {
      id: 'DORA-28.7.c',
      checkedOn: '2026-11-30',
      label: say('the client may leave over weaknesses in ICT security'),
      says: say(
        'The client may end the contract when the supplier shows weaknesses in how it handles ICT risk, above all in how it protects data.',
      ),
      rules: ['LAW013'],
      named: 'security weakness',
      answeredIn: { sections: ['triggers'] },
    },
    {
      id: 'DORA-28.7.d',
      checkedOn: '2026-11-30',
      label: say('the client may leave when supervision is impeded'),
      says: say(
        'The client may end the contract when its authority can no longer supervise it because of the contract.',
      ),
      rules: ['LAW013'],
      named: 'supervision impeded',
      answeredIn: { sections: ['triggers'] },
    },
    {
      id: 'DORA-28.8',
      checkedOn: '2026-11-30',
      label: say('a way out exists, with alternatives and a plan for the data'),
      says: say(
        'There are other solutions and plans for the move, so that service and data come over safely and whole to another provider or in house.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT007', 'LAW018'],
      answeredIn: { of: ['exit-plan'], sections: ['options', 'handover_items', 'tests'] },
    },
    {
      id: 'DORA-28.8.a',
      checkedOn: '2026-11-30',
      label: say('the exit does not disrupt the business'),
      says: say('The contract can be left without disrupting what the client does.'),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-28.8.b',
      checkedOn: '2026-11-30',
      label: say('the exit does not limit compliance'),
      says: say('The contract can be left without limiting how the client meets its regulations.'),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-28.8.c',
      checkedOn: '2026-11-30',
      label: say("the exit does not harm the client's customers"),
      says: say(
        'The contract can be left without harm to the continuity and quality of what the client gives its own customers.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-29',
      checkedOn: '2026-11-30',
      label: say('dependence on one supplier is weighed'),
      says: say(
        'Before signing the client weighs how hard the supplier is to replace, how much hangs on it, and long chains of subcontractors.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT014'],
      answeredIn: { keys: ['substitutability'] },
    },
    {
      id: 'DORA-30.1',
      checkedOn: '2026-11-30',
      label: say('rights and obligations stand in one written agreement with its service levels'),
      says: say(
        'Who owes what stands in writing, in one document that holds the service levels too and that both can keep.',
      ),
    },
    {
      id: 'DORA-30.2.a',
      checkedOn: '2026-11-30',
      label: say('the services are described, and whether they may be subcontracted'),
      says: say(
        'All services are described, and whether and on which conditions what is critical or important may be subcontracted.',
      ),
    },
    {
      id: 'DORA-30.2.b',
      checkedOn: '2026-11-30',
      label: say('where the service is given and the data is kept, and notice of a change'),
      says: say(
        'The regions or countries where the service is given and data is processed and stored are named, and the supplier tells before it changes them.',
      ),
    },
    {
      id: 'DORA-30.2.c',
      checkedOn: '2026-11-30',
      label: say('availability, authenticity, integrity and confidentiality of data'),
      says: say(
        'The supplier protects availability, authenticity, integrity and confidentiality of data, personal data included.',
      ),
    },
    {
      id: 'DORA-30.2.d',
      checkedOn: '2026-11-30',
      label: say('access to the data and its return, in insolvency too'),
      says: say(
        'The client gets its data back in a form that is easy to use, also when the supplier fails, closes or the contract ends.',
      ),
      rules: ['EXT008'],
      answeredIn: { of: ['exit-plan'], sections: ['handover_items'], keys: ['data_returned_within'] },
    },
    {
      id: 'DORA-30.2.e',
      checkedOn: '2026-11-30',
      label: say('service levels, with how they are revised'),
      says: say('The service levels are described, and how they are updated and revised.'),
    },
    {
      id: 'DORA-30.2.f',
      checkedOn: '2026-11-30',
      label: say('help in an incident at no cost, or at one settled beforehand'),
      says: say(
        'The supplier helps in an ICT incident that concerns its service, at no further cost or at one fixed beforehand.',
      ),
    },
    {
      id: 'DORA-30.2.g',
      checkedOn: '2026-11-30',
      label: say('cooperation with the authorities'),
      says: say(
        "The supplier cooperates fully with the client's supervisory and resolution authorities and with those they appoint.",
      ),
    },
    {
      id: 'DORA-30.2.h',
      checkedOn: '2026-11-30',
      label: say('rights to end the agreement, and the shortest notice'),
      says: say('Who may end the contract and when is said, with the shortest notice for it.'),
      rules: ['ENG011'],
      answeredIn: { keys: ['notice', 'notice_client', 'notice_supplier'] },
    },
    {
      id: 'DORA-30.2.i',
      checkedOn: '2026-11-30',
      label: say('part in security awareness and resilience training'),
      says: say(
        "The supplier's people take part in the client's security awareness and resilience training, on stated conditions.",
      ),
    },
    {
      id: 'DORA-30.3.a',
      checkedOn: '2026-11-30',
      label: say('exact targets, in figures and in words'),
      says: say(
        'Service levels have exact targets in figures and in words, so that they can be followed and missed ones lead to action at once.',
      ),
      appliesTo: 'critical or important',
      rules: ['SLA009'],
      answeredIn: { sections: ['service_levels'] },
    },
    {
      id: 'DORA-30.3.b',
      checkedOn: '2026-11-30',
      label: say('notice of, and reports on, what may affect the service'),
      says: say(
        'The supplier reports within set times what may materially affect its ability to keep the service levels.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.c',
      checkedOn: '2026-11-30',
      label: say('plans for continuity that are tested, and security measures'),
      says: say(
        'The supplier has contingency plans and tests them, and has security measures, tools and policies that fit the client.',
      ),
      appliesTo: 'critical or important',
      rules: ['SLA019'],
      answeredIn: { sections: ['recovery'] },
    },
    {
      id: 'DORA-30.3.d',
      checkedOn: '2026-11-30',
      label: say('part in threat-led penetration tests'),
      says: say("The supplier takes part and cooperates in the client's threat-led penetration tests."),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.e',
      checkedOn: '2026-11-30',
      label: say('rights of access, inspection and audit'),
      says: say(
        'The client, whom it appoints and the authority may inspect and audit without limit, with the details of scope, procedure and frequency, and with other assurance where other clients are affected.',
      ),
      appliesTo: 'critical or important',
    },
    {
      id: 'DORA-30.3.f',
      checkedOn: '2026-11-30',
      label: say('a mandatory transition period in which the service goes on'),
      says: say(
        'The supplier goes on for an adequate period after the end, so that the client can move to another provider or in house without disruption.',
      ),
      appliesTo: 'critical or important',
      rules: ['EXT021', 'LAW014'],
      answeredIn: { keys: ['exit_help'] },
    },
    ...policyClauses,
  ],
};
