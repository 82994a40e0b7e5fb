import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';

/** Commands that take a record from its draft to its final form. */
export const recordCommands: readonly CommandSpec[] = [
  {
    name: 'import',
    summary: say('Take results from a CSV file into a record'),
    usage: say('results <file.csv>'),
    about: [
      say(
        'Reads a table of separated values, or standard input where the file is "-", and says what it would change in the record; with --write it changes that. The first line has the names of columns as the section Results knows them, in either language: what was measured, the measure, the result, and perhaps source, disputed, claimed and credited. Commas, semicolons and tabs separate.',
      ),
      say(
        'An empty cell is filled and a row that is missing is added; what the record says already stays, so that the same file changes nothing a second time. Where a line names no service level or key figure, does not read, or says another thing than an earlier one, every such line is named and nothing is written.',
      ),
    ],
    takes: { least: 2, most: 2 },
    options: [
      {
        name: 'record',
        value: say('FILE'),
        description: say('The record. Default: the only draft of a record that has Results.'),
      },
      { name: 'write', description: say('Write it. Without it nothing is written.') },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger import results november.csv', say('look at what it would change')],
      ['outrigger import results november.csv --write', say('change it')],
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
