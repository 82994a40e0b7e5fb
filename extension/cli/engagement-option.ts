import { say } from '../engine/model/said.ts';
import type { OptionSpec } from './command-spec.ts';

/** For commands that are about one engagement and take something else as their argument. */
export const engagementOption: OptionSpec = {
  name: 'engagement',
  value: say('DIR'),
  description: say(
    'The folder of the engagement. Default: the one that the current folder lies in, or the only one there is.',
  ),
};
