import { say } from '../engine/model/said.ts';
import { trouble, type CommandSpec } from './command-spec.ts';
import { engagementOption } from './engagement-option.ts';

export const codeownersCommand: CommandSpec = {
  name: 'codeowners',
  summary: say('Write CODEOWNERS from Components, or say where it differs'),
  about: [
    say(
      'Prints the rows of CODEOWNERS that follow from Components: for the Paths of each component the accountable and the backup, by Handle, else by E-mail. They stand between two lines that say where they come from.',
    ),
    say(
      'With --check it names each place where the file says something else: rows whose owners differ, that are missing, left over or in another order, and rows outside of the block that take files from those whom Components name, as the platform reads the file. Which files there are is known from the Git history. With --write the block is written, and the rest of the file stays as it is.',
    ),
    say(
      'The file is the one that the ownership map names (codeowners), else the one that the platform reads, else .github/CODEOWNERS or .gitlab/CODEOWNERS.',
    ),
  ],
  takes: { least: 0, most: 0 },
  options: [
    { name: 'check', description: say('Say where the file differs from Components.') },
    { name: 'write', description: say('Write the block into the file; begin the file where there is none.') },
    {
      name: 'dialect',
      value: say('PLATFORM'),
      description: say(
        'Who reads the file: github or gitlab. Default: as its path says, else by its sections, which only GitLab has.',
      ),
    },
    engagementOption,
  ],
  formats: ['text', 'json'],
  exitCodes: [
    [0, say('done, and with --check no difference')],
    [1, say('differences, with --check')],
    trouble,
  ],
  examples: [
    ['outrigger codeowners', say('look at the rows')],
    ['outrigger codeowners --check', say('in CI: does the file still say so?')],
    ['outrigger codeowners --dialect gitlab --write', say('write .gitlab/CODEOWNERS')],
  ],
};
