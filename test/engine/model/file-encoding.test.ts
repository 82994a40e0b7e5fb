import assert from 'node:assert/strict';
import { encodingOf } from '../../../extension/engine/model/file-encoding.ts';

describe('the encoding of a file', () => {
  it('is told by its mark, or by the noughts of plain text', () => {
    for (const [bytes, encoding] of [
      [[], 'utf-8'],
      [[0x2d], 'utf-8'],
      [[0x2d, 0], 'utf-8'],
      [[0x2d, 0x2d, 0x2d, 0x0a], 'utf-8'],
      [[0xef, 0xbb, 0xbf, 0x2d], 'utf-8'],
      [[0xff, 0xfe], 'utf-16le'],
      [[0xfe, 0xff], 'utf-16be'],
      [[0x2d, 0, 0x2d, 0], 'utf-16le'],
      [[0, 0x2d, 0, 0x2d], 'utf-16be'],
      [[0, 0, 0, 0], 'utf-8'],
      [[0x2d, 0, 0x2d, 0x2d], 'utf-8'],
    ] as const)
      assert.equal(encodingOf(Uint8Array.from(bytes)), encoding, bytes.join(' '));
  });
});
