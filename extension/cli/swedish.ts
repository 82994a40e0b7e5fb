import bundle from '../../l10n/bundle.l10n.sv.json' with { type: 'json' };
import { say, type Said } from '../engine/model/said.ts';
import type { ReportLanguage } from '../engine/text.ts';
import { createLanguage } from '../language/language.ts';
import own from '../language/texts/sv/cli.json' with { type: 'json' };

// Loaded by a run that speaks Swedish, and by no other: the texts weigh as much as the rules.

/** What the dates of a chain are called that are no facts. */
const dates: ReadonlyMap<string, Said> = new Map([
  ['end', say('End of the contract')],
  ['handover-deadline', say('End of the handover at the latest')],
  ['contract-day', say('Last day that the contract leaves')],
]);

const language = createLanguage({ ...bundle, ...own });

export const swedish: ReportLanguage = {
  say: language.say,
  name(name) {
    const date = dates.get(name);
    return date ? language.say(date) : language.factTitle(name);
  },
  place: language.place,
};
