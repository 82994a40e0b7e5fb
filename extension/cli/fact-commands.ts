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
  {
    name: 'credits',
    summary: say('List the service credits, and write the claim for those that are due'),
    usage: say('[paths...]'),
    about: [
      say(
        'One line for each result that earns a service credit: whether it is due, claimed, credited or lapsed, the amount in the minor unit of its currency, the last day to claim, and how it comes about. Sums are held to the cap of the agreement. A disputed result is listed with both values and stands in no sum: neither side has won it.',
      ),
      say(
        'With --letter it prints instead a claim in Markdown for what is due of one period, named itself or by a record of it: the parties, the agreement, each result with its working, the amount, the last day, and a place to sign. It is written in the language of the engagement, or that of --lang. It gives no legal advice. Where nothing is due it says so, prints no letter and exits with 1.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'engagement',
        value: say('DIR'),
        description: say('The folder of the engagement, as a path beside the others.'),
      },
      {
        name: 'letter',
        value: say('WHAT'),
        description: say(
          'A period as its record writes it, such as 2026-10, or the path of a record, which ends in .md.',
        ),
      },
    ],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, [1, say('nothing to claim, with --letter')], trouble],
    examples: [
      ['outrigger credits payments', say('the credits of one engagement')],
      ['outrigger credits payments --letter 2026-10 > claim.md', say('the claim for October')],
      [
        'outrigger credits --letter payments/records/2026-11-05-service-review.md --lang sv',
        say('the claim for what one record states, in Swedish'),
      ],
    ],
  },
];
