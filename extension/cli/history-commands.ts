import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';

/** Commands about what became of documents, as Git knows it. */
export const historyCommands: readonly CommandSpec[] = [
  {
    name: 'changes',
    summary: say('Say what changed in the documents, in words'),
    usage: say('[paths...]'),
    about: [
      say(
        'Reads what commits made of each document and compares the rows, cells, keys and texts of one version with those of the version before it: "Incidents: P1, Restore: 4 hours -> 6 hours". The newest commit stands first, what is not committed before it. What only was aligned, wrapped or marked otherwise is no change.',
      ),
      say(
        'It says which side made a commit, as People tell it by E-mail, Handle or name, and nothing else of who it was. The day is that of the author. A merge stands there where it made something that none of its parents had.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'since',
        value: say('WHEN'),
        description: say(
          'Only what was made on a day or after it, what a revision of Git does not hold yet, or with last-review what was made after the day of the newest strategic review that is final.',
        ),
      },
    ],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger changes --since last-review', say('what a strategic review has to go through')],
      ['outrigger changes --since main payments/sla.md', say('what a branch changes in one document')],
      ['outrigger changes --since 2026-10-01 --format md', say('since a day, for a report')],
    ],
  },
  {
    name: 'log',
    summary: say('Show the history of one document with its sign-offs'),
    usage: say('DOCUMENT'),
    about: [
      say(
        'Shows, the oldest first, who changed what of a document when, in words, and who signed which content of it: each sign-off with its digest and the commit that made what it signs. Sign-offs that were changed or taken away are shown too, and a document that was taken away is asked for by the path that it had. Nothing stands there that is not in Git or in the documents.',
      ),
      say(
        'It says who made a commit by the key in People and the side; of somebody who is not there, and with people_metrics: off of everybody, by the side alone. Whoever signed is named as in the sign-off. Times are those of the authors, by their own clocks.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger log payments/sla.md', say('what became of the service levels')],
      ['outrigger log payments/sla.md --format md > sla-log.md', say('a page for an auditor')],
    ],
  },
];
