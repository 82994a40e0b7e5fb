import { createInterface } from 'node:readline';
import { answerChoices, problemOfValue, type TemplateLanguage } from '../engine/editing.ts';
import { say, type Said, type SaidPart } from '../engine/model/said.ts';
import type { FieldSpec } from '../engine/model/schema.ts';
import { words, type ReportLanguage } from '../engine/reports.ts';
import { understood, withChoices } from './settings.ts';
import { tell, UsageError, type Streams } from './shell.ts';

/** Asks a person at a terminal. */
export interface Asker {
  /**
   * The value that is given for a key or a cell, empty where it is left open; asked again until it reads. Throws a
   * UsageError where the person stops.
   */
  ask(spec: FieldSpec, question: readonly Said[]): Promise<string>;
  close(): void;
}

/** `language` is that of the document, `spoken` that of the questions. */
export function createAsker(
  { stdin, stderr }: Streams,
  language: TemplateLanguage,
  spoken: ReportLanguage,
): Asker {
  const reader = createInterface({ input: stdin, output: stderr });
  const lines = reader[Symbol.asyncIterator]();
  const stop = (): void => reader.close();
  reader.on('SIGINT', stop);
  return {
    async ask(spec, question) {
      for (;;) {
        const examples = say('such as {{examples}}:', { examples: examplesOf(spec, language) });
        stderr.write(`\n${question.map(spoken.say).join(' ')}\n  ${spoken.say(examples)} `);
        const { value, done } = await lines.next();
        if (done === true) {
          stderr.write('\n');
          throw new UsageError(say('Stopped: nothing was written.'));
        }
        const text = value.trim();
        const meant = understood(spec, text, language, (said) => tell(stderr, spoken.say(said)));
        if (meant !== undefined) return meant;
        const problem = problemOfValue(spec, text);
        if (problem) tell(stderr, spoken.say(withChoices(problem, spec, text, language)));
      }
    },
    close: () => reader.close(),
  };
}

/** The answers of a list, else one example. */
function examplesOf(spec: FieldSpec, language: TemplateLanguage): SaidPart {
  return answerChoices(spec, language)?.values.join(' / ') ?? words(spec.example, 'example');
}
