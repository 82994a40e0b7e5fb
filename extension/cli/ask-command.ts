import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';

/** What takes a draft to where nothing is missing. */
export const askCommand: CommandSpec = {
  name: 'ask',
  summary: say('Answer what drafts still lack, one question at a time'),
  usage: say('[paths...]'),
  about: [
    say(
      'Puts what a draft lacks as one question after the other, with what the answer is good for and what the engagement suggests, and writes each answer into the front matter or the table it belongs to. What most follows from comes first: dates of the engagement, keys, then the sections from top to bottom. A suggestion is taken by its number. Enter passes a question over, which comes again at the end as long as anything is answered; < goes back.',
    ),
    say(
      'Each answer is written at once: if you interrupt it, what was answered stays. At the end it says how many answers it took, and lists what is left; what is no value, such as letters below the names of people, is for you to write. Where nobody can be asked (standard input is no terminal), or with --list, it lists what is left and writes nothing.',
    ),
    say(
      'As JSON: { version, questions: [{ path, line, column, endLine, endColumn, key, code, ask, why, how, type, example, suggestions }] }; a question without a type is for a person to answer in the document.',
    ),
  ],
  takes: { least: 0, most: Infinity },
  options: [{ name: 'list', description: say('Ask nothing: list what is left.') }],
  formats: ['text', 'json'],
  exitCodes: [fine, trouble],
  examples: [
    ['outrigger ask sla.md', say('answer what the service levels lack')],
    ['outrigger ask --list', say('see what all drafts lack')],
  ],
};
