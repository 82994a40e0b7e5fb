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
  {
    name: 'knowledge',
    summary: say('Show who works on what, and how far its knowledge has moved'),
    usage: say('[paths...]'),
    about: [
      say(
        'For each component of the ownership map and each quarter: which share of the commits came from each side, as the Git history or a snapshot says it, and as of which commit. Beside it stands how many of its topics of the knowledge transfer are at which stage, and which of them are accepted while nobody who took them over has changed anything since 90 days before. It tells of sides and never of a person, and must not be used to appraise people.',
      ),
      say(
        'As svg it is one picture that needs nothing else, with all of its text in its description. Where nothing is known it says why.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [repositoryOption],
    formats: ['text', 'json', 'md', 'svg'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger knowledge payments', say('the components of one engagement')],
      ['outrigger knowledge --format svg > knowledge.svg', say('a picture for a report')],
    ],
  },
];
