import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../extension/engine/index.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { readFixtureFile } from '../support/read-fixture.ts';
import { engineOver } from '../support/run-fixture.ts';

const folder = path.resolve(import.meta.dirname, '../rules');
const profiles = 'base,full,dora,gdpr,nis2';

function withBreaks(files: ReadonlyMap<string, string>, lineBreak: string): ReadonlyMap<string, string> {
  return new Map([...files].map(([file, text]) => [file, text.replaceAll('\n', lineBreak)]));
}

/** Every finding, and every document as each fix leaves it, with line feeds. */
async function told(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const engine = await engineOver(files, profiles);
  return engine
    .check()
    .findings.flatMap((finding) => [
      lineOfFinding(finding),
      ...finding.fixes.map(({ title, edits }) => `${title}\n${[...changed(files, edits)].join('\n')}`),
    ]);
}

function lineOfFinding({ code, path: file, range, message }: Finding): string {
  return `${code} ${file} ${JSON.stringify(range)} ${message}`;
}

function changed(
  files: ReadonlyMap<string, string>,
  edits: Finding['fixes'][number]['edits'],
): readonly string[] {
  return [...new Set(edits.map(({ path: file }) => file))].map((file) =>
    applyEdits(
      files.get(file)!,
      edits.filter((edit) => edit.path === file),
    ).replace(/\r\n?/g, '\n'),
  );
}

describe('a document in other line breaks', () => {
  it('has the same findings in the same places, and its fixes leave the same lines', async function () {
    this.timeout(120_000);
    let fixes = 0;
    const healthy = readFileSync(path.join(folder, 'engagement.md'), 'utf8');
    const fixtures = readdirSync(folder).filter((name) => /^[A-Z]{3}\d{3}-.*\.md$/.test(name));
    for (const [n, file] of fixtures.entries()) {
      const { cases } = readFixtureFile(path.join(folder, file));
      for (const [i, one] of cases.entries()) {
        // A fourth of the cases, of each fixture others: what moves places moves them in every document.
        if ((i + n) % 4 !== 0) continue;
        const files = new Map([['engagement.md', healthy], ...one.files]);
        // What is written with its own line breaks has them for a reason.
        if ([...files.values()].some((text) => text.includes('\r'))) continue;
        const asWritten = await told(files);
        fixes += asWritten.filter((line) => line.includes('\n')).length;
        // Windows writes two characters and nobody but an old program one.
        for (const lineBreak of ['\r', '\r\n'])
          assert.deepEqual(
            await told(withBreaks(files, lineBreak)),
            asWritten,
            `${file} ${i} ${JSON.stringify(lineBreak)}`,
          );
      }
    }
    assert.ok(fixes > 400);
  });
});
