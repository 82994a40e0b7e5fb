/** A clause of a law that an agreement must answer, in our own words. Not legal advice. */
export interface Clause {
  /** As written under Clauses: `GDPR-28.3.a`. */
  readonly id: string;
  readonly label: string;
  /** Absent: always. */
  readonly appliesTo?: 'critical or important' | 'personal data';
  /** The rule of this version that asks the documents for it; absent where only a place under Clauses answers it. */
  readonly rule?: string;
}

export interface ClauseList {
  readonly profile: 'dora' | 'gdpr' | 'nis2';
  readonly title: string;
  /** The day on which the text was read. Lists are versioned data: a later text is a later list. */
  readonly readOn: string;
  readonly clauses: readonly Clause[];
}

/**
 * Based on Regulation (EU) 2022/2554 Art. 28 and 30, Regulation (EU) 2016/679 Art. 28 and Directive
 * (EU) 2022/2555 Art. 21(2); what of them was read in the primary text is marked in domain.md section 2.
 */
export const clauseLists: readonly ClauseList[] = [
  {
    profile: 'dora',
    title: 'DORA, Regulation (EU) 2022/2554 Art. 28 and 30',
    readOn: '2026-11-23',
    clauses: [
      { id: 'DORA-28.3', label: 'the arrangement stands in the register of information' },
      { id: 'DORA-28.6', label: 'how often and what is audited is settled beforehand' },
      { id: 'DORA-28.7.a', label: 'the client may leave after a serious breach', rule: 'EXT005' },
      {
        id: 'DORA-28.7.b',
        label: 'the client may leave when circumstances change the performance',
        rule: 'EXT005',
      },
      { id: 'DORA-28.7.c', label: 'the client may leave over weaknesses in ICT security' },
      { id: 'DORA-28.7.d', label: 'the client may leave when supervision is impeded' },
      {
        id: 'DORA-28.8',
        label: 'a way out exists, with alternatives and a plan for the data',
        appliesTo: 'critical or important',
        rule: 'EXT007',
      },
      {
        id: 'DORA-30.1',
        label: 'rights and obligations stand in one written agreement with its service levels',
      },
      { id: 'DORA-30.2.a', label: 'the services are described, and whether they may be subcontracted' },
      { id: 'DORA-30.2.b', label: 'where the service is given and the data is kept, and notice of a change' },
      { id: 'DORA-30.2.c', label: 'availability, authenticity, integrity and confidentiality of data' },
      { id: 'DORA-30.2.d', label: 'access to the data and its return, in insolvency too', rule: 'EXT008' },
      { id: 'DORA-30.2.e', label: 'service levels, with how they are revised' },
      { id: 'DORA-30.2.f', label: 'help in an incident at no cost, or at one settled beforehand' },
      { id: 'DORA-30.2.g', label: 'cooperation with the authorities' },
      { id: 'DORA-30.2.h', label: 'rights to end the agreement, and the shortest notice', rule: 'ENG011' },
      { id: 'DORA-30.2.i', label: 'part in security training and tests of resilience' },
      {
        id: 'DORA-30.3.a',
        label: 'exact targets, in figures and in words',
        appliesTo: 'critical or important',
        rule: 'SLA009',
      },
      {
        id: 'DORA-30.3.b',
        label: 'notice of, and reports on, what may affect the service',
        appliesTo: 'critical or important',
      },
      {
        id: 'DORA-30.3.c',
        label: 'plans for continuity that are tested, and security measures',
        appliesTo: 'critical or important',
        rule: 'SLA019',
      },
      {
        id: 'DORA-30.3.d',
        label: 'part in threat-led penetration tests',
        appliesTo: 'critical or important',
      },
      {
        id: 'DORA-30.3.e',
        label: 'rights of access, inspection and audit',
        appliesTo: 'critical or important',
      },
      {
        id: 'DORA-30.3.f',
        label: 'a mandatory transition period in which the service goes on',
        appliesTo: 'critical or important',
        rule: 'EXT021',
      },
    ],
  },
  {
    profile: 'gdpr',
    title: 'GDPR, Regulation (EU) 2016/679 Art. 28',
    readOn: '2026-11-23',
    clauses: [
      {
        id: 'GDPR-28.3.a',
        label: 'data is processed on documented instructions only',
        appliesTo: 'personal data',
      },
      {
        id: 'GDPR-28.3.b',
        label: 'everybody with access is bound to confidentiality',
        appliesTo: 'personal data',
      },
      { id: 'GDPR-28.3.c', label: 'security of processing', appliesTo: 'personal data' },
      { id: 'GDPR-28.3.d', label: 'conditions for engaging another processor', appliesTo: 'personal data' },
      { id: 'GDPR-28.3.e', label: 'help with requests of the people concerned', appliesTo: 'personal data' },
      {
        id: 'GDPR-28.3.f',
        label: 'help with security, breaches and assessments',
        appliesTo: 'personal data',
      },
      {
        id: 'GDPR-28.3.g',
        label: 'data is deleted or returned after the end',
        appliesTo: 'personal data',
        rule: 'EXT008',
      },
      {
        id: 'GDPR-28.3.h',
        label: 'what is needed to show compliance, and audits',
        appliesTo: 'personal data',
      },
      { id: 'GDPR-28.4', label: 'the same obligations bind a further processor', appliesTo: 'personal data' },
    ],
  },
  {
    profile: 'nis2',
    title: 'NIS2, Directive (EU) 2022/2555 Art. 21(2)',
    readOn: '2026-11-23',
    clauses: [
      { id: 'NIS2-21.2.a', label: 'risk analysis and security policies' },
      { id: 'NIS2-21.2.b', label: 'handling of incidents' },
      { id: 'NIS2-21.2.c', label: 'continuity, backups and crisis management' },
      { id: 'NIS2-21.2.d', label: 'security of the supply chain' },
      { id: 'NIS2-21.2.e', label: 'security in acquisition, development and maintenance' },
      { id: 'NIS2-21.2.f', label: 'follow-up of whether the measures work' },
      { id: 'NIS2-21.2.g', label: 'cyber hygiene and training' },
      { id: 'NIS2-21.2.h', label: 'cryptography' },
      { id: 'NIS2-21.2.i', label: 'staff security, access control and assets' },
      { id: 'NIS2-21.2.j', label: 'strong authentication and secured communication' },
    ],
  },
];
