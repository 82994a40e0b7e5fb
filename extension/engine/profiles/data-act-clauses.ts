import { say } from '../values/say.ts';
import type { ClauseList } from './clause.ts';

/** Based on Regulation (EU) 2023/2854 Art. 25 to 29, on switching between data processing services. */
export const dataActClauses: ClauseList = {
  profile: 'data-act',
  title: 'Data Act, Regulation (EU) 2023/2854 Art. 25 to 29',
  concerns: say('It concerns suppliers that run a cloud service, and does not apply to every engagement.'),
  readOn: '2026-11-23',
  checkedIn: say('extracts of the text that others quote, not the Official Journal'),
  clauses: [
    {
      id: 'DATA-ACT-25.1',
      checkedOn: '2026-11-30',
      label: say('a written contract that can be kept before signing'),
      says: say(
        'The rights of the customer and the duties of the provider on switching stand in a written contract that can be stored before it is signed.',
      ),
    },
    {
      id: 'DATA-ACT-25.2.a',
      label: say('a switch within 30 days after the notice, with help'),
      says: say(
        'The customer may move to another provider or to its own systems within 30 calendar days after the notice, and the provider helps, keeps the service going and keeps it secure.',
      ),
    },
    {
      id: 'DATA-ACT-25.2.b',
      checkedOn: '2026-11-30',
      label: say("support of the customer's exit plan"),
      says: say("The provider supports the customer's exit plan, with all that is needed to know for it."),
    },
    {
      id: 'DATA-ACT-25.2.c',
      checkedOn: '2026-11-30',
      label: say('when the contract ends'),
      says: say(
        'The contract ends when the switch is done, or after the notice where the customer only wants its data erased, and the customer is told.',
      ),
    },
    {
      id: 'DATA-ACT-25.2.d',
      checkedOn: '2026-11-30',
      label: say('a notice of two months at most'),
      says: say('The notice with which a switch begins is two months at most.'),
      rules: ['LAW019'],
      answeredIn: { keys: ['notice', 'notice_client'] },
    },
    {
      id: 'DATA-ACT-25.2.e',
      label: say('which data and assets go along'),
      says: say(
        'All data and digital assets that can be moved are listed, at least all data that can be exported.',
      ),
    },
    {
      id: 'DATA-ACT-25.2.f',
      checkedOn: '2026-11-30',
      label: say('which data stays'),
      says: say(
        "Which data of the provider's own working stays behind because of trade secrets is listed, without hindering the switch.",
      ),
    },
    {
      id: 'DATA-ACT-25.2.g',
      checkedOn: '2026-11-30',
      label: say('30 days at least to fetch the data'),
      says: say('After the transition the data can be fetched for 30 calendar days at least.'),
      rules: ['LAW020'],
      answeredIn: { of: ['exit-plan'], keys: ['data_deleted_within'] },
    },
    {
      id: 'DATA-ACT-25.2.h',
      label: say('erasure after that'),
      says: say('When that time is over and the switch is done, all data of the customer is erased.'),
      rules: ['LAW020'],
      answeredIn: { of: ['exit-plan'], keys: ['data_deleted_within'] },
    },
    {
      id: 'DATA-ACT-25.2.i',
      checkedOn: '2026-11-30',
      label: say('what a switch may cost'),
      says: say('What may be charged for a switch is said, within the bounds of Art. 29.'),
    },
    {
      id: 'DATA-ACT-25.3',
      label: say('the customer chooses among provider, own systems and erasure'),
      says: say(
        'When the notice is over the customer says whether it moves to another provider, to its own systems, or has its data erased.',
      ),
    },
    {
      id: 'DATA-ACT-25.4',
      checkedOn: '2026-11-30',
      label: say('what holds where 30 days cannot be done'),
      says: say(
        'Where 30 days cannot be done the provider says so within 14 working days, with reasons and another time of seven months at most.',
      ),
    },
    {
      id: 'DATA-ACT-25.5',
      checkedOn: '2026-11-30',
      label: say('the customer may extend the transition once'),
      says: say('The customer may extend the transition once, by the time that it finds fitting.'),
    },
    {
      id: 'DATA-ACT-26',
      checkedOn: '2026-11-30',
      label: say('how to switch and in which formats is told'),
      says: say(
        'The provider tells how to switch and move data, in which formats and with which limits, and where its data structures are described.',
      ),
    },
    {
      id: 'DATA-ACT-28',
      checkedOn: '2026-11-30',
      label: say('under which law the systems stand'),
      says: say(
        'The contract names the web page where the provider says under which jurisdiction its systems stand and how it guards data against access by other states.',
      ),
    },
    {
      id: 'DATA-ACT-29',
      checkedOn: '2026-11-30',
      label: say('charges for switching go down to none'),
      says: say(
        'Until 12 January 2027 a switch costs no more than it costs the provider, and from then on nothing.',
      ),
    },
  ],
};
