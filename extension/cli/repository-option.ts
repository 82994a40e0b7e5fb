import { say } from '../engine/model/said.ts';
import type { OptionSpec } from './command-spec.ts';

/** For commands that may look into the histories of repositories that Paths name. */
export const repositoryOption: OptionSpec = {
  name: 'repository',
  value: say('NAME=FOLDER'),
  repeatable: true,
  description: say(
    'Where a repository lies that Paths name, as in org/payments=../payments: its history is read there, whatever a snapshot says.',
  ),
};
