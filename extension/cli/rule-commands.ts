import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';

/** The commands about what is asked of the documents. */
export const ruleCommands: readonly CommandSpec[] = [
  {
    name: 'clauses',
    summary: say('Show which clauses of a law the contract answers'),
    usage: say('[paths...]'),
    about: [
      say(
        'Goes through the clauses of each list in force (the profiles dora, gdpr, nis2 and data-act): whether each applies, or why not; where the table Clauses places it; where the documents answer what rules ask for it, and what these say is lacking; and beside what is missing what such a clause says. Drafts are looked at too.',
      ),
      say(
        'The clauses are in our own words, based on the texts that the lists name. It is no legal advice, and a place is no proof that a clause is enough. Which were compared with the wording of the law, and in which text, is said with each list. No list applies to every engagement: data-act is for suppliers that run a cloud service.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger clauses payments', say('the lists that one engagement names under profiles')],
      ['outrigger clauses payments --profile data-act', say('a list that it does not name')],
      ['outrigger clauses --profile dora --format md > dora.md', say('the matrix for a report')],
    ],
  },
  {
    name: 'rules',
    summary: say('List the rules'),
    about: [
      say('Lists every rule with its severity, its profiles and whether it speaks in check or in due.'),
    ],
    takes: { least: 0, most: 0 },
    options: [],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger rules --profile gdpr', say('the rules of one profile')]],
  },
  {
    name: 'explain',
    summary: say('Say what a rule or a fact is about'),
    usage: say('<code or name>'),
    about: [
      say('Shows what a rule asks for, what it reads and what it can say; of a fact, what it is.'),
      say(
        'With --here it says what turns the rule on or off at a place: a profile, a line of the config, or an accepted deviation. With --against REV it says too what check --against REV leaves out there.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [
      { name: 'here', value: say('PATH'), description: say('The document or folder to look at.') },
      {
        name: 'against',
        value: say('REV'),
        description: say('With --here: what check leaves out there when it is told so.'),
      },
    ],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger explain SLA004 --here payments/sla.md', say('why the rule speaks there, or does not')],
    ],
  },
];
