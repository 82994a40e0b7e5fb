import type { Asking } from '../model/asking.ts';
import { say, type Said } from '../model/said.ts';
import { joined, words } from '../values/say.ts';
import { jsonRange } from './json-range.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';

/** A draft with what is left to ask in it, in the order in which it is asked. */
export interface AskedDraft {
  readonly path: string;
  readonly askings: readonly Asking[];
}

/** What is left to ask, by file, each with where the answer goes. */
export function askingText(
  drafts: readonly AskedDraft[],
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = drafts.flatMap(({ path, askings }) => [
    paint('strong', shownName(path)),
    ...askings.flatMap(({ asks, how, range }) => [
      `  ${range.start.line + 1}:${range.start.character + 1}  ${shown(language.say(joined(asks, ' ')))}`,
      `      ${paint('faint', shown(language.say(how)))}`,
    ]),
    '',
  ]);
  return `${[...lines, language.say(leftSaid(drafts))].join('\n')}\n`;
}

function leftSaid(drafts: readonly AskedDraft[]): Said {
  const n = drafts.reduce((sum, { askings }) => sum + askings.length, 0);
  return say('{{n}} {{n|question|questions}} left.', { n: String(n) });
}

/** The same for programs: places as in `check`. Without a type the answer is no value, and a person writes it. */
export function askingJson(drafts: readonly AskedDraft[], language: ReportLanguage = english): string {
  const questions = drafts.flatMap(({ path, askings }) =>
    askings.map(({ key, code, asks, why, how, range, answer }) => ({
      path,
      ...jsonRange(range),
      key,
      code,
      ask: language.say(joined(asks, ' ')),
      why: language.say(why),
      how: language.say(how),
      ...(answer && {
        type: answer.spec.type.is,
        example: language.say(joined([words(answer.spec.example, 'example')], '')),
        suggestions: answer.suggestions,
      }),
    })),
  );
  return shownJson({ version: 1, questions });
}
