import type { Language } from '../engine/model/language.ts';
import { say } from '../engine/model/said.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';

/** What `--lang` takes. */
export const languageCodes: readonly Language[] = ['en', 'sv'];

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'root',
    value: say('DIR'),
    description: say(
      'The folder that holds the engagements. Default: the top of the Git repository above the current folder, else the current folder.',
    ),
  },
  {
    name: 'as-of',
    value: say('DATE'),
    description: say(
      'The day against which the calendar is read, such as 2026-11-23. Default: today in the zone of the config, else UTC. It never changes what check says.',
    ),
  },
  { name: 'format', value: say('FORM'), description: say('The form of the output.') },
  {
    name: 'profile',
    value: say('NAME'),
    repeatable: true,
    description: say(
      'Rules to apply instead of those that config and engagements name: base, full, dora, gdpr, nis2, data-act. Several: separate them by commas.',
    ),
  },
  {
    name: 'config',
    value: say('FILE'),
    description: say('The config file. Default: outrigger.yml in the root.'),
  },
  {
    name: 'no-git',
    description: say('Without Git history: no repository is read, and what needs one does not run.'),
  },
  {
    name: 'lang',
    value: say('LANG'),
    description: say(
      'The language of what is said: en or sv. Default: that of the config, else of the environment (LC_ALL, LC_MESSAGES, LANG). JSON and names that programs know stay as they are.',
    ),
  },
  { name: 'help', description: say('Show the help of a command, and do nothing else.') },
];

/** Those of a command: an option of its own stands for the common one of that name. */
export function commonOptionsOf({ options }: CommandSpec): readonly OptionSpec[] {
  return commonOptions.filter(({ name }) => !options.some((own) => own.name === name));
}
