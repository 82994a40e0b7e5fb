import { createInterface } from 'node:readline';
import { answerChoices, problemOfValue, type TemplateLanguage } from '../engine/editing.ts';
import { say, type Said, type SaidPart } from '../engine/model/said.ts';
import type { FieldSpec } from '../engine/model/schema.ts';
import { joined, words, type ReportLanguage } from '../engine/reports.ts';
import { numberedChoice } from './numbered-choice.ts';
import { shown } from '../engine/text.ts';
import { understood, withChoices } from './settings.ts';
import { tell, UsageError, type Streams } from './shell.ts';

/** Asks a person at a terminal. */
export interface Asker {
  /**
   * The value that is given for a key or a cell, empty where it is left open; asked again until it reads. Throws a
   * UsageError where the person stops.
   */
  ask(spec: FieldSpec, question: readonly Said[]): Promise<string>;
  /** The same with suggestions and a way back, for whoever writes each answer at once. */
  put(question: Question): Promise<Reply>;
  close(): void;
}

export interface Question {
  readonly spec: FieldSpec;
  /** Of the document that the answer goes to. */
  readonly language: TemplateLanguage;
  readonly lines: readonly Said[];
  readonly suggestions: readonly string[];
  /** What was answered before; Enter keeps it. */
  readonly given: string | undefined;
  readonly hasBack: boolean;
}

export type Reply =
  | { readonly is: 'answer'; readonly text: string }
  | { readonly is: 'back' }
  | { readonly is: 'stop' };

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
  const typed = async (prompt: string): Promise<string | undefined> => {
    stderr.write(prompt);
    const { value, done } = await lines.next();
    if (done === true) stderr.write('\n');
    return done === true ? undefined : value.trim();
  };
  /** The value that a text means; undefined once it is said why there is none. */
  const read = (spec: FieldSpec, text: string, its: TemplateLanguage): string | undefined => {
    const meant = understood(spec, text, its, (said) => tell(stderr, spoken.say(said)));
    if (meant !== undefined) return meant;
    const problem = problemOfValue(spec, text);
    if (problem) tell(stderr, spoken.say(withChoices(problem, spec, text, its)));
    return undefined;
  };
  return {
    async ask(spec, question) {
      for (;;) {
        const examples = say('such as {{examples}}:', { examples: examplesOf(spec, language) });
        const text = await typed(`\n${question.map(spoken.say).join(' ')}\n  ${spoken.say(examples)} `);
        if (text === undefined) throw new UsageError(say('Stopped: nothing was written.'));
        const meant = read(spec, text, language);
        if (meant !== undefined) return meant;
      }
    },
    async put(question) {
      const { spec, suggestions, hasBack } = question;
      const said = [...question.lines, ...proposals(question)].map((line) => shown(spoken.say(line)));
      for (;;) {
        const text = await typed(`\n${said.join('\n  ')} `);
        if (text === undefined) return { is: 'stop' };
        if (text === '<' && hasBack) return { is: 'back' };
        const chosen = numberedChoice(spec, text, suggestions);
        const refused =
          text === '<'
            ? say('There is nothing to go back to.')
            : say('There is no suggestion {{text}} here.', { text });
        if (text === '<' || chosen === undefined) tell(stderr, spoken.say(refused));
        else {
          const meant = read(spec, chosen, question.language);
          if (meant !== undefined) return { is: 'answer', text: meant };
        }
      }
    },
    close: () => reader.close(),
  };
}

/** What to type: a number of a suggestion, something like the example, nothing to keep what is there. */
function proposals({ spec, suggestions, given }: Question): readonly Said[] {
  const isNumbered = numberedChoice(spec, '1', suggestions) !== '1';
  const list = suggestions.map((text, i) => (isNumbered ? `${i + 1}) ${text}` : text));
  return [
    ...(list.length > 0 ? [joined(list, isNumbered ? ', ' : ' / ')] : []),
    given !== undefined
      ? say('now {{given}}:', { given })
      : spec.example === ''
        ? say('your answer:')
        : say('such as {{examples}}:', { examples: words(spec.example, 'example') }),
  ];
}

/** The answers of a list, else one example. */
function examplesOf(spec: FieldSpec, language: TemplateLanguage): SaidPart {
  return answerChoices(spec, language)?.values.join(' / ') ?? words(spec.example, 'example');
}
