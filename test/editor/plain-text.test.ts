import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { plainText } from '../../extension/editor/plain-text.ts';
import { rawMessages } from '../support/shown-messages.ts';

/** How VS Code finds links in notifications and in what it says below a quick input. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** How it finds icons in labels. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('plainText', () => {
  it('leaves no link and no icon of what stands in a repository', () => {
    for (const text of [
      'a [Install](command:workbench.extensions.installExtension?x) b.md',
      '[x](https://example.org)',
      '[x](file:///etc/passwd "title")',
      '[x]\u202E(command:y)',
      '$(bug) and $(sync~spin)',
      '$\u2066(bug)',
    ]) {
      assert.ok(
        link.test(text.replace(/[\u202E\u2066]/g, '')) || icon.test(text.replace('\u2066', '')),
        text,
      );
      assert.doesNotMatch(plainText(text), link);
      assert.doesNotMatch(plainText(text), icon);
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('[', ']', '(', ')', 'x', '$', 'command:', '\u202E', '\n', ' ', '"', 'file:'),
        ),
        (parts) => {
          const plain = plainText(parts.join(''));
          return !link.test(plain) && !icon.test(plain) && !plain.includes('](');
        },
      ),
    );
  });

  it('leaves what can be seen as it is, on one line and in its order', () => {
    assert.equal(
      plainText('[x](command:y) costs $(5)').replaceAll('\u200B', ''),
      '[x](command:y) costs $(5)',
    );
    assert.equal(plainText('a\r\n\tb\u2028c\u202Ed\u200Fe\u061Cf\u0007'), 'a b cdef');
    assert.equal(plainText('Åsa, 5 [x] (y) $5'), 'Åsa, 5 [x] (y) $5');
  });
});

describe('notifications', () => {
  it('show our own texts, and everything else made plain', () => {
    const editor = path.resolve(import.meta.dirname, '../../extension/editor');
    for (const file of readdirSync(editor, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      assert.deepEqual(rawMessages(file, readFileSync(path.join(editor, file), 'utf8')), [], file);
    }
  });

  it('are found however they are made', () => {
    const source = `
      const yes = vscode.l10n.t('Yes'), raw = vscode.l10n.t('Read {0}', path);
      void vscode.window.showInformationMessage(vscode.l10n.t('Fine'), yes, ...(x ? [] : [yes]));
      window.showErrorMessage(plainText(vscode.l10n.t('{0}', path))).then(f);
      window.showErrorMessage(vscode.l10n.t('{0}', path), raw);
      window.showWarningMessage(path, ...(x ? [] : [path]));
      window.setStatusBarMessage('as it stands'); window.showErrorMessage(plainText('as it stands'));
    `;
    assert.deepEqual(rawMessages('a.ts', source), [
      "vscode.l10n.t('{0}', path)",
      'raw',
      'path',
      '...(x ? [] : [path])',
      "'as it stands'",
      "plainText('as it stands')",
    ]);
  });
});
