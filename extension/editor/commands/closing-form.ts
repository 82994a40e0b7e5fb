import type { AskClosing, Closing, ClosingQuestion, TemplateLanguage } from '../../engine/editing.ts';
import type { Engine } from '../../engine/index.ts';
import type { Said } from '../../engine/model/said.ts';
import { askOne } from './ask-one.ts';
import type { InputQuestion, PickQuestion, Prompts, Translations } from './prompts.ts';
import type { SpokenModules } from './spoken-modules.ts';
import { listQuestion, valueQuestion } from './value-question.ts';

/** What closing a record needs of its surroundings. */
export interface ClosingSurroundings {
  readonly engine: Engine;
  readonly modules: Pick<
    SpokenModules,
    'answerChoices' | 'closing' | 'meantBy' | 'problemOfValue' | 'templateLanguage'
  >;
  readonly prompts: Prompts;
  readonly l10n: Translations;
  /** In the language of the editor. */
  say(said: Said): string;
  /** What a form gives as an example, in that language. */
  example(text: string): string;
}

/** A closing, and answers that could not be written where they belong: a key, a cell, or the title of a column. */
export interface ClosedByAsking extends Closing {
  readonly unwritable: readonly { readonly at: string; readonly answer: string }[];
}

/**
 * Asks one by one for what the draft of a record lacks. The engine sees each step for a moment only: between two questions,
 * and in the end, it has again what the editors hold.
 */
export async function closeByAsking(
  path: string,
  text: string,
  surroundings: ClosingSurroundings,
): Promise<ClosedByAsking> {
  const { engine, modules } = surroundings;
  const unwritable: { readonly at: string; readonly answer: string }[] = [];
  let now = text;
  const seen = <T>(look: () => T): T => {
    const before = engine.textOf(path);
    engine.update(path, { kind: 'text', text: now });
    try {
      return look();
    } finally {
      engine.update(path, before === undefined ? undefined : { kind: 'text', text: before });
    }
  };
  const documents = (): NonNullable<ReturnType<Engine['engagementOf']>>['documents'] =>
    engine.engagementOf(path)?.documents ?? [];
  let document = seen(() => documents().find((one) => one.path === path))!;
  const lead = engine.engagementOf(path)?.lead;
  const language = modules.templateLanguage(
    document.keys.language?.value,
    lead?.keys.language?.value,
    engine.config.language,
  );
  const record = {
    language,
    // Whoever has it deleted meanwhile is told when it is to be written.
    document: () => (document = seen(() => documents().find((one) => one.path === path)) ?? document),
    others: () => seen(documents),
    questions: () => seen(() => engine.questions([path])),
    findings: () => seen(() => engine.check([path]).findings),
    change: (changed: string) => {
      now = changed;
    },
    onUnwritable: (at: string, answer: string) => unwritable.push({ at, answer }),
  };
  const from = { lead, defaultLanguage: engine.config.language };
  return { ...(await modules.closing(record, from, asks(language, surroundings))), unwritable };
}

function asks(language: TemplateLanguage, surroundings: ClosingSurroundings): AskClosing {
  return async (question) => {
    const title = surroundings.l10n.t('Close the record');
    const asked = closingQuestion(question, language, surroundings);
    const reply = await askOne(asked, { title }, surroundings.prompts);
    return reply.is === 'answer' ? reply.text : undefined;
  };
}

/** A question as a form asks it, in the words of the one who asks: of a cell with its row. */
function closingQuestion(
  { spec, asks: said }: ClosingQuestion,
  language: TemplateLanguage,
  { modules, l10n, say, example }: ClosingSurroundings,
): PickQuestion | InputQuestion {
  const texts = said.map(say);
  const ask = texts.pop() ?? '';
  const list = listQuestion(spec, '', modules, l10n, language);
  if (list) return { ...list, ask };
  return {
    ...valueQuestion(spec, '', modules, l10n, language),
    ask,
    about: [...texts, l10n.t(spec.description)].join(' '),
    placeholder: l10n.t('For example {0}. Leave it empty to fill it in later.', example(spec.example)),
  };
}
