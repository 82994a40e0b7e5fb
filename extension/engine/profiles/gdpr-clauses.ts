import { say } from '../values/say.ts';
import type { ClauseList } from './clause.ts';

/** Based on Regulation (EU) 2016/679 Art. 28 and 44. */
export const gdprClauses: ClauseList = {
  profile: 'gdpr',
  title: 'GDPR, Regulation (EU) 2016/679 Art. 28 and 44',
  concerns: say('It concerns suppliers that process personal data for the client.'),
  readOn: '2026-11-30',
  checkedIn: say(
    'a reproduction of the text (intuitem/ciso-assistant-community, f990d7b; of Art. 44 GDPRhub), not the Official Journal',
  ),
  clauses: [
    {
      id: 'GDPR-28.2',
      checkedOn: '2026-11-30',
      label: say('another processor only with written authorisation'),
      says: say(
        'The supplier brings in another processor only after the client has agreed in writing, to that one or in general with a right to object.',
      ),
      appliesTo: 'personal data',
      rules: ['LAW004'],
      answeredIn: { sections: ['subcontractors'] },
    },
    {
      id: 'GDPR-28.3',
      checkedOn: '2026-11-30',
      label: say('a contract binds the processor'),
      says: say(
        'A written contract states what is processed, for how long, why, which kinds of data and people, and what the client may and must do.',
      ),
      appliesTo: 'personal data',
      rules: ['LAW005'],
      answeredIn: { keys: ['contract'] },
    },
    {
      id: 'GDPR-28.3.a',
      checkedOn: '2026-11-30',
      label: say('data is processed on documented instructions only'),
      says: say(
        'The supplier processes personal data only as the client has instructed in writing, transfers to other countries included.',
      ),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.b',
      checkedOn: '2026-11-30',
      label: say('everybody with access is bound to confidentiality'),
      says: say('Everybody who may process the data has promised confidentiality or is bound to it by law.'),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.c',
      checkedOn: '2026-11-30',
      label: say('security of processing'),
      says: say('The supplier takes the technical and organisational measures that the risk asks for.'),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.d',
      checkedOn: '2026-11-30',
      label: say('conditions for engaging another processor'),
      says: say('Which conditions the supplier keeps when it brings in another processor is said.'),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.e',
      checkedOn: '2026-11-30',
      label: say('help with requests of the people concerned'),
      says: say(
        'The supplier helps the client to answer people who ask to see, correct, move or delete their data.',
      ),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.f',
      checkedOn: '2026-11-30',
      label: say('help with security, breaches and assessments'),
      says: say(
        'The supplier helps the client with security, with telling of breaches, with impact assessments and with consulting the authority.',
      ),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.3.g',
      checkedOn: '2026-11-30',
      label: say('data is deleted or returned after the end'),
      says: say(
        'After the end the supplier deletes or returns all personal data, as the client chooses, and deletes its copies.',
      ),
      appliesTo: 'personal data',
      rules: ['EXT008', 'LAW006'],
      answeredIn: { of: ['exit-plan'], keys: ['data_returned_within', 'data_deleted_within'] },
    },
    {
      id: 'GDPR-28.3.h',
      checkedOn: '2026-11-30',
      label: say('what is needed to show compliance, and audits'),
      says: say(
        'The supplier gives what is needed to show that this article is kept, and lets the client or its auditor inspect.',
      ),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-28.4',
      checkedOn: '2026-11-30',
      label: say('the same obligations bind a further processor'),
      says: say(
        'What binds the supplier binds by contract each further processor too, and the supplier answers for it.',
      ),
      appliesTo: 'personal data',
    },
    {
      id: 'GDPR-44',
      checkedOn: '2026-11-30',
      label: say('what makes a transfer out of the EEA lawful'),
      says: say(
        'For each place outside the EEA where the data lies or is read from, what makes the transfer lawful is named.',
      ),
      appliesTo: 'personal data',
      rules: ['LAW007', 'LAW008'],
      answeredIn: { sections: ['data'] },
    },
  ],
};
