import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeSuite } from './describe-suite.ts';
import { findingsIn, onCommandLine } from './findings-shown.ts';
import { runSuite } from './run-suite.ts';
import { startServer } from './server.ts';
import { sharedBrowser, sharedPackage } from './shared-host.ts';

const workspace = path.join(import.meta.dirname, 'fixtures', 'several');
/** A rule about single documents, which has something to say of these. */
const broken = 'DOC003';

describe('a rule that throws', () => {
  describeSuite('is one finding in each document, and the other rules go on', async () => {
    const server = await startServer({ extensions: [await writeBrokenPackage(await sharedPackage())] });
    try {
      const result = await runSuite({
        server,
        browser: await sharedBrowser(),
        suite: path.join(import.meta.dirname, 'suites', 'findings.suite.ts'),
        workspace,
      });
      const whole = onCommandLine(workspace);
      const shown = findingsIn(result);
      const isOther = ({ code }: { readonly code: string }): boolean => code !== broken;
      assert.ok(whole.some(isOther));
      assert.ok(!whole.every(isOther));
      assert.deepEqual(shown.filter(isOther), whole.filter(isOther));
      const its = shown.filter((one) => !isOther(one));
      assert.deepEqual(
        its.map(({ path: file, message }) => `${file} ${message}`),
        ['governed/engagement.md', 'governed/inner/engagement.md', 'later/engagement.md'].map(
          (file) =>
            `${file} Rule "${broken}" failed here and says nothing: broken on purpose. Please report it.`,
        ),
      );
      return result;
    } finally {
      await server.stop();
    }
  });
});

/** A copy of a .vsix in whose engine one rule throws whenever it is asked. */
async function writeBrokenPackage(vsix: string): Promise<string> {
  const files = unzipSync(await readFile(vsix));
  const bundle = files['extension/dist/web.cjs'];
  assert.ok(bundle);
  const source = strFromU8(bundle);
  const [rule, ...others] = source.split(new RegExp(`(?=code:"${broken}",name:)`)).slice(1);
  assert.ok(rule !== undefined && others.length === 0, 'The rule stands in the bundle once.');
  const changed = rule.replace(
    /\bdocument\([^)]*\)\{/,
    (head) => `${head}throw new Error("broken on purpose");`,
  );
  assert.notEqual(changed, rule);
  const file = vsix.replace(/\.vsix$/, '-broken.vsix');
  const text = source.replace(rule, () => changed);
  await writeFile(file, zipSync({ ...files, 'extension/dist/web.cjs': strToU8(text) }));
  return file;
}
