import { say } from '../values/say.ts';
import type { ClauseList } from './clause.ts';

/** Based on Directive (EU) 2022/2555 Art. 21(2) and 21(3). */
export const nis2Clauses: ClauseList = {
  profile: 'nis2',
  title: 'NIS2, Directive (EU) 2022/2555 Art. 21',
  concerns: say('It concerns essential and important entities, as the law of their country has them.'),
  readOn: '2026-11-30',
  checkedIn: say(
    'a reproduction of the text (intuitem/ciso-assistant-community, f990d7b), not the Official Journal',
  ),
  clauses: [
    {
      id: 'NIS2-21.2.a',
      checkedOn: '2026-11-30',
      label: say('risk analysis and security policies'),
      says: say('The risks of the systems are analysed, and there are policies on their security.'),
    },
    {
      id: 'NIS2-21.2.b',
      checkedOn: '2026-11-30',
      label: say('handling of incidents'),
      says: say('It is settled how incidents are found, told of and dealt with on both sides.'),
    },
    {
      id: 'NIS2-21.2.c',
      checkedOn: '2026-11-30',
      label: say('continuity, backups and crisis management'),
      says: say('There are backups, plans for recovery and a way to lead in a crisis.'),
    },
    {
      id: 'NIS2-21.2.d',
      checkedOn: '2026-11-30',
      label: say('security of the supply chain'),
      says: say('The security of the relation to direct suppliers and service providers is dealt with.'),
      rules: ['LAW011'],
      answeredIn: { sections: ['risks'] },
    },
    {
      id: 'NIS2-21.2.e',
      checkedOn: '2026-11-30',
      label: say('security in acquisition, development and maintenance'),
      says: say('Systems are bought, built and maintained securely, and weaknesses are handled and told of.'),
    },
    {
      id: 'NIS2-21.2.f',
      checkedOn: '2026-11-30',
      label: say('follow-up of whether the measures work'),
      says: say('It is assessed by set methods whether the measures against cyber risks work.'),
    },
    {
      id: 'NIS2-21.2.g',
      checkedOn: '2026-11-30',
      label: say('cyber hygiene and training'),
      says: say('Basic habits of security are kept, and people on both sides are trained.'),
    },
    {
      id: 'NIS2-21.2.h',
      checkedOn: '2026-11-30',
      label: say('cryptography'),
      says: say('There are policies on cryptography and, where it fits, encryption.'),
    },
    {
      id: 'NIS2-21.2.i',
      checkedOn: '2026-11-30',
      label: say('staff security, access control and assets'),
      says: say('Who may reach what is controlled, staff is vetted where needed, and assets are known.'),
    },
    {
      id: 'NIS2-21.2.j',
      checkedOn: '2026-11-30',
      label: say('strong authentication and secured communication'),
      says: say(
        'Several factors are used to sign in, and voice, video, text and emergency communication are secured where it fits.',
      ),
    },
    {
      id: 'NIS2-21.3',
      checkedOn: '2026-11-30',
      label: say("the supplier's own weaknesses and practices are weighed"),
      says: say(
        'The weaknesses of each direct supplier, the quality of its products and its secure development are weighed.',
      ),
      rules: ['LAW012'],
      answeredIn: { sections: ['criteria'] },
    },
  ],
};
