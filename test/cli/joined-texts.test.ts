import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { joinedTexts } from '../support/joined-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What is no sentence, and so may stand in the source as it is. */
const allowed: readonly (readonly [text: RegExp, reason: string])[] = [
  [/^.(?:outrigger|--set|--root|--repository) /, 'what a person types'],
  [/^.(?:\$\{folder\}\/engagement\.md|\.outrigger-.*\.tmp).$/, 'the name of a file'],
  [/@outrigger.$/, 'an identifier in a calendar'],
  [/^`(?:<| class=)/, 'the marks of a picture'],
  [
    /^'(?:to supplier|changed since|signoff changed|signoff removed|not met|on the way|risk and exit)'$/,
    'words of the format, which are compared with',
  ],
];

describe('what the command line and the reports say', () => {
  const found = ['extension/cli', 'extension/engine/report'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
      .flatMap((file) => joinedTexts(file, readFileSync(path.join(root, folder, file), 'utf8'))),
  );

  it('is put together in templates only, so that each language can put it together its own way', () => {
    assert.deepEqual(
      found.filter((text) => !allowed.some(([pattern]) => pattern.test(text))),
      [],
    );
  });

  it('has no exception that is needed no more', () => {
    for (const [pattern, reason] of allowed)
      assert.ok(
        found.some((text) => pattern.test(text)),
        reason,
      );
  });

  const wrong: readonly (readonly [source: string, texts: readonly string[]])[] = [
    ["tell('Nothing to fix.')", ["'Nothing to fix.'"]],
    ['tell(`Nothing to fix.`)', ['`Nothing to fix.`']],
    ['tell(`${count} files`)', ['`${count} files`']],
    ["tell(count + ' files')", ["' files'"]],
    ["names.join(' or ')", ["' or '"]],
    ["say('{{what}} here.', { what: 'a file' })", ["'a file'"]],
    ["language.say('Nothing to fix.')", ["'Nothing to fix.'"]],
    ["say(isOne ? 'one file' : 'all files')", ["'one file'", "'all files'"]],
  ];
  for (const [source, texts] of wrong)
    it(`is found in ${source}`, () => assert.deepEqual(joinedTexts('x.ts', source), texts));

  for (const source of [
    "say('Nothing to fix.')",
    "say('{{n}} {{n|file|files}}', { n: `${count}` })",
    "import { a } from './two words.ts';",
    "export * from './two words.ts';",
    "await import('./words.ts')",
    "const kind: 'two words' | 'both' = one;",
    "const lines = ['check', `--${name}`, `${path}:${line}  ${text}`].join(', ');",
    "path.join(root, '.git')",
  ])
    it(`is not found in ${source}`, () => assert.deepEqual(joinedTexts('x.ts', source), []));
});
