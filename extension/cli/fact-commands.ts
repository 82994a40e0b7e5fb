import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';
import { repositoryOption } from './repository-option.ts';

/** Commands that show what is computed. */
export const factCommands: readonly CommandSpec[] = [
  {
    name: 'facts',
    summary: say('Show computed values with their working'),
    usage: say('[paths...]'),
    about: [
      say(
        'Prints every value that follows from the documents, with the sentence that shows how it was worked out.',
      ),
      say(
        'With --export it writes instead what the Git history of one repository says of the components, for a repository of documents that names the file under snapshots in outrigger.yml: shares of the two sides, and of teams of which three people or more took part, by quarter; the last activity; the bus factor. No person stands in it. Without --repository it tells of the repository that the documents stand in, under no name. It must not be used to appraise people.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'name',
        value: say('FACT'),
        repeatable: true,
        description: say('Only these facts, such as true-last-day.'),
      },
      repositoryOption,
      {
        name: 'export',
        value: say('FILE'),
        description: say(
          'Write a snapshot of what the history says, below the current folder or the root; - is standard output. Nothing but another snapshot is replaced, and where nothing has changed the file stays byte for byte.',
        ),
      },
    ],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger facts --name true-last-day', say('how the last day to start leaving comes about')],
      ['outrigger facts payments/sla.md', say('everything that follows from one document')],
      [
        'outrigger facts --root governance --repository org/payments=. --export knowledge.json',
        say('what the history here says of org/payments, with documents that lie beside it'),
      ],
    ],
  },
];
