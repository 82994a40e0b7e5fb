/**
 * Holds the Swedish texts against the English ones that the rules, facts and schemas say: one line for each that is
 * missing, left over or still to be written, with its file and what mends it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkRules, dueRules, factDefinitions } from '../extension/engine/index.ts';
import { catalogue } from '../extension/engine/model/generated/catalogue.ts';
import type { KindSpec } from '../extension/engine/model/schema.ts';
import { configMessages } from '../extension/engine/parse/config-problems.ts';
import { yamlMessages } from '../extension/engine/parse/yaml-reasons.ts';
import { failure } from '../extension/engine/rules/render.ts';
import { saidTexts } from './said-texts.ts';
import { toDo, type Texts } from './to-do.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = 'extension/language/texts';

/** Every message, question and due item. */
function messageTexts(): readonly string[] {
  return [
    ...checkRules.flatMap(({ messages, missing }) => [
      ...Object.values(messages),
      ...Object.values(missing).flatMap(({ message, ask, how }) => [message, ask, how]),
    ]),
    ...dueRules.flatMap(({ messages }) => Object.values(messages)),
    ...Object.values(configMessages),
    failure.template,
    ...yamlMessages,
  ];
}

/** What the format says of its keys, columns, sections and kinds. */
function fieldTexts(): readonly string[] {
  const kinds = Object.values(catalogue.kinds);
  const sections = Object.values(catalogue.sections);
  const fields = [...kinds.flatMap(({ keys }) => keys), ...sections.flatMap(({ columns }) => columns)];
  return [
    ...fields.flatMap(({ description, ask }) => [description, ask]),
    ...[...kinds, ...sections].map(({ description }) => description),
  ];
}

/** Titles of facts and what each is, in English. */
function factTexts(titles: Texts): readonly string[] {
  return [...Object.values(titles), ...factDefinitions.map(({ summary }) => summary)];
}

/** What is wrong with the texts; `read` gives a file of `extension/language/texts/`, `kinds` are those of the format. */
export function textProblems(
  read: (file: string) => Texts = readTexts,
  kinds: readonly KindSpec[] = Object.values(catalogue.kinds),
): readonly string[] {
  const titles = read('en/facts.json');
  const names = factDefinitions.map(({ name }) => name);
  const said = saidTexts();
  return [
    ...differences('en/facts.json', Object.keys(titles), names, 'a title for the fact'),
    ...held('sv/messages.json', read, messageTexts()),
    ...held('sv/fields.json', read, fieldTexts()),
    ...held('sv/facts.json', read, factTexts(titles)),
    ...held('sv/said.json', read, said.everywhere),
    ...held('sv/cli.json', read, said.cli),
    // What this holds is asked for by the calls that say it: test/editor/l10n.test.ts.
    ...open('sv/ui.json', read('sv/ui.json')),
    ...kinds.flatMap(openTitles),
  ];
}

/** What a kind is called stands in its schema, in both languages. */
function openTitles({ key, title, titleSv, plural, pluralSv }: KindSpec): readonly string[] {
  const titles = [
    ['x-title-sv', title, titleSv],
    ['x-plural-sv', plural, pluralSv],
  ] as const;
  return titles
    .filter(([, , swedish]) => isOpen(swedish))
    .map(
      ([name, english]) =>
        `schemas/kinds/${key}.json: say "${english}" in Swedish, in "${name}", then npm run generate.`,
    );
}

function held(file: string, read: (file: string) => Texts, wanted: readonly string[]): readonly string[] {
  const texts = read(file);
  return [...differences(file, Object.keys(texts), wanted, 'the Swedish of'), ...open(file, texts)];
}

function open(file: string, texts: Texts): readonly string[] {
  return Object.entries(texts)
    .filter(([, swedish]) => isOpen(swedish))
    .map(([english]) => `${folder}/${file}: say "${english}" in Swedish, then npm run generate.`);
}

function isOpen(swedish: string): boolean {
  return swedish === '' || swedish.startsWith(toDo);
}

function differences(
  file: string,
  present: readonly string[],
  wanted: readonly string[],
  what: string,
): readonly string[] {
  const [there, asked] = [new Set(present), new Set(wanted)];
  return [
    ...[...asked]
      .filter((text) => !there.has(text))
      .map((text) => `${folder}/${file}: add ${what} "${text}", then npm run generate.`),
    ...present
      .filter((text) => !asked.has(text))
      .map(
        (text) => `${folder}/${file}: remove "${text}", which nothing says any more, then npm run generate.`,
      ),
  ];
}

function readTexts(file: string): Texts {
  return JSON.parse(readFileSync(path.join(root, folder, file), 'utf8')) as Texts;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = textProblems();
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
