import assert from 'node:assert/strict';
import path from 'node:path';
import { describeSuite } from './describe-suite.ts';
import { findingsIn, onCommandLine } from './findings-shown.ts';
import { rewritePackage } from './rewrite-package.ts';
import { runSuite } from './run-suite.ts';
import { startServer } from './server.ts';
import { sharedBrowser, sharedPackage } from './shared-host.ts';

const workspace = path.join(import.meta.dirname, 'fixtures', 'several');
/** A rule about single documents, which has something to say of these. */
const broken = 'DOC003';

describe('a rule that throws', () => {
  describeSuite('is one finding in each document, and the other rules go on', async () => {
    const vsix = await rewritePackage(await sharedPackage(), 'broken', 'extension/dist/web.cjs', withBroken);
    const server = await startServer({ extensions: [vsix] });
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

/** The bundle of the engine in which one rule throws whenever it is asked. */
function withBroken(source: string): string {
  const [rule, ...others] = source.split(new RegExp(`(?=code:"${broken}",name:)`)).slice(1);
  assert.ok(rule !== undefined && others.length === 0, 'The rule stands in the bundle once.');
  const changed = rule.replace(
    /\bdocument\([^)]*\)\{/,
    (head) => `${head}throw new Error("broken on purpose");`,
  );
  assert.notEqual(changed, rule);
  return source.replace(rule, () => changed);
}
