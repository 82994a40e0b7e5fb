import type { Field } from '../model/document.ts';
import type { DataOf } from '../model/said.ts';
import { placeIn, scaleOf } from '../resolve/scales.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { stepsSaid } from '../values/step.ts';
import type { At, Extra } from './define.ts';

/** What a rule says of a rating that is no step of the scale of its document. */
interface ScaleReporter {
  wrong(at: At, id: 'outside', data: DataOf<'{{rating}} {{steps}}'>, extra?: Extra): void;
}

/** Says of each rating that reads and is no step of the scale of its document which steps that has. */
export function sayOffScale(ratings: readonly (Field<string> | undefined)[], report: ScaleReporter): void {
  for (const rating of ratings) {
    if (rating?.state !== 'read' || placeIn(rating) !== undefined) continue;
    const { steps, stated } = scaleOf(rating);
    const related = stated ? [{ at: stated, message: say('the scale of the document') }] : [];
    const data = { rating: quote(rating.source.text), steps: stepsSaid(steps) };
    report.wrong(rating, 'outside', data, { related });
  }
}
