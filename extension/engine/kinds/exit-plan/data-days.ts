import { addLength } from '../../calendar/add-length.ts';
import { exitPlansOf } from '../../resolve/terms.ts';
import { workDaysOf } from '../../resolve/work-days.ts';
import type { View } from '../../model/engagement.ts';
import type { FactDraft } from '../../rules/define.ts';
import { say } from '../../values/say.ts';
import { durationSaid } from '../../values/length-said.ts';

/** The end of the contract plus the length under a key, for each exit plan that has it. */
export function dataDays(
  key: 'data_returned_within' | 'data_deleted_within',
  view: View,
): readonly FactDraft[] {
  const end = view.lead?.keys.end?.value;
  if (end === undefined) return [];
  return exitPlansOf(view).flatMap(({ keys }) => {
    const field = keys[key];
    if (field?.value === undefined) return [];
    const value = addLength(end, field.value, workDaysOf(view));
    const length = durationSaid(field.value);
    const how =
      value === end
        ? say('The contract ends on {{end}}, and that is the day.', { end })
        : say('The contract ends on {{end}}; {{length}} later is {{day}}.', { end, length, day: value });
    return [{ at: field, value, how, data: { end } }];
  });
}
