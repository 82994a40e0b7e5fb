import { engagementStep, placeIn, type Places } from './engagement-step.ts';
import type { FormStep } from './form.ts';
import type { Choice, Translations } from './prompts.ts';

/** An engagement whose meetings leave records. */
export interface MeetingPlace {
  readonly choice: Choice;
  /** By name; at least one. */
  readonly meetings: readonly string[];
}

/** Of which meeting the record is: keys `engagement`, `meeting`. */
export function newRecordForm(places: Places<MeetingPlace>, l10n: Translations): readonly FormStep[] {
  return [
    engagementStep(places, l10n),
    {
      key: 'meeting',
      ask(answers) {
        const { meetings } = placeIn(answers, places);
        return {
          is: 'pick',
          ask: l10n.t('Of which meeting is the record?'),
          choices: meetings.map((one) => ({ value: one, label: one })),
          proposal: meetings[0] ?? '',
        };
      },
    },
  ];
}
