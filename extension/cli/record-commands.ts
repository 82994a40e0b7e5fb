import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';
import { engagementOption } from './engagement-option.ts';

/** Commands that take a record from its draft to its final form. */
export const recordCommands: readonly CommandSpec[] = [
  {
    name: 'import',
    summary: say('Take results into a record, or code owners into an ownership map'),
    usage: say('results|codeowners <file>'),
    about: [
      say(
        'results reads a table of separated values, or standard input where the file is "-", and says what it would change in the record; with --write it changes that. The first line has the names of columns as the section Results knows them, in either language: what was measured, the measure, the result, and perhaps source, disputed, claimed and credited. Commas, semicolons and tabs separate.',
      ),
      say(
        'An empty cell is filled and a row that is missing is added; what the record says already stays, so that the same file changes nothing a second time. Where a line names no service level or key figure, does not read, or says another thing than an earlier one, every such line is named and nothing is written.',
      ),
      say(
        'codeowners reads a CODEOWNERS file of GitHub or GitLab, or an OWNERS file of Kubernetes, as that platform does, and says which rows of Components follow from it: named by the section or the path, with the Paths, and as accountable and backup the owners that People know by Handle or E-mail. With --write they are added to the ownership map, or begin one. What Paths cannot say, and owners whom nobody knows, are listed by line and nothing is invented; rows that are there already stay.',
      ),
    ],
    takes: { least: 2, most: 2 },
    options: [
      {
        name: 'record',
        value: say('FILE'),
        description: say('Of results: the record. Default: the only draft of a record that has Results.'),
      },
      {
        name: 'map',
        value: say('FILE'),
        description: say('Of codeowners: the ownership map. Default: the only one, or a new one.'),
      },
      {
        name: 'dialect',
        value: say('PLATFORM'),
        description: say(
          'Of codeowners: who reads the file, github, gitlab or kubernetes. Default: as its name and path say, else by its sections, which only GitLab has.',
        ),
      },
      engagementOption,
      { name: 'write', description: say('Write it. Without it nothing is written.') },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger import results november.csv', say('look at what it would change')],
      ['outrigger import results november.csv --write', say('change it')],
      ['outrigger import codeowners .github/CODEOWNERS', say('look at the components that follow from it')],
    ],
  },
  {
    name: 'close',
    summary: say('Make a record final'),
    usage: say('<record>'),
    about: [
      say(
        'Asks for what the draft of a record lacks and for nothing else, then sets its status to final. Where something is still missing, or is wrong once it is final, it says so and leaves a draft. At the end it says how many answers it took.',
      ),
      say(
        'Where nobody can be asked (standard input is no terminal), give values with --set, or nothing with --yes. If you interrupt it nothing is written.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [
      {
        name: 'set',
        value: say('KEY=VALUE'),
        repeatable: true,
        description: say('A value of the front matter.'),
      },
      { name: 'yes', description: say('Ask nothing.') },
    ],
    formats: ['text'],
    exitCodes: [
      [0, say('the record is final')],
      [1, say('something is missing or wrong: it is still a draft')],
      trouble,
    ],
    examples: [['outrigger close records/2026-12-03-service-review.md', say('ask for what is missing')]],
  },
];
