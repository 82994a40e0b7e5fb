import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { engagementQuestions } from '../../extension/engine/features/engagement-questions.ts';
import { askedKeys, scaffoldKinds } from '../../extension/engine/features/scaffold.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { translatedTexts } from '../support/translated-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const editor = path.join(root, 'extension', 'editor');

function json(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
}

function sources(): readonly (readonly [file: string, source: string])[] {
  return readdirSync(editor, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(path.join(editor, file), 'utf8')] as const);
}

/** `{0}`, `{1}` and so on, in order, each as often as it stands there. */
function placeholders(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).toSorted();
}

describe('the translations', () => {
  const bundle = json('l10n/bundle.l10n.sv.json');
  const read = sources().map(([file, source]) => ({ file, source, ...translatedTexts(file, source) }));

  /** Texts of the format that the editor shows, beside the expressions by which it asks for their translation. */
  const ofTheFormat = new Map<string, readonly string[]>([
    ['spec.ask', asked().map(({ ask }) => ask)],
    ['spec.description', asked().map(({ description }) => description)],
    ['spec.example', asked().map(({ example }) => example)],
    ['modules.catalogue.kinds[one].description', kinds().map(({ description }) => description)],
  ]);

  function asked(): typeof engagementQuestions {
    return [...engagementQuestions, ...scaffoldKinds.flatMap(askedKeys)].filter(
      ({ type }) => type.is !== 'word',
    );
  }

  function kinds(): readonly { readonly description: string }[] {
    return scaffoldKinds.filter((kind) => kind !== 'engagement').map((kind) => catalogue.kinds[kind]);
  }

  /** Words of a list are picked, so that only the question is shown. */
  const picked = scaffoldKinds
    .flatMap(askedKeys)
    .filter(({ type }) => type.is === 'word')
    .map(({ ask }) => ask);

  const expected = new Set([
    ...read.flatMap(({ literals }) => literals),
    ...[...ofTheFormat.values()].flat(),
    ...picked,
  ]);

  it('have a Swedish text for each text that the editor shows, and no other', () => {
    assert.deepEqual(
      [...expected].filter((text) => bundle[text] === undefined),
      [],
    );
    // What the engine says has texts of its own: test/editor/texts.test.ts.
    const own = Object.keys(json('extension/language/texts/sv/ui.json'));
    assert.deepEqual(
      own.filter((text) => !expected.has(text)),
      [],
    );
  });

  it('say in Swedish what is filled in, and say something', () => {
    for (const [text, swedish] of Object.entries(bundle)) {
      assert.notEqual(swedish.trim(), '', text);
      assert.deepEqual(placeholders(swedish), placeholders(text), text);
    }
  });

  it('know every text that is computed', () => {
    const known = new Set(ofTheFormat.keys());
    for (const { file, computed } of read)
      for (const expression of computed) assert.ok(known.has(expression), `${file}: ${expression}`);
    const met = new Set(read.flatMap(({ computed }) => computed));
    assert.deepEqual([...known].toSorted(), [...met].toSorted());
  });

  it('are asked for wherever a message is shown', () => {
    for (const { file, untranslated } of read) assert.deepEqual(untranslated, [], file);
  });

  it('are found however they are asked for', () => {
    const source = `
      import { l10n } from 'vscode';
      const a = vscode.l10n.t('one {0}', x), b = l10n.t("t\\'wo"), c = surroundings.l10n.t(\`three\`);
      f(() => cond ? vscode.l10n
        .t('fo' +
          'ur') : g(vscode.l10n?.t('five')));
      l10n.t(spec.ask); l10n.t(\`six \${x}\`); other.t('not ours');
      void vscode.window.showErrorMessage('seven', l10n.t('eight'));
    `;
    assert.deepEqual(translatedTexts('a.ts', source), {
      literals: ['one {0}', "t'wo", 'three', 'four', 'five', 'eight'],
      computed: ['spec.ask', '`six ${x}`'],
      untranslated: ['seven'],
    });
    // Whatever else it is called by would not be found: so it has no other name.
    for (const [file, text] of sources()) {
      const uses = [...text.matchAll(/\bl10n\b(?!\??\s*\.t\()/g)].map(({ index }) =>
        text.slice(index, index + 20),
      );
      for (const use of uses)
        assert.match(
          use,
          /^l10n(?:\.bundle\)|\/bundle\.l10n|\.sv\.json'|,|: Translations\b|: vscode\.l10n,| \}|\);|\))|^l10n, 't'>/,
          `${file}: ${use}`,
        );
    }
  });

  it('of the manifest are in both languages, and no other', () => {
    const keys = [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(
      ([, key = '']) => key,
    );
    assert.ok(keys.length > 0);
    const [english, swedish] = [json('package.nls.json'), json('package.nls.sv.json')];
    assert.deepEqual(Object.keys(english).toSorted(), [...new Set(keys)].toSorted());
    assert.deepEqual(Object.keys(swedish), Object.keys(english));
    for (const [key, text] of Object.entries({ ...english, ...swedish }))
      assert.notEqual(text.trim(), '', key);
  });
});
