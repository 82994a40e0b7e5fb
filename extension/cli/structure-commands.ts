import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';
import { engagementOption } from './engagement-option.ts';

const write = {
  name: 'write',
  description: say(
    'Write it. Without it the changes are printed as a unified diff that patch -p1 and git apply take.',
  ),
} as const;

/** Commands that move parts of documents and leave what they say as it is. */
export const structureCommands: readonly CommandSpec[] = [
  {
    name: 'split',
    summary: say('Move sections to a document of their own'),
    usage: say('<section...>'),
    about: [
      say(
        'Moves sections, named by their headings or keys in either language, to the document of the kind that they belong to; a new one where there is none. The name of a kind stands for all of its sections, as exit-plan does. Keys of that kind go along, links lead where they led, and what is not read moves unchanged.',
      ),
      say(
        'Before anything is written it is tried out: where a finding or a fact would change, it says which and nothing is written. Only paths, places and sign-offs may change; it says which documents were signed as they stand.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      engagementOption,
      { name: 'list', description: say('List what can stand alone, and move nothing.') },
      write,
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger split --list', say('what can stand alone')],
      ['outrigger split Risks', say('look at what it would change')],
      ['outrigger split exit-plan --write', say('all sections of an exit plan, to exit-plan.md')],
    ],
  },
  {
    name: 'join',
    summary: say('Move all of a document into that of the engagement'),
    usage: say('<document>'),
    about: [
      say(
        'Moves all sections, keys and texts of a document into the one of the engagement and removes its file. Two tables of one section are joined where their headers are the same. Where both documents have a key with different values, or anything would be lost, it says so and nothing is written.',
      ),
      say(
        'The other document says under formerly where the first one stood, so that links of what is final still lead to it. As with split, nothing is written where a finding or a fact would change.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [
      {
        name: 'into',
        value: say('FILE'),
        description: say('The document that it is moved into. Default: that of the engagement.'),
      },
      write,
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [['outrigger join risk-register.md --write', say('move the risks into engagement.md')]],
  },
];
