import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sizeProblems } from '../../scripts/sizes.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

describe('the sizes of files and functions', () => {
  it('are told where they are too large for no reason, and reasons where they are needed no more', () => {
    const { folder, remove } = temporaryFolder('sizes');
    try {
      mkdirSync(path.join(folder, 'extension', 'generated'), { recursive: true });
      const write = (file: string, text: string): void =>
        writeFileSync(path.join(folder, 'extension', file), text);
      const body = '  nothing();\n'.repeat(80);
      write('right.ts', `export function right(): void {\n${'  nothing();\n'.repeat(78)}}\n`);
      write('long.ts', `export const long = 1;\n${'// more\n'.repeat(300)}`);
      write('closure.ts', `export const closure = (): void => {\n${body}};\n`);
      write('agreed.ts', `class Agreed {\n  run(): void {\n${body}  }\n}\n`);
      write('generated/catalogue.ts', '// more\n'.repeat(400));
      const reasons = { 'extension/agreed.ts run': 'agreed', 'extension/right.ts right': 'was larger once' };
      assert.deepEqual(sizeProblems(folder, reasons), [
        'extension/closure.ts:1: closure has 82 lines',
        'extension/long.ts: 301 lines',
        'No longer larger than others: extension/right.ts right',
      ]);
    } finally {
      remove();
    }
  });
});
